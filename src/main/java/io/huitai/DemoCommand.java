package io.huitai;

import io.huitai.headoffice.HeadOffice;
import io.huitai.money.Money;
import io.huitai.money.Quantity;
import io.huitai.programme.pricing.Explanation;
import io.huitai.shop.Lang;
import io.huitai.shop.MemberNo;
import io.huitai.shop.OperatorId;
import io.huitai.shop.Sku;
import io.huitai.shop.TenderType;
import io.huitai.till.Desk;
import io.huitai.till.bill.Bills;
import io.huitai.till.bill.OpenBill;
import io.huitai.till.sale.Sales;
import io.huitai.till.training.DemoData;
import io.huitai.till.training.TrainingStore;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;

/// `huitai demo`: one member sale from sign-in to head office, told step by step. Everything in it is the product
/// itself, on a training store and a head office of its own that are gone afterwards.
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = "Tells one member sale, from sign-in to head office, on standard output.")
final class DemoCommand implements Callable<Integer> {
    private static final String BEER = "6999001000017";
    private static final String CARD = ";9988000000000015=29121010000000000?";
    private static final MemberNo ZHANG = new MemberNo("M0001");

    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    @Override
    public Integer call() throws IOException {
        Logs.quietServer();
        var directory = Files.createTempDirectory("huitai-demo");
        try {
            var demo = DemoData.read();
            var settings = new HeadOffice.Settings(
                    HeadOffice.embedded(Files.createDirectory(directory.resolve("head-office"))),
                    0,
                    TrainingStore.demoMembers(demo, ""));
            try (var office = HeadOffice.open(settings, InstantSource.system())) {
                tell(directory, office);
            }
        } finally {
            delete(directory);
        }
        return 0;
    }

    private void tell(Path directory, HeadOffice office) {
        try (var till = new Wiring(directory.resolve("T1"), TillOptions.training("T1", office.address()))) {
            out.println("会台 · 演示：一笔会员消费 (one member sale, on a training store)");
            step("1 收银员 1001 登录，开班，备用金 200.00");
            ask(till, desk -> desk.operators().signIn(new OperatorId("1001"), "1111"));
            ask(till, desk -> desk.shift().shifts().open(Money.parse("200.00")));
            step("2 扫两件商品");
            ask(till, desk -> desk.bill().readings().scan(BEER));
            ask(till, desk -> desk.bill().bills().add(DISH, Quantity.ONE, Bills.LineExtras.NONE));
            show(ask(till, desk -> desk.bill().bills().view()));
            step("3 刷会员卡");
            var bill = ask(
                    till, desk -> desk.bill().readings().swipe(Optional.empty(), Optional.of(CARD), Optional.empty()));
            bill.member()
                    .ifPresent(member -> out.println("  " + member.nameMasked() + "  "
                            + member.tierName().in(Lang.ZH) + "  积分 " + member.points()));
            show(bill);
            step("4 收现金 100.00");
            var paid = ask(
                    till,
                    desk -> desk.sale()
                            .sales()
                            .tender(new Sales.Payment(TenderType.CASH, Optional.of(Money.parse("100.00")), "")));
            out.println("  找零 " + paid.change() + "  本单积 "
                    + paid.completed().map(Sales.Completed::earned).orElse(0L) + " 分");
            step("5 小票");
            out.println(
                    ask(till, desk -> desk.receipts().print(Optional.empty())).text());
            step("6 联网，上传总部");
            var synced = till.sync();
            out.println("  上传 " + synced.sent() + " 条流水，待传 " + synced.pending() + " 条");
        }
        try (var other = new Wiring(directory.resolve("T2"), TillOptions.training("T2", office.address()))) {
            step("7 另一台收银机 T2 从总部得知这位会员的新余额");
            other.sync();
            var member = ask(other, desk -> desk.club().members().view(ZHANG));
            out.println("  " + member.nameMasked() + "  积分 " + member.points() + "  累计消费 " + member.spend());
        }
    }

    private static final Sku DISH = new Sku("R001");

    private static <T> T ask(Wiring till, Function<Desk, T> work) {
        return till.till().perform(work).join();
    }

    private void step(String words) {
        out.println();
        out.println("— " + words);
    }

    private void show(OpenBill bill) {
        for (var line : bill.quote().lines()) {
            var item = bill.items().stream()
                    .filter(each -> each.number() == line.number())
                    .findFirst()
                    .orElseThrow();
            out.println("  " + item.name() + " ×" + item.qty() + "  " + line.net());
            line.because()
                    .forEach(row -> out.println("    " + Explanation.of(row.reason(), Lang.ZH) + "  " + row.amount()));
        }
        out.println("  应收 " + bill.due() + "  可积 " + bill.quote().earned().points() + " 分");
    }

    private static void delete(Path directory) throws IOException {
        Files.walkFileTree(directory, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, IOException failure) throws IOException {
                Files.delete(folder);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}

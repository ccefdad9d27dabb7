package io.huitai;

import io.huitai.headoffice.HeadOffice;
import io.huitai.money.Money;
import io.huitai.money.Quantity;
import io.huitai.programme.pricing.Explanation;
import io.huitai.shop.MemberNo;
import io.huitai.shop.OperatorId;
import io.huitai.shop.Sku;
import io.huitai.shop.TenderType;
import io.huitai.shop.Wording;
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
import picocli.CommandLine.Mixin;

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

    @Mixin
    private InLanguage spoken = new InLanguage();

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
                    tier -> TrainingStore.demoMembers(demo, tier));
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
            out.println(inBoth("demo.title"));
            step("demo.sign-in");
            ask(till, desk -> desk.operators().signIn(new OperatorId("1001"), "1111"));
            ask(till, desk -> desk.shift().shifts().open(Money.parse("200.00")));
            step("demo.scan");
            ask(till, desk -> desk.bill().readings().scan(BEER));
            ask(till, desk -> desk.bill().bills().add(DISH, Quantity.ONE, Bills.LineExtras.NONE));
            show(ask(till, desk -> desk.bill().bills().view()));
            step("demo.swipe");
            var bill = ask(
                    till, desk -> desk.bill().readings().swipe(Optional.empty(), Optional.of(CARD), Optional.empty()));
            bill.member()
                    .ifPresent(member -> tell(
                            "demo.member",
                            member.nameMasked(),
                            member.rung().name(),
                            member.held().points()));
            show(bill);
            step("demo.cash");
            var paid = ask(
                    till,
                    desk -> desk.sale()
                            .sales()
                            .tender(new Sales.Payment(TenderType.CASH, Optional.of(Money.parse("100.00")), "")));
            tell(
                    "demo.change",
                    paid.change(),
                    paid.completed().map(Sales.Completed::earned).orElse(0L));
            step("demo.receipt");
            out.println(
                    ask(till, desk -> desk.receipts().print(Optional.empty())).text());
            step("demo.upload");
            var synced = till.sync();
            tell("demo.uploaded", synced.sent(), synced.pending());
        }
        try (var other = new Wiring(directory.resolve("T2"), TillOptions.training("T2", office.address()))) {
            step("demo.elsewhere");
            other.sync();
            var member = ask(other, desk -> desk.club().members().view(ZHANG));
            tell("demo.known", member.nameMasked(), member.held().points(), member.spend());
        }
    }

    private static final Sku DISH = new Sku("R001");

    private static <T> T ask(Wiring till, Function<Desk, T> work) {
        return till.till().perform(work).join();
    }

    private void step(String key) {
        out.println();
        out.println("— " + Wording.of(DemoCommand.class, spoken.lang()).say(key));
    }

    private void tell(String key, Object... details) {
        out.println("  " + Wording.of(DemoCommand.class, spoken.lang()).say(key, details));
    }

    /// For whoever reads which of them.
    static String inBoth(String key) {
        var said = Wording.label(DemoCommand.class, key);
        return said.zh() + " (" + said.en() + ")";
    }

    private void show(OpenBill bill) {
        for (var line : bill.quote().lines()) {
            var item = bill.items().stream()
                    .filter(each -> each.number() == line.number())
                    .findFirst()
                    .orElseThrow();
            out.println("  " + item.name() + " ×" + item.qty() + "  " + line.net());
            line.because()
                    .forEach(row ->
                            out.println("    " + Explanation.of(row.reason(), spoken.lang()) + "  " + row.amount()));
        }
        tell("demo.due", bill.due(), bill.quote().earned().points());
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

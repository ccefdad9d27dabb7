package io.huitai.till.bill;

import static org.assertj.core.api.Assertions.assertThat;

import io.huitai.journal.fact.Fact;
import io.huitai.journal.fact.Sale;
import io.huitai.journal.fact.SoldLine;
import io.huitai.money.Money;
import io.huitai.money.Quantity;
import io.huitai.programme.pricing.Explanation;
import io.huitai.programme.words.Hint;
import io.huitai.shop.BillLine;
import io.huitai.shop.Label;
import io.huitai.shop.Lang;
import io.huitai.shop.MemberNo;
import io.huitai.shop.OperatorId;
import io.huitai.shop.Product;
import io.huitai.till.Till;
import io.huitai.till.TrainingTills;
import io.huitai.till.report.Facts;
import io.huitai.till.report.Written;
import io.huitai.till.training.DemoData;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompanionsTest {
    private static final List<Product> GOODS = DemoData.read().products();
    private static final Catalogue CATALOGUE = new Catalogue(GOODS);
    private static final MemberNo GUEST = new MemberNo("M9999");

    private static Sale sale(int number, String member, int... goods) {
        var lines = IntStream.of(goods)
                .mapToObj(at -> new SoldLine(item(at), Money.ZERO, Money.ZERO, List.of()))
                .toArray(SoldLine[]::new);
        return Facts.sale(number, "2026-05-02", member, lines).sale();
    }

    private static BillLine item(int at) {
        var product = GOODS.get(at);
        return new BillLine(
                at + 1,
                product.sku(),
                product.name(),
                product.category(),
                product.price(),
                Optional.empty(),
                Quantity.ONE,
                List.of(),
                product.taxRate(),
                "",
                List.of(),
                List.of(),
                Optional.empty());
    }

    /// Newest first, as the store gives them.
    private static Companions after(Sale... oldestFirst) {
        return new Companions(CATALOGUE, List.of(oldestFirst).reversed());
    }

    private static Optional<String> words(Companions companions, int... onBill) {
        var lines = IntStream.of(onBill).mapToObj(CompanionsTest::item).toList();
        return companions.suggestion(lines, GUEST).map(hint -> Explanation.of(hint, Lang.ZH));
    }

    @Test
    void whatMostBuyersBoughtTooIsSuggestedWithTheReason() {
        var companions = after(
                sale(1, "M1", 0, 1),
                sale(2, "M2", 0),
                sale(3, "M2", 1),
                sale(4, "M3", 0, 1, 2),
                sale(5, "M4", 0, 2),
                sale(6, "", 0, 5));
        assertThat(words(companions, 0))
                .contains("推荐%s：买了%s的4位会员里3位也买了"
                        .formatted(GOODS.get(1).name(), GOODS.get(0).name()));
        assertThat(companions.suggestion(List.of(item(0)), GUEST).map(hint -> Explanation.of(hint, Lang.EN)))
                .contains("%s? Of 4 members who bought %s, 3 bought it too"
                        .formatted(GOODS.get(1).nameEn(), GOODS.get(0).nameEn()));
    }

    @Test
    void whatIsOnTheBillIsNotSuggested() {
        var companions = after(sale(1, "M1", 0, 1), sale(2, "M2", 0, 1), sale(3, "M3", 0, 1));
        assertThat(words(companions, 0, 1)).isEmpty();
    }

    @Test
    void theTillSuggestsWhereTheProgrammeWantsItAfterARestartToo(@TempDir Path folder) {
        assertThat(hintsOf(folder.resolve("a"), "three-step")).contains(new Hint.GoesWith(name(0), name(1), 3, 3));
        assertThat(hintsOf(folder.resolve("b"), "standard-card")).noneMatch(Hint.GoesWith.class::isInstance);
    }

    private static List<Hint> hintsOf(Path store, String programme) {
        Facts.open(store, programme);
        try (var written = Written.in(store)) {
            for (var i = 1; i <= 3; i++) {
                written.add(new Fact.SaleCompleted(i, sale(i, "M000" + i, 0, 1), List.of()));
            }
        }
        var opening = TrainingTills.opening(store, programme, Optional.of(Instant.parse("2026-06-01T04:00:00Z")));
        try (var till = Till.open(opening, InstantSource.system())) {
            return till.perform(desk -> {
                        desk.operators().signIn(new OperatorId("1001"), "1111");
                        desk.shift().shifts().open(Money.ZERO);
                        desk.bill().bills().add(GOODS.get(0).sku(), Quantity.ONE, Bills.LineExtras.NONE);
                        desk.bill().bills().member(new MemberNo("M0005"));
                        return desk.bill().bills().offered().offers().hints();
                    })
                    .join();
        }
    }

    private static Label name(int at) {
        return new Label(GOODS.get(at).name(), GOODS.get(at).nameEn());
    }

    @Test
    void twoBuyersMayBeChance() {
        assertThat(words(after(sale(1, "M1", 0, 1), sale(2, "M2", 0, 1)), 0)).isEmpty();
    }

    @Test
    void onAnEmptyBillWhatTheMemberBoughtBeforeTells() {
        var companions =
                after(sale(1, "M1", 0, 1), sale(2, "M2", 0, 1), sale(3, "M3", 0, 1), sale(4, GUEST.value(), 0));
        assertThat(companions.suggestion(List.of(), GUEST))
                .hasValueSatisfying(hint -> assertThat(hint).isInstanceOf(Hint.GoesWith.class));
    }

    @Test
    void theOldestSalesAreForgotten() {
        var sales = new ArrayList<Sale>();
        for (var i = 0; i < 3; i++) {
            sales.add(sale(i, "M" + i, 0, 1));
        }
        for (var i = 0; i < Companions.SALES; i++) {
            sales.add(sale(i, "M7", 9));
        }
        assertThat(words(after(sales.toArray(Sale[]::new)), 0)).isEmpty();
    }

    /// The bound that keeps a scan quick: measured far below, with room for a busy machine.
    @Test
    void aFullWindowAnswersAtOnce() {
        var random = new Random(7);
        var sales = new ArrayList<Sale>();
        for (var i = 0; i < Companions.SALES; i++) {
            var goods = random.ints(8, 0, 40).distinct().toArray();
            sales.add(sale(i, "M" + random.nextInt(400), goods));
        }
        var companions = after(sales.toArray(Sale[]::new));
        var bill = IntStream.range(0, 20).mapToObj(CompanionsTest::item).toList();
        companions.suggestion(bill, GUEST);
        var begun = System.nanoTime();
        for (var i = 0; i < 100; i++) {
            companions.suggestion(bill, GUEST);
        }
        var each = (System.nanoTime() - begun) / 100;
        System.out.println("A suggestion takes " + each / 1_000 + " µs");
        assertThat(each).isLessThan(20_000_000L);
    }
}

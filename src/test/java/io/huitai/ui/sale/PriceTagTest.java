package io.huitai.ui.sale;

import static org.assertj.core.api.Assertions.assertThat;

import io.huitai.money.Money;
import io.huitai.money.Quantity;
import io.huitai.programme.words.Use;
import io.huitai.shop.Category;
import io.huitai.shop.MemberNo;
import io.huitai.shop.OperatorId;
import io.huitai.till.Desk;
import io.huitai.till.bill.Bills;
import io.huitai.till.book.ApprovalGiven;
import io.huitai.till.book.GuestProof;
import io.huitai.ui.fittings.Counter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What stands beside a voucher or points is what taking them does to the bill, whatever else is used on it.
class PriceTagTest {
    private static final int BILLS = "full".equals(System.getProperty("huitai.trials")) ? 300 : 20;

    private static final List<String> GROUPS = List.of("food", "drink", "goods", "other");

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"supermarket", "yinbei"})
    void aTagIsWhatTakingItDoes(String programme) {
        var random = new Random(programme.hashCode());
        try (var counter = new Counter(directory.resolve("store"), programme)) {
            var tags = 0;
            for (var round = 0; round < BILLS; round++) {
                var told = programme + ", bill " + round;
                tags += counter.at(desk -> bill(desk, random, told));
            }
            assertThat(tags).as("offers of %s that were tried", programme).isPositive();
        }
    }

    private static int bill(Desk desk, Random random, String told) {
        for (var line = random.nextInt(4); line >= 0; line--) {
            var group = new Category(GROUPS.get(random.nextInt(GROUPS.size())));
            var item = new Bills.OpenItem("x", group, Money.ofFen(100 + random.nextInt(40_000)));
            desk.bill().bills().add(item, Quantity.of(1 + random.nextInt(3)), Bills.LineExtras.NONE);
        }
        desk.bill().bills().member(new MemberNo("M000" + (1 + random.nextInt(5))));
        desk.bill().bills().use(Use.NOTHING);
        var member = desk.bill().bills().view().member().orElseThrow().no();
        desk.club()
                .points()
                .reverse(member, 2000, "r", () -> Optional.of(new ApprovalGiven(new OperatorId("2001"), "2222")));
        desk.club().points().turn(OptionalLong.of(1000), GuestProof.NONE);
        var tried = 0;
        for (var step = 0; step < 4; step++) {
            tried += toggle(desk, random, told + ", step " + step);
        }
        desk.bill().bills().voidBill("", Optional::empty);
        return tried;
    }

    private static int toggle(Desk desk, Random random, String told) {
        var before = CounterBill.of(desk);
        var offers = new ArrayList<CounterBill.VoucherOffer>(before.vouchers());
        if (offers.isEmpty()) {
            return 0;
        }
        var offer = offers.get(random.nextInt(offers.size()));
        var vouchers = new ArrayList<>(desk.bill().bills().view().use().vouchers());
        vouchers.removeIf(asked -> asked.type().equals(offer.type()));
        if (offer.used() == 0) {
            vouchers.add(new Use.VouchersAsked(offer.type(), new Use.Asked.Max()));
        }
        desk.bill().bills().use(new Use(desk.bill().bills().view().use().points(), vouchers));
        var after = CounterBill.of(desk);
        var with = offer.used() == 0 ? after : before;
        var without = offer.used() == 0 ? before : after;
        assertThat(offer.saving().saves())
                .as("%s: less to pay for %s", told, offer)
                .isEqualTo(without.sums().payable().minus(with.sums().payable()));
        assertThat(offer.saving().takes())
                .as("%s: taken off by %s", told, offer)
                .isEqualTo(off(with, offer.type().value()));
        return 1;
    }

    private static Money off(CounterBill bill, String type) {
        return bill.lines().stream()
                .flatMap(line -> line.because().stream())
                .filter(row -> row.rule().value().equals(type))
                .map(row -> row.amount().negated())
                .reduce(Money.ZERO, Money::plus);
    }
}

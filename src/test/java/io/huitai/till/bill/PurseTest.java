package io.huitai.till.bill;

import static org.assertj.core.api.Assertions.assertThat;

import io.huitai.journal.fact.AskedUse;
import io.huitai.ledger.Asset;
import io.huitai.ledger.Balances;
import io.huitai.ledger.Holding;
import io.huitai.ledger.Lot;
import io.huitai.ledger.LotDay;
import io.huitai.money.Sums;
import io.huitai.programme.pricing.Quote;
import io.huitai.shop.id.VoucherTypeId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PurseTest {
    private static final LotDay TODAY = LotDay.of(LocalDate.parse("2026-06-10"));
    private static final Lot MINE = lot("a", "S001/T1");
    private static final Lot OTHERS = lot("b", "S001/T2");

    private final Purse purse = new Purse(
            Balances.of(List.of(
                    new Holding(Asset.voucher(new VoucherTypeId("cash100")), MINE, 1),
                    new Holding(Asset.voucher(new VoucherTypeId("cash100")), OTHERS, 2),
                    new Holding(Asset.POINTS, MINE, 500),
                    new Holding(Asset.POINTS, OTHERS, 900))),
            TODAY,
            MINE::equals,
            MINE::equals,
            false);

    private static Lot lot(String id, String holder) {
        return new Lot(id, Optional.empty(), Optional.empty(), "S001", holder);
    }

    private static Quote using(long points, long vouchers) {
        var used = List.of(new Quote.VouchersUsed(new VoucherTypeId("cash100"), vouchers));
        return new Quote(List.of(), Sums.ZERO, points, used, List.of(), Quote.Earned.NOTHING);
    }

    @Test
    void aVoucherAskedForTwiceIsLackingOnce() {
        var once = new AskedUse.Voucher(new VoucherTypeId("cash100"), 1);
        var asked = new AskedUse(0, List.of(once, once));
        var lacking = purse.lacking(asked, using(0, 2)).orElseThrow();
        assertThat(lacking).isEqualTo(new OpenBill.NoRight(Optional.of(new VoucherTypeId("cash100")), 1, false));
        assertThat(purse.without(asked, lacking)).isEqualTo(new AskedUse(0, List.of(once)));
    }

    @Test
    void pointsBeyondWhatIsHeldAreLackingWhole() {
        var asked = new AskedUse(600, List.of());
        var lacking = purse.lacking(asked, using(600, 0)).orElseThrow();
        assertThat(lacking).isEqualTo(new OpenBill.NoRight(Optional.empty(), 600, false));
        assertThat(purse.without(asked, lacking)).isEqualTo(AskedUse.NOTHING);
    }

    @Test
    void onlyWhatIsHeldIsTaken() {
        assertThat(purse.lacking(new AskedUse(500, List.of()), using(500, 1))).isEmpty();
        assertThat(purse.taken(using(500, 1)))
                .containsExactly(
                        new Holding(Asset.POINTS, MINE, 500),
                        new Holding(Asset.voucher(new VoucherTypeId("cash100")), MINE, 1));
    }

    @Test
    void whoOwesLacksNothingWhileNothingIsUsed() {
        var owing = new Purse(
                Balances.of(List.of(new Holding(Asset.POINTS, MINE, -799))), TODAY, MINE::equals, MINE::equals, false);
        assertThat(owing.lacking(AskedUse.NOTHING, using(0, 0))).isEmpty();
    }
}

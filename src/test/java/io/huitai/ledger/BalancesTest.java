package io.huitai.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.huitai.shop.MemberNo;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BalancesTest {
    private static final Account ZHANG = Account.of(new MemberNo("M1"));
    private static final LocalDate TODAY = LocalDate.parse("2026-05-01");

    private static Lot lot(String id, String expires) {
        return new Lot(id, Optional.empty(), Optional.of(LocalDate.parse(expires)), "S001", "S001/T1");
    }

    private static Posting earned(Lot lot, long amount) {
        return new Posting(Account.ISSUED, ZHANG, Asset.POINTS, lot, amount);
    }

    @Test
    void pointsAreTakenSoonestExpiryFirstAndNeverFromAnExpiredLot() {
        var balances = Balances.of(List.of())
                .after(
                        ZHANG,
                        List.of(
                                earned(lot("late", "2027-01-01"), 50),
                                earned(lot("soon", "2026-05-01"), 30),
                                earned(lot("gone", "2026-04-30"), 99)));

        assertThat(balances.usable(Asset.POINTS, LotDay.of(TODAY), _ -> true)).isEqualTo(80);
        assertThat(balances.take(Asset.POINTS, 40, LotDay.of(TODAY), _ -> true))
                .extracting(holding -> holding.lot().id() + " " + holding.amount())
                .containsExactly("soon 30", "late 10");
    }

    @Test
    void aDoubtedDayEndsNoLotAndBeginsThoseOfToday() {
        var day = new LotDay(TODAY.plusYears(1), TODAY);
        var today = new Lot("today", Optional.of(day.today()), Optional.of(day.today()), "S001", "S001/T1");
        var balances = Balances.of(List.of())
                .after(
                        ZHANG,
                        List.of(
                                earned(lot("soon", "2026-05-01"), 30),
                                earned(lot("gone", "2026-04-30"), 99),
                                earned(today, 5)));

        assertThat(balances.usable(Asset.POINTS, day, _ -> true)).isEqualTo(35);
        assertThat(balances.usable(Asset.POINTS, LotDay.of(day.today()), _ -> true))
                .isEqualTo(5);
    }

    @Test
    void aPostingBackwardsLeavesNothing() {
        var lot = lot("a", "2026-12-31");
        var balances = Balances.of(List.of())
                .after(ZHANG, List.of(earned(lot, 30), new Posting(ZHANG, Account.REDEEMED, Asset.POINTS, lot, 30)));
        assertThat(balances.all()).isEmpty();
    }

    @Test
    void talliesCountUpAndDown() {
        var balances = Balances.of(List.of())
                .after(ZHANG, List.of(Posting.tally(ZHANG, Asset.SPEND, 500), Posting.tally(ZHANG, Asset.SPEND, -200)));
        assertThat(balances.tally(Asset.SPEND)).isEqualTo(300);
    }

    @Test
    void ofLotsThatEndTogetherTheOlderIsTakenFirst() {
        var balances = Balances.of(List.of())
                .after(
                        ZHANG,
                        List.of(
                                earned(lot("S001-T1-1-102-0", "2026-12-31"), 1),
                                earned(lot("S001-T1-1-12-1", "2026-12-31"), 1),
                                earned(lot("S001-T1-1-12-0", "2026-12-31"), 1),
                                earned(lot("S001-T1-1-7-0", "2026-12-31"), 1)));

        assertThat(balances.take(Asset.POINTS, 4, LotDay.of(TODAY), _ -> true))
                .extracting(holding -> holding.lot().id())
                .containsExactly("S001-T1-1-7-0", "S001-T1-1-12-0", "S001-T1-1-12-1", "S001-T1-1-102-0");
    }
}

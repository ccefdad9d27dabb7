package io.huitai.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import io.huitai.shop.MemberNo;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
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

    /// What is counted by day stands in rows of numbers; it must come to what lots of days came to, one by one.
    @Test
    void daysAndLotsComeToTheSumOfTheirPostings() {
        for (var seed = 0L; seed < 200; seed++) {
            var random = new Random(seed);
            var balances = Balances.NONE;
            var naive = new TreeMap<String, Long>();
            for (var fact = 0; fact < 40; fact++) {
                var postings = Stream.generate(() -> posting(random))
                        .limit(1 + random.nextInt(4))
                        .toList();
                balances = balances.after(ZHANG, postings);
                postings.forEach(posting -> naive.merge(
                        posting.asset().code() + " " + posting.lot().id(), posting.effectOn(ZHANG), Long::sum));
                naive.values().removeIf(amount -> amount == 0);
            }
            var name = "seed " + seed;
            assertThat(balances.all())
                    .as(name)
                    .extracting(held -> held.asset().code() + " " + held.lot().id(), Holding::amount)
                    .containsExactlyInAnyOrderElementsOf(naive.entrySet().stream()
                            .map(each -> tuple(each.getKey(), each.getValue()))
                            .toList());
            assertThat(balances.all())
                    .as(name)
                    .isSortedAccordingTo(Comparator.comparing(Holding::lot, Lot.SOONEST_FIRST)
                            .thenComparing(held -> held.asset().code()));
            assertThat(Balances.of(balances.all())).as(name).isEqualTo(balances).hasSameHashCodeAs(balances);
            for (var span = 0; span < 10; span++) {
                var first = TODAY.plusDays(random.nextInt(50));
                var last = first.plusDays(random.nextInt(50) - 5);
                assertThat(balances.tally(Asset.VISITS, first, last))
                        .as(name)
                        .isEqualTo(naive.entrySet().stream()
                                .filter(each -> each.getKey().startsWith("visits"))
                                .filter(each -> each.getKey().compareTo("visits " + first) >= 0)
                                .filter(each -> each.getKey().compareTo("visits " + last) <= 0)
                                .mapToLong(Map.Entry::getValue)
                                .sum());
                assertThat(balances.tallies(first, last).values())
                        .as(name)
                        .allSatisfy(tally -> assertThat(Tally.of(tally.steps())).isEqualTo(tally));
            }
        }
    }

    private static Posting posting(Random random) {
        var change = random.nextInt(1, 4) * (random.nextBoolean() ? 1 : -1);
        var day = TODAY.plusDays(random.nextInt(60));
        return switch (random.nextInt(4)) {
            case 0 -> Posting.tally(ZHANG, Asset.VISITS, day, change);
            case 1 -> Posting.tally(ZHANG, Asset.SPEND, day, change);
            case 2 -> earned(lot("p" + random.nextInt(5), "2027-01-0" + random.nextInt(1, 4)), Math.abs(change));
            default -> Posting.tally(ZHANG, Asset.RECHARGED, change);
        };
    }

    @Test
    void daysOutOfOrderAreNoTally() {
        for (var wrong :
                List.of(new long[] {1}, new long[] {1, 0}, new long[] {1, 1, 0, 1}, new long[] {1, 1, -1, 1})) {
            assertThatIllegalArgumentException().isThrownBy(() -> Tally.of(wrong));
        }
    }
}

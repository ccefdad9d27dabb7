package io.huitai.store;

import io.huitai.ledger.Asset;
import io.huitai.ledger.Balances;
import io.huitai.ledger.Tally;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.core.type.TypeReference;

/// What is counted of a member by day, in the parts of their row: the newest month that there is, the year before it,
/// the four years (from a leap year on) before that, all years before. An act of today writes the first part alone; the
/// others are written when a month, a year, four years turn, or for an old day. So a day is written a few times in its
/// life.
final class CountedDays {
    static final TypeReference<Map<Asset, Tally>> PART = new TypeReference<>() {};
    /// The fields of the member's row that hold the second part, the third, the fourth.
    static final List<String> OLDER = List.of("yearDays", "fourYearDays", "pastDays");

    private CountedDays() {}

    /// The four parts.
    static List<Map<Asset, Tally>> of(Balances balances) {
        var newest = balances.lastDay().orElse(LocalDate.EPOCH);
        var year = newest.withDayOfYear(1);
        var fourYears = year.minusYears(Math.floorMod(year.getYear(), 4));
        var parts = new ArrayList<Map<Asset, Tally>>();
        var last = LocalDate.MAX;
        for (var first : List.of(newest.withDayOfMonth(1), year, fourYears)) {
            parts.add(balances.tallies(first, last));
            last = first.minusDays(1);
        }
        parts.add(balances.tallies(LocalDate.MIN, last));
        return parts;
    }
}

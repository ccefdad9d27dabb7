package io.huitai.ledger;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;

/// Assets that came at one time and share their dates: the first and the last day of use, the store that they were
/// earned in, and who holds the right to spend them.
///
/// @param id unique over all tills: store, till, epoch, then entry and place in it, or the day of expiry; a tally's is
/// its day
/// @param holder the till (`store/till`) or {@link #HEAD_OFFICE}
public record Lot(String id, Optional<LocalDate> from, Optional<LocalDate> expires, String store, String holder) {
    public static final String HEAD_OFFICE = "head-office";
    /// The one lot of assets that are only counted.
    public static final Lot TALLY = new Lot("-", Optional.empty(), Optional.empty(), "-", "-");

    /// The lot of what is counted on one day, so that sums over days can be told: spend of the last twelve months.
    public static Lot tallyOf(LocalDate day) {
        return new Lot(day.toString(), Optional.of(day), Optional.empty(), TALLY.store, TALLY.holder);
    }

    /// The day that this is the lot of what is counted of.
    Optional<LocalDate> tallied() {
        return from.filter(day -> holder.equals(TALLY.holder) && equals(tallyOf(day)));
    }

    /// Soonest expiry first, what never expires last; then the older lot.
    public static final Comparator<Lot> SOONEST_FIRST = Comparator.comparing(
                    (Lot lot) -> lot.expires().orElse(LocalDate.MAX))
            .thenComparing(Lot::id, Lot::byEntry);

    /// Whether it can be used on this day: both ends are days of use.
    public boolean usableOn(LotDay day) {
        return from.filter(day.today()::isBefore).isEmpty() && !expiredOn(day);
    }

    public boolean expiredOn(LotDay day) {
        return expires.filter(day.ends()::isAfter).isPresent();
    }

    /// Where ids part, the longer number is the later entry: 12 comes after 7.
    private static int byEntry(String one, String other) {
        var at = 0;
        while (at < one.length() && at < other.length() && one.charAt(at) == other.charAt(at)) {
            at++;
        }
        var longer = Integer.compare(digitsFrom(one, at), digitsFrom(other, at));
        return longer == 0 ? one.compareTo(other) : longer;
    }

    private static int digitsFrom(String id, int first) {
        var end = first;
        while (end < id.length() && Character.isDigit(id.charAt(end))) {
            end++;
        }
        return end - first;
    }
}

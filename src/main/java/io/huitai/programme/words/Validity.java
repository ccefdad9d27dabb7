package io.huitai.programme.words;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Optional;

/// How long points or vouchers live from the day that they are given for.
public sealed interface Validity {
    record Unlimited() implements Validity {}

    /// The day itself counts: 1 is that day only.
    record Days(int days) implements Validity {
        public Days {
            if (days <= 0) {
                throw new IllegalArgumentException("Days are above zero: " + days);
            }
        }
    }

    /// Until the same date so many months later.
    record Months(int months) implements Validity {
        public Months {
            if (months <= 0) {
                throw new IllegalArgumentException("Months are above zero: " + months);
            }
        }
    }

    /// The calendar month of the day, from its first to its last.
    record ThatMonth() implements Validity {}

    /// So many days before the day until so many days after it.
    record Around(int before, int after) implements Validity {
        public Around {
            if (before < 0 || after < 0) {
                throw new IllegalArgumentException("Days before and after are not negative");
            }
        }
    }

    /// Cleared at the end of one day each year, the next one on or after the day.
    record UntilYearly(MonthDay clearing) implements Validity {}

    /// The first day of use.
    default LocalDate first(LocalDate day) {
        return switch (this) {
            case Unlimited _, Days _, Months _, UntilYearly _ -> day;
            case ThatMonth() -> day.withDayOfMonth(1);
            case Around around -> day.minusDays(around.before);
        };
    }

    /// The last day of use; empty is never.
    default Optional<LocalDate> last(LocalDate day) {
        return switch (this) {
            case Unlimited() -> Optional.empty();
            case Days(var days) -> Optional.of(Dates.lastOfDays(day, days));
            case Months(var months) -> Optional.of(Dates.lastOfMonths(day, months));
            case ThatMonth() -> Optional.of(day.withDayOfMonth(day.lengthOfMonth()));
            case Around around -> Optional.of(day.plusDays(around.after));
            case UntilYearly(var clearing) -> {
                var thisYear = clearing.atYear(day.getYear());
                yield Optional.of(day.isAfter(thisYear) ? clearing.atYear(day.getYear() + 1) : thisYear);
            }
        };
    }
}

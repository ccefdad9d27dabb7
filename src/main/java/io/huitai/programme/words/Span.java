package io.huitai.programme.words;

import java.time.LocalDate;

/// The days that a requirement looks at.
public sealed interface Span {
    record Lifetime() implements Span {}

    record SinceJoining() implements Span {}

    /// The day itself and the same date so many months before it, and all between.
    record LastMonths(int months) implements Span {
        public LastMonths {
            if (months <= 0) {
                throw new IllegalArgumentException("Months are above zero: " + months);
            }
        }
    }

    /// The calendar year of the day.
    record CalendarYear() implements Span {}

    /// The calendar year before that of the day: for reviews on 1 January.
    record PastYear() implements Span {}

    /// The first day looked at.
    default LocalDate first(LocalDate today, LocalDate joined) {
        return switch (this) {
            case Lifetime() -> LocalDate.of(1, 1, 1);
            case SinceJoining() -> joined;
            case LastMonths(var months) -> today.minusMonths(months);
            case CalendarYear() -> today.withDayOfYear(1);
            case PastYear() -> today.minusYears(1).withDayOfYear(1);
        };
    }

    /// The last day looked at.
    default LocalDate last(LocalDate today) {
        return switch (this) {
            case Lifetime _, SinceJoining _, LastMonths _, CalendarYear _ -> today;
            case PastYear() -> today.withDayOfYear(1).minusDays(1);
        };
    }
}

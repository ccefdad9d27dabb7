package io.huitai.programme.words;

import java.time.LocalDate;

/// The calendar rules that programmes share.
public final class Dates {
    private Dates() {}

    /// The day a birthday is kept in a year: 29 February on the 28th in common years.
    public static LocalDate birthdayIn(LocalDate born, int year) {
        return born.withYear(year);
    }

    /// The last day of "n months" from a first day: the same date n months later, clamped to the month's end.
    public static LocalDate lastOfMonths(LocalDate first, int months) {
        return first.plusMonths(months);
    }

    /// The last day of "n days": the first day counts.
    public static LocalDate lastOfDays(LocalDate first, int days) {
        return first.plusDays(days - 1L);
    }
}

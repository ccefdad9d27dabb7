package io.huitai.till.report;

import java.time.LocalDate;
import java.util.Optional;

/// The business days that a report tells of; an end that is not given is open.
public record Period(Optional<LocalDate> from, Optional<LocalDate> to) {
    public static final Period ALL = new Period(Optional.empty(), Optional.empty());

    public static Period of(LocalDate from, LocalDate to) {
        return new Period(Optional.of(from), Optional.of(to));
    }

    public boolean holds(LocalDate day) {
        return from.filter(day::isBefore).isEmpty() && !isOverBy(day);
    }

    /// Whether the day comes after it.
    boolean isOverBy(LocalDate day) {
        return to.filter(day::isAfter).isPresent();
    }
}

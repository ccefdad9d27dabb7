package io.huitai.ledger;

import java.time.LocalDate;

/// A day as lots are judged on it. They begin by what the clock says; they end by the last day that nobody doubts, so
/// that a wrong clock takes nothing from a guest.
///
/// @param ends never after `today`, and the same while the clock is believed
public record LotDay(LocalDate today, LocalDate ends) {
    public LotDay {
        if (ends.isAfter(today)) {
            throw new IllegalArgumentException("Lots of " + today + " cannot end by " + ends);
        }
    }

    /// A day that nobody doubts.
    public static LotDay of(LocalDate day) {
        return new LotDay(day, day);
    }
}

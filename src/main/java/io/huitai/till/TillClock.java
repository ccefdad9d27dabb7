package io.huitai.till;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/// The till's time: the wall clock's, or in training a time that stands still until it is set; never below the last
/// entry's.
public final class TillClock implements InstantSource {
    private final InstantSource wall;
    private final AtomicReference<Optional<Instant>> fixed;
    private final AtomicReference<Instant> floor = new AtomicReference<>(Instant.MIN);

    public TillClock(InstantSource wall, Optional<Instant> fixed) {
        this.wall = wall;
        this.fixed = new AtomicReference<>(fixed);
    }

    @Override
    public Instant instant() {
        var now = fixed.get().orElseGet(wall::instant);
        var lowest = floor.get();
        return now.isBefore(lowest) ? lowest : now;
    }

    /// From here on it is at least this.
    void notBelow(Instant instant) {
        floor.accumulateAndGet(instant, (before, other) -> other.isAfter(before) ? other : before);
    }

    /// Stands still at a time.
    void set(Instant instant) {
        fixed.set(Optional.of(instant));
    }
}

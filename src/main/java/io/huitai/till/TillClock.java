package io.huitai.till;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// The till's time: the wall clock's, or in training a time that stands still until it is set; never below the last
/// entry's.
public final class TillClock implements InstantSource {
    private final InstantSource wall;
    private Optional<Instant> fixed;
    private Instant floor = Instant.MIN;

    public TillClock(InstantSource wall, Optional<Instant> fixed) {
        this.wall = wall;
        this.fixed = fixed;
    }

    @Override
    public synchronized Instant instant() {
        var now = fixed.orElseGet(wall::instant);
        return now.isBefore(floor) ? floor : now;
    }

    /// From here on it is at least this.
    synchronized void notBelow(Instant instant) {
        if (instant.isAfter(floor)) {
            floor = instant;
        }
    }

    /// Stands still at a time.
    synchronized void set(Instant instant) {
        fixed = Optional.of(instant);
    }
}

package io.huitai.till.book;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.LongSupplier;

/// The till's time: the wall clock's, or in training a time that stands still until it is set; never below the last
/// entry's.
public final class TillClock implements InstantSource {
    /// A clock that is off by more since the last entry has jumped.
    private static final Duration LONGEST_STEP = Duration.ofDays(1);

    /// No till ran before; a computer that says so has lost its time.
    private static final Instant EARLIEST = Instant.parse("2026-01-01T00:00:00Z");

    private final InstantSource wall;
    private final LongSupplier steadyNanos;
    private Optional<Instant> fixed;
    private Instant floor = Instant.MIN;
    private Optional<Instant> wallAtEntry = Optional.empty();
    private long nanosAtEntry;

    /// @param steadyNanos counts from anywhere and cannot be set, as `System.nanoTime`
    public TillClock(InstantSource wall, LongSupplier steadyNanos, Optional<Instant> fixed) {
        this.wall = wall;
        this.steadyNanos = steadyNanos;
        this.fixed = fixed;
    }

    @Override
    public synchronized Instant instant() {
        var now = fixed.orElseGet(wall::instant);
        return now.isBefore(floor) ? floor : now;
    }

    /// Nanoseconds since some moment of this run; nobody can set them.
    long steady() {
        return steadyNanos.getAsLong();
    }

    /// The last entry of an earlier run: how long ago that was is not known, so all the time since then is a step.
    public synchronized void lastEntry(Instant at) {
        entryAt(at, at);
    }

    /// An entry has just been made.
    synchronized void entryMade(Instant at) {
        entryAt(at, wall.instant());
    }

    private void entryAt(Instant at, Instant wallThen) {
        if (at.isAfter(floor)) {
            floor = at;
        }
        wallAtEntry = Optional.of(wallThen);
        nanosAtEntry = steadyNanos.getAsLong();
    }

    /// A wall clock that says another time than it should.
    record Jump(Instant from, Instant to) {}

    /// How the wall clock has jumped since the last entry, either way; a time that was set has not.
    synchronized Optional<Jump> jump() {
        var passed = Duration.ofNanos(steadyNanos.getAsLong() - nanosAtEntry);
        return wallAtEntry
                .filter(_ -> !isFixed())
                .map(then -> new Jump(then.plus(passed), wall.instant()))
                .filter(jump -> Duration.between(jump.from(), jump.to()).abs().compareTo(LONGEST_STEP) > 0);
    }

    /// The wall clock's time where the till's stands more than a day ahead of it, because entries were made there.
    public synchronized Optional<Instant> behind() {
        var now = wall.instant();
        return Optional.of(now)
                .filter(_ -> !isFixed())
                .filter(_ -> now.isBefore(floor.minus(LONGEST_STEP)))
                .filter(EARLIEST::isBefore);
    }

    /// From now on the wall clock's time, whatever the last entry says.
    synchronized void setBack() {
        floor = Instant.MIN;
        entryAt(wall.instant(), wall.instant());
    }

    /// Where it stands, to be put back where a move of it could not be journalled.
    record Mark(Optional<Instant> fixed, Instant floor, Optional<Instant> wallAtEntry, long nanosAtEntry) {}

    synchronized Mark mark() {
        return new Mark(fixed, floor, wallAtEntry, nanosAtEntry);
    }

    synchronized void backTo(Mark mark) {
        fixed = mark.fixed();
        floor = mark.floor();
        wallAtEntry = mark.wallAtEntry();
        nanosAtEntry = mark.nanosAtEntry();
    }

    /// Stands still at a time.
    synchronized void set(Instant instant) {
        fixed = Optional.of(instant);
    }

    /// Whether it was set by hand and stands still.
    public synchronized boolean isFixed() {
        return fixed.isPresent();
    }
}

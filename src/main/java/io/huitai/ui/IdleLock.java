package io.huitai.ui;

import java.time.Duration;
import java.util.function.Supplier;

/// Locks the window when nobody has touched the till for a while. Counts ticks, so it needs no clock.
final class IdleLock {
    private final Duration step;
    private final Supplier<Duration> patience;
    private final Runnable lock;
    private Duration idle = Duration.ZERO;

    /// @param step the time from tick to tick
    /// @param patience how long nobody may touch it; zero is for ever
    IdleLock(Duration step, Supplier<Duration> patience, Runnable lock) {
        this.step = step;
        this.patience = patience;
        this.lock = lock;
    }

    /// Somebody is there.
    void touched() {
        idle = Duration.ZERO;
    }

    void tick() {
        idle = idle.plus(step);
        if (patience.get().isPositive() && idle.compareTo(patience.get()) >= 0) {
            touched();
            lock.run();
        }
    }
}

package io.huitai.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class IdleLockTest {
    private static final Duration STEP = Duration.ofSeconds(2);

    private final AtomicInteger locked = new AtomicInteger();

    private IdleLock after(Duration patience) {
        return new IdleLock(STEP, () -> patience, locked::incrementAndGet);
    }

    private static void tick(IdleLock lock, int times) {
        for (var i = 0; i < times; i++) {
            lock.tick();
        }
    }

    @Test
    void locksOnceWhenThePatienceIsOver() {
        var lock = after(Duration.ofMinutes(1));
        tick(lock, 29);
        assertThat(locked).hasValue(0);
        tick(lock, 1);
        assertThat(locked).hasValue(1);
        tick(lock, 29);
        assertThat(locked).hasValue(1);
    }

    @Test
    void aTouchBeginsAgain() {
        var lock = after(Duration.ofMinutes(1));
        tick(lock, 29);
        lock.touched();
        tick(lock, 29);
        assertThat(locked).hasValue(0);
    }

    @Test
    void noPatienceIsForEver() {
        tick(after(Duration.ZERO), 10_000);
        assertThat(locked).hasValue(0);
    }
}

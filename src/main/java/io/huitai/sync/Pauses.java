package io.huitai.sync;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// How long to wait between tries: after the first failure up to `first`, then twice as long each time, up to
/// `longest`; of that, half is certain and half is chance, so that tills that fell silent together do not come back
/// together.
///
/// @param idle how often to ask for the feed when nothing else happens
public record Pauses(Duration first, Duration longest, Duration idle, RandomGenerator chance) {
    /// 1 s to 5 min; every 15 s while on line.
    public static Pauses usual(RandomGenerator chance) {
        return new Pauses(Duration.ofSeconds(1), Duration.ofMinutes(5), Duration.ofSeconds(15), chance);
    }

    public Pauses {
        if (!first.isPositive() || longest.compareTo(first) < 0 || !idle.isPositive()) {
            throw new IllegalArgumentException("Pauses are above zero, and the longest is not the shortest");
        }
    }

    /// The pause after so many failures in a row, from 1.
    Duration after(int failures) {
        long full = first.toMillis();
        for (int i = 1; i < failures && full < longest.toMillis(); i++) {
            full *= 2;
        }
        full = Math.max(2, Math.min(full, longest.toMillis()));
        return Duration.ofMillis(full / 2 + chance.nextLong(full - full / 2 + 1));
    }
}

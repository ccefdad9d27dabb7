package io.huitai.bench;

import java.util.Arrays;

/// Durations of the same thing done many times.
final class Times {
    private long[] nanos = new long[64];
    private int count;

    void add(long took) {
        nanos = count == nanos.length ? Arrays.copyOf(nanos, 2 * count) : nanos;
        nanos[count++] = took;
    }

    double p50Millis() {
        return millis(50);
    }

    double p99Millis() {
        return millis(99);
    }

    private double millis(int percent) {
        var sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        return sorted[Math.min(count - 1, count * percent / 100)] / 1e6;
    }
}

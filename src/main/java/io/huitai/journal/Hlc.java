package io.huitai.journal;

import java.util.regex.Pattern;

/// A hybrid logical clock's reading: wall milliseconds since 1970, and a counter for readings within one, so that
/// readings only grow and follow what they have seen. As text `1763836408123.00004`: texts sort as readings do.
///
/// @param millis from 0 to 9,999,999,999,999
/// @param counter from 0 to 99,999
public record Hlc(long millis, int counter) implements Comparable<Hlc> {
    public static final Hlc ZERO = new Hlc(0, 0);

    private static final long MAX_MILLIS = 9_999_999_999_999L;
    private static final int MAX_COUNTER = 99_999;
    private static final Pattern FORMAT = Pattern.compile("(\\d{13})\\.(\\d{5})");

    public Hlc {
        if (millis < 0 || millis > MAX_MILLIS || counter < 0 || counter > MAX_COUNTER) {
            throw new IllegalArgumentException("Not a clock reading: " + millis + ", " + counter);
        }
    }

    /// Reads [#toString()]'s form; `IllegalArgumentException` for any other.
    public static Hlc parse(String text) {
        var match = FORMAT.matcher(text);
        if (!match.matches()) {
            throw new IllegalArgumentException("Not a clock reading: " + text);
        }
        return new Hlc(Long.parseLong(match.group(1)), Integer.parseInt(match.group(2)));
    }

    /// The reading for something that happens at a wall time after this one.
    public Hlc next(long wallMillis) {
        if (wallMillis > millis) {
            return new Hlc(wallMillis, 0);
        }
        return counter < MAX_COUNTER ? new Hlc(millis, counter + 1) : new Hlc(millis + 1, 0);
    }

    /// The later of two.
    public Hlc max(Hlc other) {
        return compareTo(other) >= 0 ? this : other;
    }

    @Override
    public int compareTo(Hlc other) {
        int byMillis = Long.compare(millis, other.millis);
        return byMillis != 0 ? byMillis : Integer.compare(counter, other.counter);
    }

    @Override
    public String toString() {
        return "%013d.%05d".formatted(millis, counter);
    }
}

package io.huitai.ledger;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// How much of an asset was counted on each day, as spend and visits are. Sums over days are asked for at every price,
/// and a guest of a thousand visits has a thousand days: so they are numbers in a row. Immutable.
public final class Tally {
    public static final Tally NONE = new Tally(new long[0]);

    /// In turn a day, counted from 1970, and what counts for it, never 0; the earliest first.
    private final long[] pairs;

    private Tally(long[] pairs) {
        this.pairs = pairs;
    }

    /// @param steps in turn how many days after the one before a day is (the first: after 1 January 1970), and what
    ///     counts for it, which is not 0
    public static Tally of(long[] steps) {
        var pairs = steps.clone();
        for (var at = 0; at < pairs.length; at += 2) {
            if (at + 1 == pairs.length || pairs[at + 1] == 0 || (at > 0 && pairs[at] <= 0)) {
                throw new IllegalArgumentException("No days in order with what counts for them");
            }
            pairs[at] += at == 0 ? 0 : pairs[at - 2];
        }
        return new Tally(pairs);
    }

    static Tally of(LocalDate day, long amount) {
        return amount == 0 ? NONE : new Tally(new long[] {day.toEpochDay(), amount});
    }

    /// As {@link #of(long[])} takes them.
    public long[] steps() {
        var steps = pairs.clone();
        for (var at = pairs.length - 2; at > 0; at -= 2) {
            steps[at] -= pairs[at - 2];
        }
        return steps;
    }

    boolean isEmpty() {
        return pairs.length == 0;
    }

    /// Both together; what adds up to 0 leaves.
    Tally plus(Tally other) {
        var sum = new long[pairs.length + other.pairs.length];
        var end = 0;
        var at = 0;
        for (var theirs = 0; theirs < other.pairs.length; theirs += 2) {
            var day = other.pairs[theirs];
            var amount = other.pairs[theirs + 1];
            var from = at;
            at = from(day);
            System.arraycopy(pairs, from, sum, end, at - from);
            end += at - from;
            if (at < pairs.length && pairs[at] == day) {
                amount = Math.addExact(pairs[at + 1], amount);
                at += 2;
            }
            if (amount != 0) {
                sum[end] = day;
                sum[end + 1] = amount;
                end += 2;
            }
        }
        System.arraycopy(pairs, at, sum, end, pairs.length - at);
        return new Tally(Arrays.copyOf(sum, end + pairs.length - at));
    }

    /// Where a day stands, or the first one after it.
    private int from(long day) {
        var low = 0;
        var high = pairs.length / 2;
        while (low < high) {
            var middle = (low + high) / 2;
            if (pairs[2 * middle] < day) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return 2 * low;
    }

    /// The days from a first to a last one.
    Tally between(LocalDate first, LocalDate last) {
        var from = from(first.toEpochDay());
        return new Tally(Arrays.copyOfRange(pairs, from, Math.max(from, from(last.toEpochDay() + 1))));
    }

    long sum(LocalDate first, LocalDate last) {
        var end = from(last.toEpochDay() + 1);
        var sum = 0L;
        for (var at = from(first.toEpochDay()); at < end; at += 2) {
            sum += pairs[at + 1];
        }
        return sum;
    }

    /// The days with more than nothing.
    Stream<LocalDate> days() {
        return IntStream.range(0, pairs.length / 2)
                .filter(at -> pairs[2 * at + 1] > 0)
                .mapToObj(at -> LocalDate.ofEpochDay(pairs[2 * at]));
    }

    LocalDate lastDay() {
        return LocalDate.ofEpochDay(pairs[pairs.length - 2]);
    }

    Stream<Holding> holdings(Asset asset) {
        return IntStream.range(0, pairs.length / 2)
                .mapToObj(
                        at -> new Holding(asset, Lot.tallyOf(LocalDate.ofEpochDay(pairs[2 * at])), pairs[2 * at + 1]));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Tally tally && Arrays.equals(pairs, tally.pairs);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(pairs);
    }

    @Override
    public String toString() {
        return Arrays.toString(pairs);
    }
}

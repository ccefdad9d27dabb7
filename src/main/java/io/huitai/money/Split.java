package io.huitai.money;

import java.math.BigInteger;
import java.util.Arrays;

/// Splits an amount over weights by the largest-remainder method: the parts always add up to the amount.
public final class Split {
    private Split() {}

    /// Each part is at least `floor(amount × weight ÷ Σ weights)`; what is left goes one by one to the largest
    /// remainders, ties to the earlier.
    ///
    /// @param amount not negative
    /// @param weights not negative; where all are zero the whole amount must be zero
    /// @return parts in the order of the weights
    public static long[] of(long amount, long[] weights) {
        if (amount < 0) {
            throw new IllegalArgumentException("Only an amount that is not negative can be split: " + amount);
        }
        var total = 0L;
        var fits = true;
        for (var weight : weights) {
            if (weight < 0) {
                throw new IllegalArgumentException("A weight is not negative: " + weight);
            }
            total += weight;
            fits &= total >= 0;
        }
        if (amount == 0) {
            return new long[weights.length];
        }
        if (fits && total == 0) {
            throw new IllegalArgumentException("Nothing to split " + amount + " over");
        }
        var narrow = fits && Math.multiplyHigh(amount, total) == 0 && amount * total >= 0;
        return narrow ? narrow(amount, weights, total) : wide(amount, weights);
    }

    /// The usual road: every product fits a `long`.
    private static long[] narrow(long amount, long[] weights, long total) {
        var parts = new long[weights.length];
        var remainders = new long[weights.length];
        var left = amount;
        for (var i = 0; i < weights.length; i++) {
            var product = amount * weights[i];
            parts[i] = product / total;
            remainders[i] = product - parts[i] * total;
            left -= parts[i];
        }
        if (left > 0) {
            giveRest(Math.toIntExact(left), parts, remainders);
        }
        return parts;
    }

    /// One more to each of the `left` largest remainders; among equals to the earlier.
    private static void giveRest(int left, long[] parts, long[] remainders) {
        var sorted = remainders.clone();
        Arrays.sort(sorted);
        var smallest = sorted[sorted.length - left];
        var equals = left;
        for (var remainder : remainders) {
            if (remainder > smallest) {
                equals--;
            }
        }
        for (var i = 0; i < parts.length; i++) {
            if (remainders[i] > smallest || (remainders[i] == smallest && equals-- > 0)) {
                parts[i]++;
            }
        }
    }

    private static long[] wide(long amount, long[] weights) {
        var total = BigInteger.ZERO;
        for (var weight : weights) {
            total = total.add(BigInteger.valueOf(weight));
        }
        var parts = new long[weights.length];
        var remainders = new BigInteger[weights.length];
        var left = amount;
        for (var i = 0; i < weights.length; i++) {
            var exact = BigInteger.valueOf(amount)
                    .multiply(BigInteger.valueOf(weights[i]))
                    .divideAndRemainder(total);
            parts[i] = exact[0].longValueExact();
            remainders[i] = exact[1];
            left -= parts[i];
        }
        for (; left > 0; left--) {
            var largest = 0;
            for (var i = 1; i < weights.length; i++) {
                if (remainders[i].compareTo(remainders[largest]) > 0) {
                    largest = i;
                }
            }
            parts[largest]++;
            remainders[largest] = BigInteger.ONE.negate();
        }
        return parts;
    }
}

package io.huitai.money;

import java.math.BigDecimal;

/// A share, in millionths: 85折 is `0.85`, that is 850000 parts. At most six decimals, never negative.
public record Rate(long parts) implements Comparable<Rate> {
    /// The parts of one whole.
    public static final long WHOLE = 1_000_000;

    public static final Rate ZERO = new Rate(0);
    public static final Rate ONE = new Rate(WHOLE);

    public Rate {
        if (parts < 0) {
            throw new IllegalArgumentException("A rate is not negative: " + parts);
        }
    }

    /// Reads a plain decimal: "0.85", "1.2".
    ///
    /// @throws NumberFormatException when it is not one
    public static Rate parse(String decimal) {
        try {
            return new Rate(Decimals.parse(decimal, 6));
        } catch (ArithmeticException large) {
            throw new NumberFormatException("'" + decimal + "' is too large");
        }
    }

    /// Both rates one after the other, exact to a millionth; rates of up to three decimals multiply exactly.
    public Rate times(Rate other) {
        return new Rate(Decimals.halfUp(parts, other.parts, WHOLE));
    }

    /// `floor(count × rate)`, for points and coefficients.
    public long floorOf(long count) {
        return Decimals.floor(count, parts, WHOLE);
    }

    /// Whether it has at most three decimals, so that two of them multiply exactly.
    public boolean isCoarse() {
        return parts % 1_000 == 0;
    }

    @Override
    public int compareTo(Rate other) {
        return Long.compare(parts, other.parts);
    }

    /// As people read it: "13%", "6.5%".
    public String percent() {
        return decimal(4) + "%";
    }

    /// The decimal without trailing zeros: "0.85", "1".
    @Override
    public String toString() {
        return decimal(6);
    }

    private String decimal(int places) {
        return new BigDecimal(parts).movePointLeft(places).stripTrailingZeros().toPlainString();
    }
}

package io.huitai.money;

import java.math.BigInteger;
import java.util.regex.Pattern;

/// Fixed-point arithmetic shared by the types of this room. `a × b ÷ c` is exact in between: it takes the wide road
/// only where a `long` would overflow.
final class Decimals {
    private static final Pattern PLAIN = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");
    private static final long[] TEN = {1, 10, 100, 1_000, 10_000, 100_000, 1_000_000};

    private Decimals() {}

    /// Reads a plain decimal as whole units of 10^-places; a number too long to fit is an ArithmeticException.
    static long parse(String text, int places) {
        if (!PLAIN.matcher(text).matches()) {
            throw new NumberFormatException("'" + text + "' is not a plain decimal number");
        }
        var dot = text.indexOf('.');
        var decimals = dot < 0 ? 0 : text.length() - dot - 1;
        if (decimals > places) {
            throw new NumberFormatException("'" + text + "' has more than " + places + " decimals");
        }
        var digits = dot < 0 ? text : text.substring(0, dot) + text.substring(dot + 1);
        if (digits.length() > 100) {
            throw new ArithmeticException("A number of " + digits.length() + " digits");
        }
        return new BigInteger(digits)
                .multiply(BigInteger.valueOf(TEN[places - decimals]))
                .longValueExact();
    }

    static String text(long units, int places) {
        var scale = TEN[places];
        var whole = Math.abs(units / scale);
        var rest = Math.abs(units % scale);
        return (units < 0 ? "-" : "")
                + whole
                + '.'
                + Long.toString(scale + rest).substring(1);
    }

    /// `a × b ÷ c` rounded half-up (away from zero at the half); `c` is positive.
    static long halfUp(long a, long b, long c) {
        if (Math.multiplyHigh(a, b) == (a * b) >> 63
                && Math.abs(a * b) < Long.MAX_VALUE / 4
                && c < Long.MAX_VALUE / 4) {
            var product = a * b;
            var magnitude = (2 * Math.abs(product) + c) / (2 * c);
            return product < 0 ? -magnitude : magnitude;
        }
        var product = BigInteger.valueOf(a).multiply(BigInteger.valueOf(b));
        var magnitude = product.abs()
                .shiftLeft(1)
                .add(BigInteger.valueOf(c))
                .divide(BigInteger.valueOf(c).shiftLeft(1));
        return (product.signum() < 0 ? magnitude.negate() : magnitude).longValueExact();
    }

    /// `a × b ÷ c` rounded towards minus infinity; `c` is positive.
    static long floor(long a, long b, long c) {
        if (Math.multiplyHigh(a, b) == (a * b) >> 63) {
            return Math.floorDiv(a * b, c);
        }
        var parts = BigInteger.valueOf(a).multiply(BigInteger.valueOf(b)).divideAndRemainder(BigInteger.valueOf(c));
        return (parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0]).longValueExact();
    }
}

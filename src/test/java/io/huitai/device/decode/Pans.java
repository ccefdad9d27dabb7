package io.huitai.device.decode;

import java.util.List;
import java.util.Random;

/// Numbers for tests. The payment numbers are made up.
final class Pans {
    private static final List<String> PREFIXES =
            List.of("4", "51", "55", "2221", "2720", "34", "37", "6011", "65", "3528", "3589", "62", "81", "50", "36");

    private Pans() {}

    /// A number with an issuer's prefix and length and a good check digit.
    static String random(Random random) {
        var prefix = PREFIXES.get(random.nextInt(PREFIXES.size()));
        var length = switch (prefix) {
            case "34", "37" -> 15;
            case "36" -> 14;
            case "62" -> random.nextBoolean() ? 16 : 19;
            default -> 16;
        };
        var digits = new StringBuilder(prefix);
        while (digits.length() < length - 1) {
            digits.append(random.nextInt(10));
        }
        return withLuhn(digits.toString());
    }

    static String member(int number) {
        return withLuhn("998800000000%03d".formatted(number));
    }

    /// The check digit by trying all ten: no formula shared with the decoder but the sum itself.
    static String withLuhn(String digits) {
        for (var check = 0; check < 10; check++) {
            if (CheckDigits.luhn(digits + check)) {
                return digits + check;
            }
        }
        throw new IllegalStateException("One of ten digits fits");
    }
}

package io.huitai.shop.person;

import io.huitai.shop.Writing;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// A taxpayer's number (税号): a unified social credit code of 18 characters, whose last one checks the others
/// (GB 32100); the identity number of a natural person; or an older number of 15 or 20, which nothing checks.
public record TaxNumber(String value) {
    /// No I, O, S, V and Z.
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final Pattern OLDER = Pattern.compile("[0-9]{6}(?:[0-9A-Z]{9}|[0-9A-Z]{14})");
    private static final Pattern BETWEEN = Pattern.compile("[-().\u00B7]");
    private static final int LENGTH = 18;

    public TaxNumber {
        if (!isGood(value)) {
            throw new IllegalArgumentException("This is no tax number");
        }
    }

    /// What somebody wrote for a number; empty where it is none, or its check character is wrong.
    public static Optional<TaxNumber> read(String written) {
        return Optional.of(plain(written)).filter(TaxNumber::isGood).map(TaxNumber::new);
    }

    /// Whether nothing is written.
    public static boolean isNone(String written) {
        return plain(written).isEmpty();
    }

    private static String plain(String written) {
        return BETWEEN.matcher(Writing.plain(written)).replaceAll("").toUpperCase(Locale.ROOT);
    }

    private static boolean isGood(String text) {
        return text.length() == LENGTH
                ? isCreditCode(text) || IdentityDocument.isIdentityNumber(text)
                : OLDER.matcher(text).matches();
    }

    private static boolean isCreditCode(String text) {
        var sum = 0;
        var weight = 1;
        for (var i = 0; i < LENGTH; i++) {
            var worth = ALPHABET.indexOf(text.charAt(i));
            if (worth < 0) {
                return false;
            }
            sum += worth * (i == LENGTH - 1 ? 1 : weight);
            weight = weight * 3 % ALPHABET.length();
        }
        return sum % ALPHABET.length() == 0;
    }

    @Override
    public String toString() {
        return value;
    }
}

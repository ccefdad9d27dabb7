package io.huitai.device.decode;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// The numbers of contactless cards in hex, the first byte first, as ISO/IEC 14443-3 and 15693 give them. Pure.
public final class Uids {
    private static final Pattern WRITTEN = Pattern.compile("(?:0[xX])?[0-9A-Fa-f]{2}(?:[ :.-]?[0-9A-Fa-f]{2}){3,9}");
    private static final Pattern ONE_BYTE = Pattern.compile("(..)\\1*");
    private static final int FOUR_BYTES = 8;

    /// ISO/IEC 14443-3: made up for this tap.
    private static final String RANDOM = "08";

    /// ISO/IEC 14443-3: the cascade tag, in front of the first three bytes of a longer number. A reader that stops
    /// there shows the same number for many cards.
    private static final String CASCADE = "88";

    private Uids() {}

    /// The capitals of a number of 4 to 10 bytes, however it is grouped; empty where it is none.
    public static Optional<String> hex(String text) {
        var narrow = Widths.narrow(text).strip();
        if (!WRITTEN.matcher(narrow).matches()) {
            return Optional.empty();
        }
        var bare = narrow.startsWith("0x") || narrow.startsWith("0X") ? narrow.substring(2) : narrow;
        return Optional.of(bare.replaceAll("[ :.-]", "").toUpperCase(Locale.ROOT));
    }

    /// Whether nobody can be known by a number: a telephone makes it up for each tap, a reader that failed fills it
    /// with one byte, or half of it is missing.
    public static boolean isNobodys(String hex) {
        var four = hex.length() == FOUR_BYTES;
        return isOneByte(hex) || (four && (hex.startsWith(RANDOM) || hex.startsWith(CASCADE)));
    }

    /// Whether a number has as many bytes as ISO/IEC 14443-3 (4, 7, 10) or 15693 (8) give.
    public static boolean isUsual(String hex) {
        return switch (hex.length() / 2) {
            case 4, 7, 8, 10 -> true;
            default -> false;
        };
    }

    /// Whether a number is one byte over and over, which is no card's whatever reads it.
    public static boolean isOneByte(String number) {
        return ONE_BYTE.matcher(number).matches();
    }

    /// The same from its last byte on, as some readers send it.
    public static String reversed(String hex) {
        var reversed = new StringBuilder(hex.length());
        for (var at = hex.length() - 2; at >= 0; at -= 2) {
            reversed.append(hex, at, at + 2);
        }
        return reversed.toString();
    }
}

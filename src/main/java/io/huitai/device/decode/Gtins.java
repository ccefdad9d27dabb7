package io.huitai.device.decode;

import java.util.List;
import java.util.Optional;

/// The numbers of goods in their several lengths (GS1 General Specifications): EAN-8, UPC-A, EAN-13 and GTIN-14 are one
/// number with zeros in front, UPC-E is a UPC-A that leaves zeros out. Pure.
public final class Gtins {
    private static final int LONGEST = 14;
    private static final List<Integer> LENGTHS = List.of(8, 12, 13, LONGEST);

    private Gtins() {}

    /// Whether digits are a number of goods with its check digit right.
    public static boolean holds(String digits) {
        return switch (digits.length()) {
            case 8, 12, 13, LONGEST -> CheckDigits.allDigits(digits) && CheckDigits.gs1(digits);
            default -> false;
        };
    }

    /// Whether digits are as many as a number of goods has, and the check digit wrong: a code that was misread, or one
    /// that somebody made up.
    public static boolean isMisread(String digits) {
        return switch (digits.length()) {
            case 8, 12, 13, LONGEST -> CheckDigits.allDigits(digits) && !CheckDigits.gs1(digits);
            default -> false;
        };
    }

    /// All fourteen digits, by which numbers of any length are the same; other texts as they are.
    public static String whole(String code) {
        var isNumber = switch (code.length()) {
            case 8, 12, 13, LONGEST -> CheckDigits.allDigits(code);
            default -> false;
        };
        return isNumber ? "0".repeat(LONGEST - code.length()) + code : code;
    }

    /// As scanners send it: 13 digits where the fourteenth is a 0 in front.
    static String usual(String digits) {
        return switch (digits.length()) {
            case 12 -> "0" + digits;
            case LONGEST -> digits.charAt(0) == '0' ? digits.substring(1) : digits;
            default -> digits;
        };
    }

    /// The UPC-A, 13 digits with its leading 0, of a UPC-E of eight digits; empty where the check digit says it is
    /// none.
    static Optional<String> ofUpcE(String eight) {
        if (eight.length() != 8 || !CheckDigits.allDigits(eight) || eight.charAt(0) > '1') {
            return Optional.empty();
        }
        var body = eight.substring(1, 7);
        var expanded = switch (body.charAt(5)) {
            case '0', '1', '2' -> body.substring(0, 2) + body.charAt(5) + "0000" + body.substring(2, 5);
            case '3' -> body.substring(0, 3) + "00000" + body.substring(3, 5);
            case '4' -> body.substring(0, 4) + "00000" + body.charAt(4);
            default -> body.substring(0, 5) + "0000" + body.charAt(5);
        };
        var upc = "0" + eight.charAt(0) + expanded + eight.charAt(7);
        return CheckDigits.gs1(upc) ? Optional.of(upc) : Optional.empty();
    }

    /// The number of the single goods in a GTIN-14 with an indicator: its own check digit is another.
    public static String withoutIndicator(String fourteen) {
        return corrected(fourteen.substring(1));
    }

    /// The numbers of goods that a row of digits was meant to be where a check digit in it is wrong: the whole of
    /// it, or what stands in front of an add-on.
    public static List<String> meant(String digits) {
        if (!CheckDigits.allDigits(digits)) {
            return List.of();
        }
        return LENGTHS.stream()
                .filter(length -> List.of(length, length + 2, length + 5).contains(digits.length()))
                .map(length -> digits.substring(0, length))
                .filter(Gtins::isMisread)
                .map(Gtins::corrected)
                .toList();
    }

    private static String corrected(String digits) {
        var body = digits.substring(0, digits.length() - 1);
        for (var check = '0'; check <= '9'; check++) {
            if (CheckDigits.gs1(body + check)) {
                return body + check;
            }
        }
        throw new IllegalStateException("One of ten digits fits");
    }
}

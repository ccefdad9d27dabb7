package io.huitai.device.decode;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Finds payment cards' numbers in what people type. Pure; remembers and repeats nothing.
///
/// Digits of any script and width count, and Chinese numerals; up to three signs or spaces may stand between two
/// digits.
/// A number begins and ends where its digits do: parts of longer runs are goods, labels, payment codes and tax numbers
/// far more often. The issuer's range and length and the Luhn digit must fit.
public final class FreeText {
    private static final Set<Integer> SHORT = Set.of(13, 14, 15);
    private static final String SHORT_ISSUERS = "4[0-9]{12}|3[47][0-9]{13}|3(?:0[0-5]|09|[689][0-9])[0-9]{11}";
    private static final Set<Integer> TAX_NUMBERS = Set.of(15, 17, 18, 20);
    private static final int SHORTEST = 13;
    private static final int LONGEST = 19;
    private static final int BETWEEN = 3;
    private static final int ID = 18;
    private static final int[] ID_WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String ID_CHECKS = "10X98765432";
    private static final String NUMERALS = "〇一二三四五六七八九";
    private static final String SIGNS = ".·•_/|\\*+~'`";
    private static final Pattern PAYMENT_CODE = Pattern.compile("(?:1[0-5]|2[5-9]|30)[0-9]{14,22}|[0-9]{20,}");
    private static final Pattern DOCUMENT = Pattern.compile("(?=.*[A-Za-z])[0-9A-Za-z]{4,20}");
    private static final Pattern PIECE = Pattern.compile("[^\\p{L}]*[0-9][^\\p{L}]*");

    private FreeText() {}

    /// Whether a text holds a payment card's number.
    public static boolean holdsPan(String text) {
        return text.codePoints().filter(FreeText::isNumeral).limit(SHORTEST).count() == SHORTEST && isIn(runs(text));
    }

    private static boolean isNumeral(int point) {
        return Character.isDigit(point) || Character.getType(point) == Character.OTHER_NUMBER || digit(point) != point;
    }

    /// Whether a number is spread over some of these, which were typed one after the other: over those of digits and
    /// signs alone.
    public static boolean isSpreadOver(Collection<String> texts) {
        var pieces = texts.stream()
                .filter(text -> text.length() <= BETWEEN * LONGEST)
                .map(FreeText::plain)
                .filter(text -> PIECE.matcher(text).matches())
                .toList();
        return pieces.size() > 1 && isIn(runs(String.join(" ", pieces)));
    }

    /// Whether a tender's reference is what a wallet shows or answers: no card has it.
    public static boolean isWalletsNumber(String reference) {
        return PAYMENT_CODE.matcher(Widths.narrow(reference).replace(" ", "")).matches();
    }

    /// Whether it is a document's number where one is asked for, however it is grouped: with letters of its own, or a
    /// resident's. Who keeps it checks it.
    ///
    /// @param resident whether it is to be a resident's, of 18 digits or the old 15
    public static boolean isDocument(String written, boolean resident) {
        var signs = plain(written).replaceAll("[^\\p{L}0-9]", "");
        return (signs.length() == ID && CheckDigits.allDigits(signs) && isIdentity(signs))
                || (resident && (signs.length() == 15 || signs.length() == ID))
                || DOCUMENT.matcher(signs).matches();
    }

    /// Whether it can be a tax number where one is asked for (GB 32100, and the older ones).
    public static boolean isTaxNumbersLength(String number) {
        return TAX_NUMBERS.contains(number.length());
    }

    private static String plain(String text) {
        var plain = new StringBuilder(text.length());
        Normalizer.normalize(Widths.narrow(text), Normalizer.Form.NFKC)
                .codePoints()
                .map(FreeText::digit)
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }

    private static int digit(int point) {
        var numeral = point == '零' ? 0 : NUMERALS.indexOf(point);
        if (numeral >= 0) {
            return '0' + numeral;
        }
        return Character.isDigit(point) ? '0' + Character.digit(point, 10) : point;
    }

    /// A run of digits.
    ///
    /// @param joined whether nothing but signs stands between it and the one before
    /// @param abroad whether a plus stands before it
    private record Run(String digits, boolean joined, boolean abroad) {}

    private static List<Run> runs(String text) {
        var plain = plain(text);
        var runs = new ArrayList<Run>();
        var end = -1;
        for (var at = 0; at < plain.length(); at++) {
            if (isDigit(plain.charAt(at))) {
                var from = at;
                while (at < plain.length() && isDigit(plain.charAt(at))) {
                    at++;
                }
                var digits = plain.substring(from, at);
                var joined = end >= 0 && from - end <= BETWEEN && isSigns(plain, end, from);
                var abroad = from > 0 && plain.charAt(from - 1) == '+';
                var resident = digits.length() == ID ? isIdentity(digits) : isIdentityWithX(digits, plain, at);
                if (!resident) {
                    runs.add(new Run(digits, joined, abroad));
                }
                end = resident ? -1 : at;
            }
        }
        return runs;
    }

    private static boolean isDigit(char sign) {
        return sign >= '0' && sign <= '9';
    }

    private static boolean isSigns(String text, int from, int to) {
        return text.substring(from, to)
                .codePoints()
                .allMatch(point -> SIGNS.indexOf(point) >= 0
                        || Character.isWhitespace(point)
                        || Character.getType(point) == Character.DASH_PUNCTUATION);
    }

    private static boolean isIn(List<Run> runs) {
        for (var first = 0; first < runs.size(); first++) {
            var digits = new StringBuilder();
            for (var last = first; last < runs.size() && digits.length() <= LONGEST; last++) {
                if (last > first && !runs.get(last).joined) {
                    break;
                }
                digits.append(runs.get(last).digits);
                if (isPan(digits.toString(), runs.subList(first, last + 1))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isPan(String digits, List<Run> runs) {
        if (digits.length() < SHORTEST || digits.length() > LONGEST || !PaymentNumbers.inScan(digits)) {
            return false;
        }
        var whole = runs.size() == 1;
        if (SHORT.contains(digits.length())) {
            return digits.matches(SHORT_ISSUERS) && !isShortOther(digits, runs);
        }
        return !(whole && digits.length() == ID && digits.startsWith("2")); // a scale's label
    }

    /// Goods, telephone numbers abroad, and numbers after which others stand have 13 digits more often than cards.
    private static boolean isShortOther(String digits, List<Run> runs) {
        var first = runs.getFirst();
        return first.abroad
                || (digits.length() == SHORTEST
                        && (runs.size() == 1 ? CheckDigits.gs1(digits) : first.digits.length() < 4));
    }

    private static boolean isIdentityWithX(String digits, String text, int end) {
        return digits.length() == ID - 1 && end < text.length() && (text.charAt(end) | ' ') == 'x';
    }

    /// Whether it is a resident's number by GB 11643: a day in it, and its own check digit.
    private static boolean isIdentity(String digits) {
        try {
            var born = LocalDate.of(
                    Integer.parseInt(digits, 6, 10, 10),
                    Integer.parseInt(digits, 10, 12, 10),
                    Integer.parseInt(digits, 12, 14, 10));
            var sum = 0;
            for (var at = 0; at < ID_WEIGHTS.length; at++) {
                sum += (digits.charAt(at) - '0') * ID_WEIGHTS[at];
            }
            return born.getYear() >= 1900
                    && born.getYear() < 2100
                    && ID_CHECKS.charAt(sum % ID_CHECKS.length()) == digits.charAt(ID - 1);
        } catch (DateTimeException noDay) {
            return false;
        }
    }
}

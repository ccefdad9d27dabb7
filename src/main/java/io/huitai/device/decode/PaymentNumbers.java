package io.huitai.device.decode;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Tells the numbers of payment cards (PANs) from all others: issuer range, length, Luhn digit, service code.
///
/// Member cards are numbered from 9988 0000 (ISO/IEC 7812 major industry 9, 16 digits, Luhn) and are never PANs,
/// whatever else their tracks say.
final class PaymentNumbers {
    private static final String MEMBER_PREFIX = "99880000";
    private static final String GOODS_OF_CHINA = "69";
    private static final Pattern RUN = Pattern.compile("[0-9]{12,}");
    private static final int SHORTEST = 12;
    private static final int LONGEST = 19;

    /// ISO/IEC 7813: interchange (1, 2 international, 5, 6 national), authorisation, allowed services.
    private static final Pattern INTERCHANGE_SERVICE = Pattern.compile("[1256][024][0-7]");

    private static final Set<Integer> UP_TO_19 = Set.of(16, 17, 18, 19);

    private static final List<Issuer> ISSUERS = List.of(
            new Issuer("4", "4", Set.of(13, 16, 19)), // Visa, and local schemes beside it
            new Issuer("51", "55", Set.of(16)), // Mastercard
            new Issuer("2221", "2720", Set.of(16)),
            new Issuer("2200", "2205", UP_TO_19), // Mir
            new Issuer("34", "34", Set.of(15)), // American Express
            new Issuer("37", "37", Set.of(15)),
            new Issuer("300", "305", Set.of(14, 16, 17, 18, 19)), // Diners Club
            new Issuer("3095", "3095", Set.of(14, 16, 17, 18, 19)),
            new Issuer("36", "36", Set.of(14, 15, 16, 17, 18, 19)),
            new Issuer("38", "39", Set.of(14, 16, 17, 18, 19)),
            new Issuer("3528", "3589", UP_TO_19), // JCB
            new Issuer("50", "50", Set.of(12, 13, 14, 15, 16, 17, 18, 19)), // Maestro and local debit
            new Issuer("56", "58", Set.of(12, 13, 14, 15, 16, 17, 18, 19)),
            // Discover 6011, 644-649, 65; UnionPay 60 and 62; Maestro and RuPay elsewhere in 6
            new Issuer("6", "6", Set.of(12, 13, 14, 15, 16, 17, 18, 19)),
            new Issuer("81", "82", UP_TO_19), // UnionPay, RuPay
            new Issuer("9558", "9558", UP_TO_19), // ICBC's old debit cards
            new Issuer("9682", "9682", Set.of(16)), // mada
            new Issuer("9792", "9792", Set.of(16))); // Troy

    private PaymentNumbers() {}

    /// The shape of a member card's number, its check digit aside.
    static boolean isMemberShaped(String digits) {
        return digits.length() == 16 && digits.startsWith(MEMBER_PREFIX);
    }

    /// Begins like a member card's number, but has another length or a wrong check digit.
    static boolean isDamagedMember(String digits) {
        return digits.startsWith(MEMBER_PREFIX) && !(isMemberShaped(digits) && CheckDigits.luhn(digits));
    }

    /// On a track any length goes, for nothing but cards is swiped; `serviceCode` is empty where the track has none. A
    /// service code of payment cards gives away a number of an issuer even where its check digit was read wrongly.
    static boolean onTrack(String digits, String serviceCode) {
        if (!isShaped(digits)) {
            return false;
        }
        var issued = ISSUERS.stream().anyMatch(issuer -> issuer.covers(digits));
        var interchange = INTERCHANGE_SERVICE.matcher(serviceCode).matches();
        var bankOrTravel = digits.charAt(0) >= '3' && digits.charAt(0) <= '6';
        return CheckDigits.luhn(digits)
                ? issued || (bankOrTravel && interchange)
                : interchange && isIssuedWithItsLength(digits);
    }

    /// In a scan other long numbers are common, so the length must be the issuer's too. Nobody issues cards from 69:
    /// goods made in China begin so.
    static boolean inScan(String digits) {
        return isShaped(digits)
                && !digits.startsWith(GOODS_OF_CHINA)
                && CheckDigits.luhn(digits)
                && isIssuedWithItsLength(digits);
    }

    /// Whether any part of a run of digits in a text is one.
    static boolean isIn(String text) {
        return RUN.matcher(text).results().anyMatch(run -> holdsOne(run.group()));
    }

    private static boolean holdsOne(String run) {
        for (var from = 0; from + SHORTEST <= run.length(); from++) {
            for (var to = from + SHORTEST; to <= Math.min(run.length(), from + LONGEST); to++) {
                if (inScan(run.substring(from, to))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isIssuedWithItsLength(String digits) {
        return ISSUERS.stream()
                .anyMatch(issuer -> issuer.covers(digits) && issuer.lengths().contains(digits.length()));
    }

    private static boolean isShaped(String digits) {
        return digits.length() >= SHORTEST
                && digits.length() <= LONGEST
                && CheckDigits.allDigits(digits)
                && !isMemberShaped(digits);
    }

    private record Issuer(String first, String last, Set<Integer> lengths) {
        boolean covers(String digits) {
            var prefix = digits.substring(0, first.length());
            return prefix.compareTo(first) >= 0 && prefix.compareTo(last) <= 0;
        }
    }
}

package io.huitai.shop.person;

import io.huitai.shop.Writing;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Pattern;

/// A paper that tells who somebody is, in the one form that is kept and looked up by. Only a Chinese identity card has
/// a number that can be checked; a passport, a permit or a residence card has what its country gives it.
///
/// @param type `id`, `passport`, `permit` (of Hong Kong, Macao and Taiwan), `residence`, or another word
/// @param no letters and digits in capitals; empty where none is written
public record IdentityDocument(String type, String no) {
    public static final String ID = "id";
    public static final String PASSPORT = "passport";
    public static final String PERMIT = "permit";
    public static final String RESIDENCE = "residence";

    /// 17 digits and the check character of GB 11643 (ISO 7064 MOD 11-2).
    private static final Pattern SHAPE = Pattern.compile("[1-9]\\d{16}[0-9X]");
    private static final String CHECKS = "10X98765432";
    private static final int OLDEST = 130;

    /// Rosters do not say what their papers are. So many digits belong to an identity card, right or wrong.
    private static final Pattern MANY_DIGITS = Pattern.compile("[0-9]{11,}.*");
    private static final Pattern FOREIGN = Pattern.compile("(?=(?:.*[0-9]){4})[A-Z0-9]{5,17}");

    private static final Pattern BETWEEN = Pattern.compile("[-().\u00B7\u2022/_]");
    /// What is written for the X in the last place.
    private static final Pattern AN_X = Pattern.compile("(?<=^[0-9]{17})[\u00D7\u0425]$");

    public IdentityDocument {
        type = type(type);
        var plain = BETWEEN.matcher(Writing.plain(no)).replaceAll("").toUpperCase(Locale.ROOT);
        no = type.equals(ID) ? AN_X.matcher(plain).replaceAll("X") : plain;
    }

    /// A paper of which only the number is known.
    public static IdentityDocument untyped(String no) {
        var paper = new IdentityDocument(PASSPORT, no);
        return !MANY_DIGITS.matcher(paper.no).matches()
                        && FOREIGN.matcher(paper.no).matches()
                ? paper
                : new IdentityDocument(ID, no);
    }

    private static String type(String written) {
        var word = Writing.plain(written).toLowerCase(Locale.ROOT).replaceAll("[-_.]", "");
        return switch (word) {
            case "idcard", "identitycard", "身份证", "居民身份证", "二代身份证" -> ID;
            case "护照" -> PASSPORT;
            case "通行证", "回乡证", "台胞证", "港澳通行证", "港澳居民来往内地通行证", "台湾居民来往大陆通行证" -> PERMIT;
            case "永久居留证", "外国人永久居留证", "外国人永久居留身份证" -> RESIDENCE;
            default -> word;
        };
    }

    /// Whether there can be such a paper: an identity card's number tells so itself. The cards of 15 digits are good no
    /// more since 2013.
    public boolean isGood(LocalDate today) {
        if (!type.equals(ID)) {
            return no.codePoints().anyMatch(Character::isLetterOrDigit);
        }
        return isIdentityNumber(no) && isBirthday(no.substring(6, 14), today);
    }

    /// Whether a text is an identity number by its check character.
    static boolean isIdentityNumber(String text) {
        if (!SHAPE.matcher(text).matches()) {
            return false;
        }
        var sum = 0;
        for (var i = 0; i < 17; i++) {
            sum += (text.charAt(i) - '0') * ((1 << (17 - i)) % 11);
        }
        return CHECKS.charAt(sum % 11) == text.charAt(17);
    }

    private static boolean isBirthday(String digits, LocalDate today) {
        try {
            var day = LocalDate.of(
                    Integer.parseInt(digits.substring(0, 4)),
                    Integer.parseInt(digits.substring(4, 6)),
                    Integer.parseInt(digits.substring(6)));
            return !day.isAfter(today) && day.isAfter(today.minusYears(OLDEST));
        } catch (DateTimeException noSuchDay) {
            return false;
        }
    }

    /// How a paper is looked up; empty where there is none.
    public String key() {
        return no.isEmpty() ? "" : type + ":" + no;
    }

    @Override
    public String toString() {
        return "IdentityDocument[" + type + "]";
    }
}

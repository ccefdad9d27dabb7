package io.huitai.shop.person;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber;
import io.huitai.shop.Writing;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// A telephone number in the one form that is kept and looked up by: of the mainland as it is dialled there, a mobile's
/// eleven digits or a landline's with its area code; of elsewhere as E.164, with + and country code. An extension
/// stands behind a dash. Up to six digits are a number in the house.
public record PhoneNumber(String value) {
    private static final Pattern KEPT = Pattern.compile("\\+?[0-9]{1,15}(-[0-9]{1,6})?");

    private static final String MAINLAND = "CN";
    private static final int MAINLAND_CODE = 86;

    private static final Pattern DIGITS = Pattern.compile("\\+?[0-9]+");
    private static final Pattern MOBILE = Pattern.compile("1[3-9][0-9]{9}");
    private static final Pattern LANDLINE = Pattern.compile("0(?:10|2[0-9]|[3-9][0-9]{2})[0-9]{7,8}");
    private static final Pattern SERVICE = Pattern.compile("[48]00[0-9]{7}");
    private static final Pattern WITHOUT_AREA = Pattern.compile("[2-9][0-9]{6,7}");
    private static final Pattern IN_THE_HOUSE = Pattern.compile("[0-9]{1,6}");
    private static final Pattern MAINLAND_WITHOUT_PLUS = Pattern.compile("860?[1-9][0-9]{8,10}");

    /// 0755-12345678-801, 8888转801, 12345678 ext. 801.
    private static final Pattern EXTENSION =
            Pattern.compile("(.*[0-9)])(?:转|轉|分机|分機|内线|內線|ext\\.?|extn\\.?|x|#|,|;ext=)"
                    + "-?([0-9]{1,6})|(.*[-)][0-9]{7,8})-([0-9]{1,6})");
    private static final Pattern AREA_NUMBER_EXTENSION =
            Pattern.compile("0(?:10|2[0-9]|[3-9][0-9]{2})-[0-9]{7,8}-[0-9]{1,6}");
    private static final Pattern BETWEEN = Pattern.compile("[-().\\[\\]\u3010\u3011\u00B7\u2022]");

    public PhoneNumber {
        if (!KEPT.matcher(value).matches()) {
            throw new IllegalArgumentException("A phone number is kept as digits, with + from abroad");
        }
    }

    /// What somebody wrote for a number; empty where it is none.
    public static Optional<PhoneNumber> read(String written) {
        var plain = Writing.plain(written).toLowerCase(Locale.ROOT);
        if (MOBILE.matcher(plain).matches()) {
            return Optional.of(new PhoneNumber(plain)); // as nearly all of them are
        }
        return (AREA_NUMBER_EXTENSION.matcher(plain).matches() ? Optional.<String>empty() : dialled(plain))
                .or(() -> withExtension(plain))
                .map(PhoneNumber::new);
    }

    private static Optional<String> withExtension(String plain) {
        var match = EXTENSION.matcher(plain);
        if (!match.matches()) {
            return Optional.empty();
        }
        var first = match.group(1) != null;
        return dialled(match.group(first ? 1 : 3)).map(number -> number + "-" + match.group(first ? 2 : 4));
    }

    /// Whether nothing is written: no digit and no letter, as `-` in a list.
    public static boolean isNone(String written) {
        return BETWEEN.matcher(Writing.plain(written)).replaceAll("").isEmpty();
    }

    /// How a number is looked up, however it is written; what is none is found as it stands.
    public static String key(String written) {
        return read(written)
                .map(PhoneNumber::value)
                .orElseGet(() ->
                        BETWEEN.matcher(Writing.plain(written)).replaceAll("").toLowerCase(Locale.ROOT));
    }

    private static Optional<String> dialled(String plain) {
        var digits = BETWEEN.matcher(plain).replaceAll("");
        if (!DIGITS.matcher(digits).matches()) {
            return Optional.empty();
        }
        if (digits.startsWith("+")) {
            return international(digits.substring(1));
        }
        if (digits.startsWith("00") && digits.length() > 6) {
            return international(digits.substring(2));
        }
        if (MAINLAND_WITHOUT_PLUS.matcher(digits).matches() && digits.length() >= 12) {
            return international(digits);
        }
        if (digits.startsWith("0") && MOBILE.matcher(digits.substring(1)).matches()) {
            return Optional.of(digits.substring(1));
        }
        for (var form : new Pattern[] {MOBILE, LANDLINE, SERVICE, WITHOUT_AREA, IN_THE_HOUSE}) {
            if (form.matcher(digits).matches()) {
                return Optional.of(digits);
            }
        }
        return withoutItsBeginning(digits);
    }

    /// @param digits behind the +
    private static Optional<String> international(String digits) {
        return parsed("+" + digits, "ZZ")
                .filter(PhoneNumberUtil.getInstance()::isPossibleNumber)
                .flatMap(PhoneNumber::kept);
    }

    /// A landline without the 0 of its area code, or a number from abroad without its +: only where such a number is
    /// given out. What begins with 1 is no American number but a mobile's with a slip in it.
    private static Optional<String> withoutItsBeginning(String digits) {
        var numbers = PhoneNumberUtil.getInstance();
        return parsed(digits, MAINLAND)
                .filter(number -> numbers.isValidNumberForRegion(number, MAINLAND)
                        && numbers.getNumberType(number) == PhoneNumberType.FIXED_LINE)
                .or(() -> digits.startsWith("1")
                        ? Optional.empty()
                        : parsed("+" + digits, "ZZ").filter(numbers::isValidNumber))
                .flatMap(PhoneNumber::kept);
    }

    private static Optional<Phonenumber.PhoneNumber> parsed(String digits, String region) {
        try {
            return Optional.of(PhoneNumberUtil.getInstance().parse(digits, region));
        } catch (NumberParseException none) {
            return Optional.empty();
        }
    }

    private static Optional<String> kept(Phonenumber.PhoneNumber number) {
        var numbers = PhoneNumberUtil.getInstance();
        if (number.getCountryCode() != MAINLAND_CODE) {
            return Optional.of(numbers.format(number, PhoneNumberFormat.E164));
        }
        var digits = numbers.getNationalSignificantNumber(number);
        if (MOBILE.matcher(digits).matches() || SERVICE.matcher(digits).matches()) {
            return Optional.of(digits);
        }
        return Optional.of("0" + digits)
                .filter(landline -> LANDLINE.matcher(landline).matches());
    }

    @Override
    public String toString() {
        return "PhoneNumber[]";
    }
}

package io.huitai.till;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;

/// Chinese identity numbers: 17 digits and the check character of GB 11643 (ISO 7064 MOD 11-2).
final class IdentityNumbers {
    private static final Pattern SHAPE = Pattern.compile("[1-9]\\d{16}[0-9Xx]");
    private static final String CHECKS = "10X98765432";

    private IdentityNumbers() {}

    static boolean isValid(String number) {
        if (!SHAPE.matcher(number).matches()) {
            return false;
        }
        var sum = 0;
        for (var i = 0; i < 17; i++) {
            sum += (number.charAt(i) - '0') * ((1 << (17 - i)) % 11);
        }
        return CHECKS.charAt(sum % 11) == Character.toUpperCase(number.charAt(17)) && isDay(number.substring(6, 14));
    }

    private static boolean isDay(String digits) {
        try {
            LocalDate.of(
                    Integer.parseInt(digits.substring(0, 4)),
                    Integer.parseInt(digits.substring(4, 6)),
                    Integer.parseInt(digits.substring(6)));
            return true;
        } catch (DateTimeException noSuchDay) {
            return false;
        }
    }
}

package io.huitai.device.decode;

/// Check digits over strings of ASCII digits.
public final class CheckDigits {
    private CheckDigits() {}

    /// ISO/IEC 7812-1 annex B, the "double every second" sum.
    static boolean luhn(String digits) {
        var sum = 0;
        for (var index = 0; index < digits.length(); index++) {
            var digit = digits.charAt(digits.length() - 1 - index) - '0';
            var weighed = index % 2 == 0 ? digit : digit * 2;
            sum += weighed > 9 ? weighed - 9 : weighed;
        }
        return sum % 10 == 0;
    }

    /// GS1 General Specifications 7.9: weights 3 and 1 from the right, for EAN-8, UPC-A and EAN-13.
    public static boolean gs1(String digits) {
        var sum = 0;
        for (var index = 0; index < digits.length(); index++) {
            var digit = digits.charAt(digits.length() - 1 - index) - '0';
            sum += index % 2 == 0 ? digit : digit * 3;
        }
        return sum % 10 == 0;
    }

    /// A scale's label of 18 digits: the sum of EAN-13, which makers of scales weigh from either end.
    static boolean ofLabel(String digits) {
        var sum = 0;
        for (var index = 0; index < digits.length() - 1; index++) {
            sum += (digits.charAt(index) - '0') * (index % 2 == 0 ? 1 : 3);
        }
        var fromTheLeft = (10 - sum % 10) % 10;
        return gs1(digits) || digits.charAt(digits.length() - 1) - '0' == fromTheLeft;
    }

    public static boolean allDigits(String text) {
        return !text.isEmpty() && text.chars().allMatch(character -> character >= '0' && character <= '9');
    }
}

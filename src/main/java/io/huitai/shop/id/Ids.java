package io.huitai.shop.id;

/// The one check of ids: lower case letters, digits and dashes, beginning with a letter or digit.
final class Ids {
    private static final int LONGEST = 64;

    private Ids() {}

    static void check(String what, String value) {
        if (value.isEmpty() || value.length() > LONGEST || value.charAt(0) == '-') {
            throw wrong(what, value);
        }
        for (var i = 0; i < value.length(); i++) {
            var c = value.charAt(i);
            var letter = c >= 'a' && c <= 'z';
            var digit = c >= '0' && c <= '9';
            if (!letter && !digit && c != '-') {
                throw wrong(what, value);
            }
        }
    }

    private static IllegalArgumentException wrong(String what, String value) {
        return new IllegalArgumentException("'" + value + "' is not a " + what
                + " (lower case letters, digits and dashes, at most " + LONGEST + ")");
    }
}

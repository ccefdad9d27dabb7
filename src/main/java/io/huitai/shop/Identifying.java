package io.huitai.shop;

/// The one check of short identifying words.
final class Identifying {
    private Identifying() {}

    static void check(String what, String value, int longest) {
        if (value.isBlank() || value.length() > longest || value.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("A " + what + " has 1 to " + longest + " printable characters");
        }
    }
}

package io.huitai.device.decode;

/// Full-width characters as half-width ones. Pure.
///
/// A reader behind an input method sends `６９９…` and `；９９８８…？`; copied text carries spaces that are none and
/// characters nobody sees. Letters of other scripts stay as they are.
public final class Widths {
    private static final int FULL_TO_HALF = 0xFEE0;

    private Widths() {}

    /// The same text in half width: digits of any script as ASCII, dashes and spaces of any kind as `-` and a space,
    /// without invisible characters. Control characters stay.
    public static String narrow(String text) {
        if (text.chars().allMatch(character -> character < 0x7F)) {
            return text;
        }
        var narrow = new StringBuilder(text.length());
        text.codePoints().map(Widths::narrow).filter(point -> point >= 0).forEach(narrow::appendCodePoint);
        return narrow.toString();
    }

    private static int narrow(int point) {
        if (point >= 0xFF01 && point <= 0xFF5E) {
            return point - FULL_TO_HALF;
        }
        if (point < 0x7F) {
            return point;
        }
        return switch (Character.getType(point)) {
            case Character.DECIMAL_DIGIT_NUMBER -> '0' + Character.digit(point, 10);
            case Character.DASH_PUNCTUATION -> '-';
            case Character.SPACE_SEPARATOR -> ' ';
            case Character.FORMAT -> -1;
            default -> point == '\u2212' ? '-' : point;
        };
    }
}

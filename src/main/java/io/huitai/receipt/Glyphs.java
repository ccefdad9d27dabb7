package io.huitai.receipt;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import java.text.BreakIterator;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Characters on a grid of columns, as a receipt printer sets them: ASCII takes one column, what GB18030 codes in two
/// bytes takes two.
final class Glyphs {
    private static final int IDEOGRAPHIC_SPACE = 0x3000;

    private Glyphs() {}

    /// Composed, with the yuan sign printers have (U+FFE5) and one kind of narrow space, without controls and marks
    /// that take no column.
    static String clean(String text) {
        var composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        var clean = new StringBuilder(composed.length());
        composed.codePoints().forEach(character -> {
            if (character == '\u00A5') {
                clean.append('\uFFE5');
            } else if (Character.isISOControl(character) || isSpace(character)) {
                clean.append(' ');
            } else if (takesColumns(character)) {
                clean.appendCodePoint(character);
            }
        });
        return clean.toString();
    }

    static int width(String text) {
        return text.codePoints().map(Glyphs::width).sum();
    }

    static int width(int character) {
        if (character < 0x80) {
            return 1;
        }
        if (Signs.codedBytes(character) == 2 || Character.isIdeographic(character)) {
            return 2;
        }
        return switch (UCharacter.getIntPropertyValue(character, UProperty.EAST_ASIAN_WIDTH)) {
            case UCharacter.EastAsianWidth.WIDE, UCharacter.EastAsianWidth.FULLWIDTH -> 2;
            default -> 1;
        };
    }

    /// Breaks clean text into lines of at most `columns`, between words where it can, never in front of a full stop.
    static List<String> wrap(String text, int columns) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        var breaks = BreakIterator.getLineInstance(Locale.CHINA);
        breaks.setText(text);
        var from = breaks.first();
        for (var to = breaks.next(); to != BreakIterator.DONE; to = breaks.next()) {
            var word = text.substring(from, to);
            if (width(line.toString()) + width(word.stripTrailing()) > columns && !line.isEmpty()) {
                flush(line, lines);
            }
            appendSplit(word, columns, line, lines);
            from = to;
        }
        if (!line.isEmpty() || lines.isEmpty()) {
            flush(line, lines);
        }
        return lines;
    }

    static String centred(String text, int columns) {
        return " ".repeat(Math.max(0, columns - width(text)) / 2) + text;
    }

    static String toRight(String text, int columns) {
        return " ".repeat(Math.max(0, columns - width(text))) + text;
    }

    static String toLeft(String text, int columns) {
        return text + " ".repeat(Math.max(0, columns - width(text)));
    }

    /// Spaces of other widths than ours: that of a letter, and the ideographic one.
    private static boolean isSpace(int character) {
        return Character.getType(character) == Character.SPACE_SEPARATOR && character != IDEOGRAPHIC_SPACE;
    }

    private static boolean takesColumns(int character) {
        return switch (Character.getType(character)) {
            case Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    /// A word longer than the line goes on over its edge.
    private static void appendSplit(String word, int columns, StringBuilder line, List<String> lines) {
        if (width(word.stripTrailing()) <= columns) {
            line.append(word);
            return;
        }
        word.codePoints().forEach(character -> {
            if (width(line.toString()) + width(character) > columns) {
                flush(line, lines);
            }
            line.appendCodePoint(character);
        });
    }

    private static void flush(StringBuilder line, List<String> lines) {
        lines.add(line.toString().stripTrailing());
        line.setLength(0);
    }
}

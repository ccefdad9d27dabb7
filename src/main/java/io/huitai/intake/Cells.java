package io.huitai.intake;

import io.huitai.intake.Column.Content;
import io.huitai.intake.RawRow.RawCell;
import io.huitai.intake.SentCell.Spoilt;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.regex.Pattern;

/// What a cell means in a column: what a spreadsheet did to it is undone where nothing is lost by it.
final class Cells {
    /// A spreadsheet keeps so many digits of a number.
    private static final int KEPT_DIGITS = 15;

    private static final Pattern BREAK = Pattern.compile(
            "[\\s\\u0085\\u2028\\u2029]*[\\r\\n\\x0b\\f\\u0085\\u2028\\u2029]" + "[\\s\\u0085\\u2028\\u2029]*|\\t");
    private static final Pattern EDGE = Pattern.compile("^[\\s\\p{Z}\\p{Cf}\\p{Cc}]+|[\\s\\p{Z}\\p{Cf}\\p{Cc}]+$");
    private static final Pattern ERROR =
            Pattern.compile("#(N/A|REF!|VALUE!|DIV/0!|NAME\\?|NULL!|NUM!|SPILL!|CALC!|GETTING_DATA|#+)");
    /// As spreadsheets write a number into text: 1.38E+10.
    private static final Pattern SCIENTIFIC = Pattern.compile("[+-]?[0-9](\\.[0-9]+)?[eE]\\+[0-9]{1,3}");
    private static final Pattern SCIENTIFIC_BARE = Pattern.compile("[+-]?[0-9]\\.[0-9]+[eE][0-9]{1,3}");
    private static final Pattern WHOLE_AS_FRACTION = Pattern.compile("([0-9]+)\\.0+");
    private static final Pattern AS_FORMULA = Pattern.compile("=\"([^\"]*)\"");
    private static final Pattern DAY = Pattern.compile("(19|20)[0-9]{2}([-/.年])[0-9]{1,2}[-/.月][0-9]{1,2}日?( .*)?");
    private static final String TEXT_MARKS = "'`´‘’";

    private Cells() {}

    static SentCell read(RawCell raw, Content content) {
        var column = raw.column();
        return switch (raw.kind()) {
            case ERROR -> SentCell.spoilt(column, Spoilt.ERROR, raw.text());
            case TRUTH -> SentCell.spoilt(column, Spoilt.TRUTH, raw.text());
            case FORMULA -> SentCell.spoilt(column, Spoilt.FORMULA, raw.text());
            case DAY ->
                content == Content.DAY
                        ? SentCell.of(column, raw.text())
                        : SentCell.spoilt(column, Spoilt.DAY, raw.text());
            case NUMBER -> content == Content.DIGITS ? digits(column, raw.text()) : SentCell.of(column, raw.text());
            case TEXT -> text(raw, content);
        };
    }

    /// On one line, without what cannot be seen around it.
    static String line(String text) {
        return EDGE.matcher(BREAK.matcher(EDGE.matcher(text).replaceAll("")).replaceAll(" "))
                .replaceAll("");
    }

    private static SentCell text(RawCell raw, Content content) {
        if (raw.text().length() > Bounds.CELL) {
            return SentCell.of(raw.column(), raw.text());
        }
        var text = line(raw.text());
        var formula = AS_FORMULA.matcher(text);
        if (formula.matches()) {
            text = line(formula.group(1));
        }
        if (ERROR.matcher(text).matches()) {
            return SentCell.spoilt(raw.column(), Spoilt.ERROR, text);
        }
        return switch (content) {
            case WORDS -> SentCell.of(raw.column(), text);
            case DIGITS -> written(raw.column(), unmarked(text));
            case NUMBER, DAY -> SentCell.of(raw.column(), unmarked(text));
        };
    }

    /// Without the mark by which a spreadsheet is told that this is text, and in the usual width.
    private static String unmarked(String text) {
        var from = 0;
        while (from < text.length() && TEXT_MARKS.indexOf(text.charAt(from)) >= 0) {
            from++;
        }
        return Normalizer.normalize(text.substring(from), Normalizer.Form.NFKC).strip();
    }

    /// Digits in a text, as a spreadsheet may have exported them.
    private static SentCell written(int column, String text) {
        if (SCIENTIFIC.matcher(text).matches() || SCIENTIFIC_BARE.matcher(text).matches()) {
            var number = new BigDecimal(text);
            // all its digits stand there only when none is left to the exponent
            return number.scale() >= 0 && number.stripTrailingZeros().scale() <= 0
                    ? digits(column, number.toBigInteger().toString())
                    : SentCell.spoilt(column, Spoilt.LOST_DIGITS, text);
        }
        if (DAY.matcher(text).matches()) {
            return SentCell.spoilt(column, Spoilt.DAY, text);
        }
        var whole = WHOLE_AS_FRACTION.matcher(text);
        return whole.matches() ? digits(column, whole.group(1)) : SentCell.of(column, text);
    }

    /// Digits that went through a number.
    private static SentCell digits(int column, String number) {
        if (number.indexOf('.') >= 0) {
            return SentCell.spoilt(column, Spoilt.FRACTION, number.length() > 40 ? "" : number);
        }
        var known = number.startsWith("-") ? number.length() - 1 : number.length();
        return known > KEPT_DIGITS && !number.startsWith("0")
                ? SentCell.spoilt(column, Spoilt.LOST_DIGITS, number.charAt(0) + "…E+" + (known - 1))
                : SentCell.of(column, number);
    }
}

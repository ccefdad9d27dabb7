package io.huitai.intake;

import io.huitai.intake.RawRow.Kind;
import io.huitai.intake.RawRow.RawCell;
import io.huitai.intake.SentTable.Fault;
import io.huitai.intake.SentTable.Gathering;
import io.huitai.intake.UnfitFile.Why;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectReader;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvReadFeature;
import tools.jackson.dataformat.csv.CsvSchema;

/// A table in text. A line is a row; a quoted cell may go over some lines; a forgotten quotation mark costs its line
/// and not the rest.
final class Lines {
    private static final List<Character> SEPARATORS = List.of(',', ';', '\t');
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final String BOM = "\uFEFF";
    private static final CsvMapper CSV = new CsvMapper();

    private final String text;
    private final ObjectReader fields;
    /// Where the next line begins, and its number.
    private int at;
    private int number = 1;

    private Lines(String text, char separator) {
        this.text = text;
        this.fields = CSV.readerFor(String[].class)
                .with(CsvReadFeature.TRIM_SPACES)
                .with(CsvSchema.emptySchema().withColumnSeparator(separator));
    }

    /// The rows by the separator that makes a header of one of them; none does: by the one that comes nearest.
    static <C extends Enum<C> & Column> SentTable<C> table(String text, Function<Character, Gathering<C>> gathering)
            throws UnfitFile {
        var nearest = gathering.apply(',');
        for (var separator : SEPARATORS) {
            var trial = gathering.apply(separator);
            new Lines(text, separator)
                    .rows(
                            row -> {
                                if (!trial.hasHeader()) {
                                    trial.take(row);
                                }
                            },
                            Bounds.ROWS_ABOVE);
            if (trial.hasHeader()) {
                var all = gathering.apply(separator);
                new Lines(text, separator).rows(all::take, Integer.MAX_VALUE);
                return all.table();
            }
            if (trial.likeness() >= nearest.likeness() && (separator == ',' || trial.likeness() > nearest.likeness())) {
                nearest = trial;
            }
        }
        return nearest.table();
    }

    /// Strictly: what is not of a charset is of the next one. Text has no zeros but in UTF-16, marked or not.
    static String text(byte[] bytes) throws UnfitFile {
        var zeros = new int[2];
        for (var i = 0; i < bytes.length; i++) {
            zeros[i & 1] += bytes[i] == 0 ? 1 : 0;
        }
        var wide = zeros[1] > zeros[0] ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
        var unmarked = zeros[0] + zeros[1] > 0 ? List.of(wide) : List.of(StandardCharsets.UTF_8, GB18030);
        for (var charset : marked(bytes).map(List::of).orElse(unmarked)) {
            try {
                var text = decoded(bytes, charset);
                if (text.indexOf('\0') < 0) {
                    return text;
                }
            } catch (CharacterCodingException other) {
                // the next one may fit
            }
        }
        throw new UnfitFile(Why.CHARSET);
    }

    private static Optional<Charset> marked(byte[] bytes) {
        if (bytes.length < 2) {
            return Optional.empty();
        }
        return switch (((bytes[0] & 0xFF) << 8) | (bytes[1] & 0xFF)) {
            case 0xFFFE -> Optional.of(StandardCharsets.UTF_16LE);
            case 0xFEFF -> Optional.of(StandardCharsets.UTF_16BE);
            default -> Optional.empty();
        };
    }

    private static String decoded(byte[] bytes, Charset charset) throws CharacterCodingException {
        return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    }

    private void rows(RawRow.Taker taker, int most) throws UnfitFile {
        for (var told = 0; at < text.length() && told < most; ) {
            var row = row();
            told += row.isBlank() ? 0 : 1;
            taker.take(row);
        }
    }

    private RawRow row() {
        var first = number;
        var line = bare(next());
        if (line.length() > Bounds.TABLE_LINE) {
            return unreadable(first);
        }
        if (line.isBlank() || (first == 1 && line.startsWith("sep="))) {
            return new RawRow(first, List.of(), Optional.empty());
        }
        return read(first, line).or(() -> over(first, line)).orElseGet(() -> unreadable(first));
    }

    /// The next line without its end: a line feed, a carriage return, or both.
    private String next() {
        var end = at;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        var line = text.substring(at, end);
        at = text.startsWith("\r\n", end) ? end + 2 : end + 1;
        number++;
        return line;
    }

    /// Files that were put one after the other have a mark in the middle.
    private static String bare(String line) {
        var text = line;
        while (text.startsWith(BOM)) {
            text = text.substring(1);
        }
        return text;
    }

    private Optional<RawRow> read(int first, String record) {
        try {
            var cells = new ArrayList<RawCell>();
            for (var field : fields.<String[]>readValue(record)) {
                cells.add(new RawCell(cells.size(), Kind.TEXT, field));
            }
            return Optional.of(new RawRow(first, cells, Optional.empty()));
        } catch (JacksonException open) {
            return Optional.empty();
        }
    }

    /// A cell that is still open goes on in the next lines, until its quotation marks are in pairs.
    private Optional<RawRow> over(int first, String line) {
        var record = new StringBuilder(line);
        var back = at;
        while (isOpen(record)
                && at < text.length()
                && number - first <= Bounds.LINES_A_RECORD
                && record.length() <= Bounds.TABLE_LINE) {
            record.append('\n').append(next());
        }
        var row = isOpen(record) ? Optional.<RawRow>empty() : read(first, record.toString());
        if (row.isEmpty()) {
            at = back;
            number = first + 1;
        }
        return row;
    }

    private static boolean isOpen(CharSequence text) {
        return text.chars().filter(c -> c == '"').count() % 2 == 1;
    }

    private static RawRow unreadable(int line) {
        return new RawRow(line, List.of(), Optional.of(Fault.UNREADABLE));
    }
}

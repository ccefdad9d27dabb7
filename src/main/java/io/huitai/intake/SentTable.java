package io.huitai.intake;

import io.huitai.intake.UnfitFile.Why;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A table as it was sent: rows of named cells, each with its place in the file. CSV in UTF-8, GB18030 or UTF-16
/// with commas, semicolons or tabs between, or the first sheet of an XLSX workbook that can be seen. Titles above
/// the header, columns that nobody asked for, empty rows and rows of totals are passed over; what a spreadsheet has
/// spoilt is told and never guessed.
///
/// @param passedOver headings of columns that nobody asked for
public record SentTable<C extends Enum<C> & Column>(List<Row<C>> rows, List<String> passedOver) {
    public SentTable {
        rows = List.copyOf(rows);
        passedOver = List.copyOf(passedOver);
    }

    /// A row in which something stands.
    ///
    /// @param line of the file; 1 is the first
    /// @param cells by column; a column without a cell is empty
    /// @param fault what is the matter with all of it
    public record Row<C extends Enum<C> & Column>(long line, Map<C, SentCell> cells, Optional<Fault> fault) {
        public Row {
            cells = Map.copyOf(cells);
        }

        /// What stands in a column; empty where nothing does, or it is spoilt.
        public String of(C column) {
            return cell(column).map(SentCell::text).orElse("");
        }

        public Optional<SentCell> cell(C column) {
            return Optional.ofNullable(cells.get(column));
        }

        @Override
        public String toString() {
            return "Row[" + line + "]";
        }
    }

    /// What can be the matter with a whole row.
    public enum Fault {
        /// Its quotation marks are wrong, or it has more cells than the header.
        UNREADABLE,
        /// It is hidden in its sheet: whoever sent it may not know that it is there.
        HIDDEN
    }

    /// Reads a whole file. Takes seconds where it is large: not for the till's thread.
    ///
    /// @param columns what it may have, at least the needed ones
    public static <C extends Enum<C> & Column> SentTable<C> read(byte[] bytes, Class<C> columns) throws UnfitFile {
        var wanted = List.of(columns.getEnumConstants());
        if (Formats.isWorkbook(bytes)) {
            var found = new Gathering<>(wanted, columns, false);
            Workbook.read(bytes, found::take);
            return found.table();
        }
        Formats.mustBeText(bytes);
        return Lines.table(Lines.text(bytes), _ -> new Gathering<>(wanted, columns, true));
    }

    /// Takes rows as they come, and knows after the header what they mean.
    static final class Gathering<C extends Enum<C> & Column> {
        private final Header<C> header;
        private final Class<C> columns;
        private final boolean strict;
        private final List<Row<C>> rows = new ArrayList<>();
        private long characters;

        /// @param strict whether cells beside the header are a fault: of text, in which a separator may be too many
        Gathering(List<C> wanted, Class<C> columns, boolean strict) {
            this.strict = strict;
            this.header = new Header<>(wanted);
            this.columns = columns;
        }

        void take(RawRow raw) throws UnfitFile {
            if (raw.isBlank()) {
                return;
            }
            if (!header.isKnown()) {
                header.look(raw);
                return;
            }
            var cells = header.named(raw, columns);
            if (raw.fault().filter(each -> each == Fault.UNREADABLE).isEmpty()
                    && (cells.isEmpty() || Header.isTotal(raw, cells.size()))) {
                return;
            }
            if (rows.size() == Bounds.TABLE_ROWS) {
                throw new UnfitFile(Why.ROWS, Bounds.TABLE_ROWS);
            }
            for (var cell : cells.values()) {
                characters += cell.text().length() + cell.found().length();
            }
            if (characters > Bounds.TABLE_TEXT) {
                throw new UnfitFile(Why.TEXT, Bounds.TABLE_TEXT);
            }
            var fault = strict && header.isOverrun(raw) ? Optional.of(Fault.UNREADABLE) : raw.fault();
            rows.add(new Row<>(raw.line(), cells, fault));
        }

        boolean hasHeader() {
            return header.isKnown();
        }

        /// How many of the wanted columns the row that looks most like a header has.
        int likeness() {
            return header.likeness();
        }

        SentTable<C> table() throws UnfitFile {
            header.mustBeKnown();
            return new SentTable<>(rows, header.passedOver());
        }
    }
}

package io.huitai.intake;

import java.util.List;
import java.util.Optional;

/// A row before anybody knows what its columns mean.
///
/// @param cells in order; what is empty may be left out
record RawRow(long line, List<RawCell> cells, Optional<SentTable.Fault> fault) {
    RawRow {
        cells = List.copyOf(cells);
    }

    /// Takes rows in.
    @FunctionalInterface
    interface Taker {
        void take(RawRow row) throws UnfitFile;
    }

    /// A cell as its file has it.
    ///
    /// @param text of a day as 2026-05-01
    record RawCell(int column, Kind kind, String text) {
        boolean isEmpty() {
            return kind == Kind.TEXT
                    && (text.isBlank() || (text.length() < 9 && Cells.line(text).isEmpty()));
        }
    }

    enum Kind {
        TEXT,
        /// Of a spreadsheet: all its digits, without an exponent.
        NUMBER,
        DAY,
        TRUTH,
        ERROR,
        FORMULA
    }

    boolean isBlank() {
        return fault.filter(each -> each == SentTable.Fault.UNREADABLE).isEmpty()
                && cells.stream().allMatch(RawCell::isEmpty);
    }
}

package io.huitai.intake;

import java.util.Optional;

/// What stands in one cell.
///
/// @param column where, counted from 0
/// @param text as it is to be understood; empty where it is spoilt
/// @param spoilt what has happened to it
/// @param found what stands there, where it is spoilt and no secret
public record SentCell(int column, String text, Optional<Spoilt> spoilt, String found) {
    /// What can happen to a cell on its way; none of it can be undone without guessing.
    public enum Spoilt {
        /// `#N/A` and its like.
        ERROR,
        /// A number of which the last digits are gone, as 1.38E+10.
        LOST_DIGITS,
        /// A day where none belongs.
        DAY,
        /// TRUE or FALSE.
        TRUTH,
        /// A fraction where digits belong.
        FRACTION,
        /// A formula whose value was not saved with it.
        FORMULA,
        /// More than [Bounds#CELL] characters.
        LONG
    }

    static SentCell of(int column, String text) {
        return text.length() > Bounds.CELL
                ? spoilt(column, Spoilt.LONG, Integer.toString(text.length()))
                : new SentCell(column, text, Optional.empty(), "");
    }

    static SentCell spoilt(int column, Spoilt spoilt, String found) {
        return new SentCell(column, "", Optional.of(spoilt), found);
    }

    boolean isEmpty() {
        return text.isEmpty() && spoilt.isEmpty();
    }

    /// As "C", for whoever looks for it in a spreadsheet.
    public String place() {
        var letters = new StringBuilder();
        for (var rest = column; rest >= 0; rest = rest / 26 - 1) {
            letters.insert(0, (char) ('A' + rest % 26));
        }
        return letters.toString();
    }

    /// What people have in their cells stays out of logs.
    @Override
    public String toString() {
        return "Cell[" + place() + "]";
    }
}

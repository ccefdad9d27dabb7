package io.huitai.intake;

import io.huitai.intake.RawRow.RawCell;
import io.huitai.intake.UnfitFile.Why;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// What the reader of workbooks does not tell of a sheet: which rows are hidden, and which cells are merged.
final class SheetLayout {
    private static final int LAST_ROW = 1 << 20;
    private static final Pattern PLACE = Pattern.compile("\\$?([A-Z]{1,3})\\$?([0-9]{1,7})");

    private final BitSet hidden = new BitSet();
    private final List<Range> ranges = new ArrayList<>();

    private SheetLayout() {}

    /// Merged cells: the first one's holds for all rows of its column.
    private record Range(int column, int first, int last) {}

    static SheetLayout read(XMLStreamReader xml) throws XMLStreamException, UnfitFile {
        var layout = new SheetLayout();
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "row" -> layout.row(xml);
                    case "c" -> layout.cell(xml.getAttributeValue(null, "r"));
                    case "mergeCell" -> layout.merge(xml.getAttributeValue(null, "ref"));
                    default -> {
                        // the cells themselves are read by the library
                    }
                }
            }
        }
        return layout;
    }

    private void row(XMLStreamReader xml) throws UnfitFile {
        var number = Optional.ofNullable(xml.getAttributeValue(null, "r"));
        if (number.isPresent() && !number.get().matches("[0-9]{1,7}")) {
            throw new UnfitFile(Why.STRANGE, "row");
        }
        var flag = Optional.ofNullable(xml.getAttributeValue(null, "hidden")).orElse("0");
        if (number.isPresent() && (flag.equals("1") || flag.equals("true"))) {
            hidden.set(Math.min(LAST_ROW, Integer.parseInt(number.get())));
        }
    }

    /// The library takes room for every column up to a cell's.
    private void cell(@Nullable String place) throws UnfitFile {
        if (place != null && place(place).isEmpty()) {
            throw new UnfitFile(Why.STRANGE, "c");
        }
    }

    private void merge(@Nullable String words) throws UnfitFile {
        if (words == null) {
            return;
        }
        var ends = words.split(":", -1);
        var first = place(ends[0]);
        var last = place(ends[ends.length - 1]);
        if (first.isEmpty() || last.isEmpty() || ranges.size() == Bounds.MERGED) {
            throw new UnfitFile(Why.STRANGE, "mergeCell");
        }
        if (last.get().row() > first.get().row()) {
            ranges.add(new Range(
                    first.get().column(), first.get().row(), last.get().row()));
        }
    }

    private record Place(int column, int row) {}

    private static Optional<Place> place(String words) {
        var parts = PLACE.matcher(words);
        if (!parts.matches()) {
            return Optional.empty();
        }
        var column = 0;
        var letters = parts.group(1);
        for (var i = 0; i < letters.length(); i++) {
            column = column * 26 + letters.charAt(i) - 'A' + 1;
        }
        return column > Bounds.SHEET_COLUMNS
                ? Optional.empty()
                : Optional.of(new Place(column - 1, Integer.parseInt(parts.group(2))));
    }

    boolean isHidden(int row) {
        return hidden.get(Math.min(LAST_ROW, row));
    }

    /// Fills merged cells in, for rows in their order.
    Merged merged() {
        return new Merged(
                ranges.stream().sorted(Comparator.comparingInt(Range::first)).toList());
    }

    /// Where in the merged ranges the rows are.
    static final class Merged {
        private final List<Range> ranges;
        private final Map<Integer, Filled> under = new HashMap<>();
        private int next;

        private Merged(List<Range> ranges) {
            this.ranges = ranges;
        }

        private record Filled(RawCell cell, int last) {}

        /// A row with what is merged into it. A row that has nothing of its own stays empty.
        RawRow filled(RawRow row) {
            while (next < ranges.size() && ranges.get(next).first() <= row.line()) {
                var range = ranges.get(next++);
                if (range.first() == row.line()) {
                    row.cells().stream()
                            .filter(cell -> cell.column() == range.column() && !cell.isEmpty())
                            .findFirst()
                            .ifPresent(cell -> under.put(range.column(), new Filled(cell, range.last())));
                }
            }
            under.values().removeIf(filled -> filled.last() < row.line());
            if (under.isEmpty() || row.isBlank()) {
                return row;
            }
            var cells = new HashMap<Integer, RawCell>();
            row.cells().forEach(cell -> cells.put(cell.column(), cell));
            under.forEach((column, filled) ->
                    cells.merge(column, filled.cell(), (own, above) -> own.isEmpty() ? above : own));
            var inOrder = cells.values().stream()
                    .sorted(Comparator.comparingInt(RawCell::column))
                    .toList();
            return new RawRow(row.line(), inOrder, row.fault());
        }
    }
}

package io.huitai.till.report;

import java.util.ArrayList;
import java.util.List;

/// One table of a report.
///
/// @param id its title's key
/// @param columns the keys of their titles
public record Table(String id, List<String> columns, List<List<Cell>> rows) {
    public Table {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        for (var row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException(id + " has a row of " + row.size() + " cells");
            }
        }
    }

    static Table of(String id, String... columns) {
        return new Table(id, List.of(columns), List.of());
    }

    /// The same and one more row.
    Table with(List<List<Cell>> more) {
        var all = new ArrayList<>(rows);
        all.addAll(more);
        return new Table(id, columns, all);
    }

    /// Whether a column is of numbers, and stands at its right end with its head; some may be left empty.
    public boolean isNumber(int column) {
        var cells = rows.stream()
                .map(row -> row.get(column))
                .filter(cell -> !cell.equals(Cell.of("")))
                .toList();
        return !cells.isEmpty() && cells.stream().allMatch(Cell::isNumber);
    }
}

package io.huitai.till.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Rows of words under each other, for terminals: the first column to the left, the others as they are told.
public final class AlignedText {
    private AlignedText() {}

    /// A report, a table after the other.
    public static List<String> of(Report report, ReportWords words) {
        var lines = new ArrayList<String>();
        lines.add(report.shop() + " " + words.title(report));
        for (var table : report.tables()) {
            lines.add("");
            lines.addAll(of(table, words));
        }
        return lines;
    }

    static List<String> of(Table table, ReportWords words) {
        var lines = new ArrayList<String>();
        lines.add(words.title(table));
        var right = new boolean[table.columns().size()];
        for (var i = 0; i < right.length; i++) {
            right[i] = table.isNumber(i);
        }
        lines.addAll(lines(words.lines(table), right));
        return lines;
    }

    /// @param right whether a column stands at its right end
    public static List<String> lines(List<List<String>> rows, boolean... right) {
        var widths = new int[right.length];
        for (var row : rows) {
            for (var i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], width(row.get(i)));
            }
        }
        var lines = new ArrayList<String>();
        for (var row : rows) {
            var line = new StringBuilder();
            for (var i = 0; i < widths.length; i++) {
                var gap = " ".repeat(widths[i] - width(row.get(i)));
                line.append(i == 0 ? "" : "  ").append(right[i] ? gap + row.get(i) : row.get(i) + gap);
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }

    /// In columns of a terminal: a Chinese character takes two.
    private static int width(String text) {
        return Arrays.stream(text.codePoints().toArray())
                .map(c -> c < 0x1100 ? 1 : 2)
                .sum();
    }
}

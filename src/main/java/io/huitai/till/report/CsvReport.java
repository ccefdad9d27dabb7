package io.huitai.till.report;

import java.io.IOException;
import java.util.List;

/// A report as RFC 4180 says: each table under its title, an empty line between two. It begins with a byte order mark,
/// without which Excel takes Chinese for something else.
final class CsvReport {
    private static final String MARK = "\uFEFF";
    /// What a spreadsheet would take for a formula.
    private static final String FORMULA = "=+-@\t\r";

    private CsvReport() {}

    static void write(Report report, ReportWords words, Appendable out) throws IOException {
        out.append(MARK);
        var titled = report.tables().size() > 1;
        var gap = "";
        for (var table : report.tables()) {
            out.append(gap);
            gap = "\r\n";
            if (titled) {
                line(List.of(words.title(table)), out);
            }
            line(words.columns(table), out);
            for (var row : table.rows()) {
                line(row.stream().map(cell -> field(cell, words)).toList(), out);
            }
        }
    }

    /// Words that guests and staff have typed must not calculate.
    private static String field(Cell cell, ReportWords words) {
        var text = words.cell(cell);
        return cell instanceof Cell.Text && !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    private static void line(List<String> fields, Appendable out) throws IOException {
        out.append(String.join(",", fields.stream().map(CsvReport::quoted).toList()))
                .append("\r\n");
    }

    private static String quoted(String field) {
        return field.chars().anyMatch(c -> ",\"\r\n".indexOf(c) >= 0)
                ? "\"" + field.replace("\"", "\"\"") + "\""
                : field;
    }
}

package io.huitai.till.report;

import io.huitai.receipt.Composer;
import io.huitai.receipt.Document;
import java.util.List;

/// A report on the receipt printer's narrow paper: two columns stand at the ends of a line; of more, the first is a
/// line and each other stands below it with its title.
public final class ReportPaper {
    private ReportPaper() {}

    /// Tables without rows are left out.
    ///
    /// @param printed when, as words
    public static Document of(Report report, ReportWords words, String printed) {
        var page = Document.compose()
                .heading(report.shop())
                .strong(words.title(report))
                .line(printed);
        report.tables().stream()
                .filter(table -> !table.rows().isEmpty())
                .forEach(table -> table(page, words.title(table), words.lines(table)));
        return page.rule().feed(1).cut().done();
    }

    /// @param lines the titles first
    private static void table(Composer page, String title, List<List<String>> lines) {
        page.rule().strong(title);
        var titles = lines.getFirst();
        for (var row : lines.subList(1, lines.size())) {
            if (row.size() == 2) {
                page.pair(row.getFirst(), row.getLast());
                continue;
            }
            page.line(row.getFirst());
            for (var i = 1; i < row.size(); i++) {
                if (!row.get(i).isEmpty()) {
                    page.pair("  " + titles.get(i), row.get(i));
                }
            }
        }
    }
}

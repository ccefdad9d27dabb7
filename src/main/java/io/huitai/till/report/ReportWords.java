package io.huitai.till.report;

import io.huitai.shop.Lang;
import io.huitai.shop.Wording;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The words of reports in one language, from `texts_*.properties`.
public record ReportWords(Wording wording) {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    public static ReportWords in(Lang lang) {
        return new ReportWords(Wording.of(ReportWords.class, lang));
    }

    public String kind(String code) {
        return wording.say("kind." + code);
    }

    /// As "Sales, 2026-05-01 – 2026-05-31".
    public String title(Report report) {
        var from = report.period().from();
        var to = report.period().to();
        if (from.isEmpty() && to.isEmpty()) {
            return kind(report.kind());
        }
        return kind(report.kind()) + " " + (from.equals(to) ? day(from) : day(from) + " – " + day(to));
    }

    private static String day(Optional<LocalDate> day) {
        return day.map(LocalDate::toString).orElse("…");
    }

    public String title(Table table) {
        return wording.say("table." + table.id());
    }

    public String column(String id) {
        return wording.say("column." + id);
    }

    public List<String> columns(Table table) {
        return table.columns().stream().map(this::column).toList();
    }

    /// A cell as people read it; a word that we do not have stands by its own name.
    public String cell(Cell cell) {
        return switch (cell) {
            case Cell.Text(var words) -> words;
            case Cell.Word(var key) -> wording.orSame(key, key);
            case Cell.Said(var words) -> words.in(wording.lang());
            case Cell.Amount(var money) -> money.toString();
            case Cell.Count(var number) -> Long.toString(number);
            case Cell.Share(var rate) -> rate.percent();
            case Cell.Day(var date) -> date.toString();
            case Cell.Moment(var at) -> MOMENT.format(at);
        };
    }

    /// The head line and the rows of a table.
    List<List<String>> lines(Table table) {
        var lines = new ArrayList<List<String>>();
        lines.add(columns(table));
        table.rows().forEach(row -> lines.add(row.stream().map(this::cell).toList()));
        return lines;
    }
}

package io.huitai.ui.report;

import io.huitai.till.report.Export;
import io.huitai.till.report.Period;
import io.huitai.till.report.Report;
import io.huitai.till.report.ReportKind;
import io.huitai.till.report.ReportWords;
import io.huitai.till.report.Reports;
import io.huitai.ui.fittings.Booth;
import io.huitai.ui.fittings.Choice;
import io.huitai.ui.fittings.Form;
import io.huitai.ui.fittings.Notices;
import io.huitai.ui.fittings.Sheet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Reports on any period: chosen above, shown in the middle, taken along below.
public final class ReportSheet {
    private static final String ID = "report-sheet";
    private static final List<Export> FILES = List.of(Export.CSV, Export.XLSX, Export.PDF);

    private final Booth booth;
    private final Path store;
    private final Executor reader;
    private final Consumer<Report> printer;
    private final ReportModel model;

    /// @param reader where the journal is read, not on the screen's thread
    /// @param printer brings a report to paper
    public ReportSheet(Booth booth, Path store, Executor reader, Consumer<Report> printer) {
        this.booth = booth;
        this.printer = printer;
        this.store = store;
        this.reader = reader;
        this.model = new ReportModel(Reports.of(store), reader, Platform::runLater, booth.errands()::failed);
    }

    public void open() {
        booth.errands()
                .desk(
                        desk -> new Reader(
                                desk.now().toLocalDate(), desk.shift().shifts().countsBlind()),
                        this::open);
    }

    /// Who reads.
    ///
    /// @param blind whether they are to count the drawer, and do not see what was taken
    private record Reader(LocalDate today, boolean blind) {
        List<ReportKind> kinds() {
            return Arrays.stream(ReportKind.values())
                    .filter(kind -> !blind || !kind.tellsTakings())
                    .toList();
        }
    }

    private void open(Reader reader) {
        var texts = booth.texts();
        var today = reader.today();
        var kinds = reader.kinds();
        var kind = new Choice<>("report-kind", kinds, kinds.getFirst(), texts, each -> "reports.kind." + each.code());
        var from = Form.text("report-from", today.toString());
        var to = Form.text("report-to", today.toString());
        var view = new TablesView(model, texts);
        Runnable read = () -> read(kind.chosen(), from, to);
        kind.chosenProperty().subscribe(_ -> read.run());
        from.setOnAction(_ -> read.run());
        to.setOnAction(_ -> read.run());
        var days = new FlowPane(8, 8, from, to);
        days.setAlignment(Pos.CENTER_LEFT);
        from.setPrefColumnCount(8);
        to.setPrefColumnCount(8);
        from.accessibleTextProperty().bind(texts.of("reports.from"));
        to.accessibleTextProperty().bind(texts.of("reports.to"));
        for (var span : Span.values()) {
            days.getChildren().add(button("report-" + span.key(), "reports." + span.key(), () -> {
                from.setText(span.from(today).toString());
                to.setText(span.to(today).toString());
                read.run();
            }));
        }
        var content = new VBox(10, kind, days, view, foot());
        content.getStyleClass().add("reports");
        content.setMinWidth(Region.USE_PREF_SIZE);
        booth.sheets()
                .show(new Sheet(
                                ID,
                                texts.of("reports.title"),
                                content,
                                kind.getChildren().getFirst())
                        .onClosed(model::cancel));
    }

    private void read(ReportKind kind, TextField from, TextField to) {
        try {
            model.read(kind, Period.of(day(from), day(to)));
        } catch (DateTimeParseException wrong) {
            booth.notices().say(Notices.Kind.HINT, "reports.wrong-day");
        }
    }

    private static LocalDate day(TextField field) {
        return LocalDate.parse(field.getText().strip());
    }

    private HBox foot() {
        var foot = new HBox(8);
        foot.setAlignment(Pos.CENTER_LEFT);
        var print = button(
                "report-print", "reports.print", () -> model.report().get().ifPresent(printer));
        print.disableProperty().bind(model.report().map(Optional::isEmpty));
        foot.getChildren().add(print);
        for (var form : FILES) {
            var button = button("report-" + form.code(), "reports." + form.code(), () -> export(form));
            button.disableProperty().bind(model.report().map(Optional::isEmpty));
            foot.getChildren().add(button);
        }
        var bar = new ProgressBar();
        bar.setId("report-reading");
        bar.visibleProperty().bind(model.reading());
        bar.accessibleTextProperty().bind(booth.texts().of("reports.reading"));
        var cancel = button("report-cancel", "reports.cancel", model::cancel);
        cancel.visibleProperty().bind(model.reading());
        foot.getChildren().addAll(bar, cancel);
        return foot;
    }

    private Button button(String id, String key, Runnable pressed) {
        var button = new Button();
        button.setId(id);
        button.textProperty().bind(booth.texts().of(key));
        button.setOnAction(_ -> pressed.run());
        return button;
    }

    /// Into the store's folder of reports; the cashier is told where.
    private void export(Export form) {
        model.report().get().ifPresent(report -> {
            var file = store.resolve("reports").resolve(name(report) + "." + form.ending());
            var words = ReportWords.in(booth.texts().now().lang());
            var _ = CompletableFuture.runAsync(() -> write(report, form, words, file), reader)
                    .whenComplete((_, failure) -> Platform.runLater(() -> told(file, failure)));
        });
    }

    private static void write(Report report, Export form, ReportWords words, Path file) {
        try {
            form.write(report, words, file);
        } catch (IOException broken) {
            throw new UncheckedIOException("The report cannot be written", broken);
        }
    }

    private void told(Path file, Throwable failure) {
        if (failure == null) {
            booth.notices().say(Notices.Kind.DONE, words -> words.get("reports.written", file.toString()));
        } else {
            booth.errands().failed(failure);
        }
    }

    private static String name(Report report) {
        return report.kind()
                + report.period().from().map(day -> "-" + day).orElse("")
                + report.period().to().map(day -> "-" + day).orElse("");
    }

    /// Periods at one touch.
    private enum Span {
        TODAY,
        YESTERDAY,
        MONTH,
        LAST_MONTH;

        String key() {
            return switch (this) {
                case TODAY -> "today";
                case YESTERDAY -> "yesterday";
                case MONTH -> "month";
                case LAST_MONTH -> "last-month";
            };
        }

        LocalDate from(LocalDate today) {
            return switch (this) {
                case TODAY -> today;
                case YESTERDAY -> today.minusDays(1);
                case MONTH -> today.withDayOfMonth(1);
                case LAST_MONTH -> today.minusMonths(1).withDayOfMonth(1);
            };
        }

        LocalDate to(LocalDate today) {
            return switch (this) {
                case TODAY, MONTH -> today;
                case YESTERDAY -> today.minusDays(1);
                case LAST_MONTH -> today.withDayOfMonth(1).minusDays(1);
            };
        }
    }
}

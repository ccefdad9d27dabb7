package io.huitai.ui.report;

import io.huitai.till.report.Cell;
import io.huitai.till.report.Report;
import io.huitai.till.report.ReportWords;
import io.huitai.till.report.Table;
import io.huitai.ui.fittings.Texts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.chart.BarChart;
import javafx.scene.chart.CategoryAxis;
import javafx.scene.chart.NumberAxis;
import javafx.scene.chart.XYChart;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.VBox;

/// A report's tables one below the other; sales by hour as a chart too. Long tables draw only the rows in sight.
final class TablesView extends ScrollPane {
    private static final int ROW = 30;
    private static final int MOST_ROWS = 12;
    private static final int HEIGHT = 440;
    private static final int WIDTH = 1180;
    private static final int CHART = 220;
    private static final int HOURS = 24;
    private static final long FEN = 100;

    private final ReportModel model;
    private final Texts texts;
    private final VBox tables = new VBox(12);

    TablesView(ReportModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        setId("report-tables");
        setContent(tables);
        setFitToWidth(true);
        setPrefHeight(HEIGHT);
        setPrefWidth(WIDTH);
        var shown = sceneProperty().map(_ -> true).orElse(false);
        model.report().when(shown).subscribe(_ -> draw());
        texts.words().when(shown).subscribe(_ -> draw());
    }

    private void draw() {
        tables.getChildren().setAll(nodes(model.report().get()));
    }

    private List<Node> nodes(Optional<Report> report) {
        var words = ReportWords.in(texts.now().lang());
        var nodes = new ArrayList<Node>();
        var shown = report.map(Report::tables).orElse(List.of());
        shown.stream()
                .filter(table -> table.id().equals("by-hour"))
                .forEach(hours -> nodes.addAll(List.of(title(hours, words), chart(hours, words))));
        for (var table : shown) {
            nodes.add(title(table, words));
            nodes.add(table(table, words));
        }
        return nodes;
    }

    private static Node title(Table table, ReportWords words) {
        var title = new Label(words.title(table));
        title.getStyleClass().add("box-title");
        return title;
    }

    /// A bar for every hour of the day, so that days can be compared at a glance.
    private static Node chart(Table hours, ReportWords words) {
        var sales = new HashMap<String, Long>();
        for (var row : hours.rows()) {
            if (row.getLast() instanceof Cell.Amount(var money)) {
                sales.put(words.cell(row.getFirst()), money.fen() / FEN);
            }
        }
        var bars = new XYChart.Series<String, Number>();
        for (var hour = 0; hour < HOURS; hour++) {
            var name = String.format(Locale.ROOT, "%02d:00", hour);
            bars.getData().add(new XYChart.Data<>(name, sales.getOrDefault(name, 0L)));
        }
        var chart = new BarChart<>(new CategoryAxis(), new NumberAxis());
        chart.setId("report-chart");
        chart.getData().add(bars);
        chart.setLegendVisible(false);
        chart.setAnimated(false);
        chart.setPrefHeight(CHART);
        chart.setMinHeight(CHART);
        chart.setAccessibleText(words.title(hours));
        return chart;
    }

    private static Node table(Table table, ReportWords words) {
        var view = new TableView<List<Cell>>();
        view.setId("report-" + table.id());
        for (var i = 0; i < table.columns().size(); i++) {
            view.getColumns().add(column(table, i, words));
        }
        view.setItems(FXCollections.observableList(new ArrayList<>(table.rows())));
        view.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        view.setFixedCellSize(ROW);
        var nothing = new Label("—");
        view.setPlaceholder(nothing);
        var rows = Math.clamp(table.rows().size(), 1, MOST_ROWS);
        view.setMinHeight(ROW * rows + ROW + 12);
        view.setPrefHeight(ROW * rows + ROW + 12);
        view.setMaxHeight(ROW * rows + ROW + 12);
        view.setAccessibleText(words.title(table));
        return view;
    }

    private static TableColumn<List<Cell>, String> column(Table table, int index, ReportWords words) {
        var column =
                new TableColumn<List<Cell>, String>(words.column(table.columns().get(index)));
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(
                row -> new ReadOnlyStringWrapper(words.cell(row.getValue().get(index))));
        if (table.isNumber(index)) {
            column.getStyleClass().add("figures"); // the head with its cells
        }
        return column;
    }
}

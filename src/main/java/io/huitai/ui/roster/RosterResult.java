package io.huitai.ui.roster;

import io.huitai.till.club.Roster;
import io.huitai.ui.fittings.Texts;
import io.huitai.ui.fittings.Words;
import java.util.List;
import java.util.function.BiFunction;
import javafx.collections.FXCollections;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.VBox;

/// How many of a roster have become members, and which lines have not, each with its reason. However many there are,
/// only the rows in sight are drawn.
final class RosterResult extends VBox {
    private static final int ROW = 34;
    private static final int HEIGHT = 280;
    private static final int NUMBER = 110;

    private final Texts texts;

    RosterResult(RosterModel model, Texts texts) {
        super(8);
        this.texts = texts;
        var said = new Label();
        said.setId("roster-result");
        said.getStyleClass().add("box-title");
        said.textProperty()
                .bind(texts.of(
                        model.result(),
                        (words, result) ->
                                result.map(ended -> text(words, ended)).orElse("")));
        var table = table();
        model.result().subscribe(result -> {
            var rejected = result.map(ended -> ended.imported().rejected()).orElse(List.of());
            table.setItems(FXCollections.observableList(rejected));
            table.setVisible(!rejected.isEmpty());
        });
        getChildren().addAll(said, table);
    }

    /// As "3 enrolled, 5 lines with faults".
    static String text(Words words, RosterModel.Result result) {
        return words.get(
                result.whole() ? "roster.done" : "roster.stopped",
                result.imported().enrolled(),
                result.imported().rejected().size());
    }

    private TableView<Roster.Rejected> table() {
        var table = new TableView<Roster.Rejected>();
        table.setId("roster-rejected");
        var row = column("row", (_, line) -> Long.toString(line.row()));
        row.setMinWidth(NUMBER);
        row.setMaxWidth(NUMBER);
        table.getColumns().add(row);
        table.getColumns().add(column("reason", (words, line) -> line.text(words.lang())));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setFixedCellSize(ROW);
        table.setPrefHeight(HEIGHT);
        table.accessibleTextProperty().bind(texts.of("roster.rejected"));
        return table;
    }

    private TableColumn<Roster.Rejected, String> column(String id, BiFunction<Words, Roster.Rejected, String> text) {
        var column = new TableColumn<Roster.Rejected, String>();
        column.setId("roster-column-" + id);
        column.textProperty().bind(texts.of("roster." + id));
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(cell -> texts.of(texts.words(), (words, _) -> text.apply(words, cell.getValue())));
        return column;
    }
}

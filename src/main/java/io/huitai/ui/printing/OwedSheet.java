package io.huitai.ui.printing;

import io.huitai.shop.ReceiptNo;
import io.huitai.till.Desk;
import io.huitai.till.paper.Receipts;
import io.huitai.ui.fittings.Booth;
import io.huitai.ui.fittings.Sheet;
import io.huitai.ui.fittings.Words;
import java.util.List;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Receipts that wait for the printer or may or may not be on paper: each is printed again or given up.
public final class OwedSheet {
    private static final double HEIGHT = 360;
    private static final double WIDTH = 780;

    private final Booth booth;
    private final ObjectProperty<List<Receipts.Owed>> owed;
    private final VBox rows = new VBox();
    private final ScrollPane scroll = new ScrollPane(rows);

    /// @param owed kept up to date by the window
    public OwedSheet(Booth booth, ObjectProperty<List<Receipts.Owed>> owed) {
        this.booth = booth;
        this.owed = owed;
        scroll.setFitToWidth(true);
        scroll.setPrefHeight(HEIGHT);
        scroll.setMinWidth(WIDTH);
        rows.sceneProperty().subscribe(_ -> Platform.runLater(this::focusFirst));
        owed.subscribe(_ -> draw());
        booth.texts().words().subscribe(_ -> draw());
    }

    public void open() {
        var hint = new Label();
        hint.getStyleClass().add("sheet-hint-wide");
        hint.textProperty().bind(booth.texts().of("owed.hint"));
        hint.setMaxWidth(760);
        var title = booth.texts().of("owed.title");
        booth.sheets().show(new Sheet("owed-sheet", title, new VBox(12, hint, scroll), scroll));
        change(_ -> {});
    }

    private void change(Consumer<Desk> work) {
        booth.errands()
                .desk(
                        desk -> {
                            work.accept(desk);
                            return desk.receipts().owed();
                        },
                        owed::set);
    }

    private void draw() {
        var words = booth.texts().now();
        var focused = rows.isFocusWithin();
        if (owed.get().isEmpty()) {
            rows.getChildren().setAll(new Label(words.get("owed.none")));
        } else {
            rows.getChildren()
                    .setAll(owed.get().stream().map(one -> row(one, words)).toList());
        }
        if (focused) {
            focusFirst();
        }
    }

    private HBox row(Receipts.Owed one, Words words) {
        var no = new Label(one.no().value());
        no.getStyleClass().add("strong");
        var state = new Label(words.get(one.doubtful() ? "owed.doubtful" : "owed.waiting"));
        state.getStyleClass().add("caption");
        var text = new VBox(no, state);
        text.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(text, Priority.ALWAYS);
        var again = button("again", one.no(), words.get(one.doubtful() ? "owed.copy" : "owed.now"));
        again.setOnAction(_ -> change(desk -> desk.receipts().again(one.no())));
        var drop = button("drop", one.no(), words.get("owed.drop"));
        drop.setOnAction(_ -> change(desk -> desk.receipts().drop(one.no())));
        var row = new HBox(8, text, again, drop);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("table-row");
        return row;
    }

    private static Button button(String act, ReceiptNo no, String text) {
        var button = new Button(text);
        button.setId("owed-" + act + "-" + no);
        button.setAccessibleText(text + " " + no);
        button.setMinWidth(150);
        return button;
    }

    /// The keyboard goes on at the oldest one.
    private void focusFirst() {
        if (rows.getScene() != null && rows.lookup(".button") instanceof Button first) {
            first.requestFocus();
        }
    }
}

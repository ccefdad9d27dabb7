package io.huitai.ui.fittings;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/// Captions on the left, fields on the right, a button below.
public final class Form extends GridPane {
    private final Texts texts;
    private int rows;

    public Form(Texts texts) {
        this.texts = texts;
        getStyleClass().add("form");
        var caption = new ColumnConstraints();
        caption.setMinWidth(110);
        var field = new ColumnConstraints();
        field.setHgrow(Priority.ALWAYS);
        field.setMinWidth(420);
        getColumnConstraints().addAll(caption, field);
    }

    public static TextField text(String id) {
        return text(id, "");
    }

    public static TextField text(String id, String now) {
        var field = new TextField(now);
        field.setId(id);
        field.getStyleClass().add("field");
        return field;
    }

    public void row(String key, Node field) {
        var caption = new Label();
        caption.textProperty().bind(texts.of(key));
        caption.setLabelFor(field);
        field.accessibleTextProperty().bind(texts.of(key));
        add(caption, 0, rows);
        add(field, 1, rows);
        rows++;
    }

    /// The button that ends it; Enter in any field does the same.
    public Button done(String id, String key, Runnable pressed) {
        var button = new Button();
        button.setId(id);
        button.getStyleClass().add("done-button");
        button.textProperty().bind(texts.of(key));
        button.setDefaultButton(true);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setOnAction(_ -> pressed.run());
        add(button, 1, rows);
        rows++;
        return button;
    }
}

package io.huitai.ui.fittings;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
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
        row(texts.of(key), field);
    }

    public void row(ObservableValue<String> text, Node field) {
        var caption = new Label();
        caption.textProperty().bind(text);
        caption.setLabelFor(field);
        field.accessibleTextProperty().bind(text);
        add(caption, 0, rows);
        add(field, 1, rows);
        rows++;
    }

    /// The button that ends it; Enter in any field does the same.
    public Button done(String id, String key, Runnable pressed) {
        return done(id, texts.of(key), pressed);
    }

    public Button done(String id, ObservableValue<String> text, Runnable pressed) {
        var button = new Button();
        button.setId(id);
        button.getStyleClass().add("done-button");
        button.textProperty().bind(text);
        button.setDefaultButton(true);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setOnAction(_ -> pressed.run());
        addEventFilter(KeyEvent.KEY_PRESSED, event -> enterOnChoice(event, button));
        add(button, 1, rows);
        rows++;
        return button;
    }

    /// Ticks and choices would take Enter for themselves; they have the space bar.
    private static void enterOnChoice(KeyEvent event, Button done) {
        var choice = event.getTarget() instanceof CheckBox || event.getTarget() instanceof ToggleButton;
        if (choice && event.getCode() == KeyCode.ENTER) {
            done.fire();
            event.consume();
        }
    }
}

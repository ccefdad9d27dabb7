package io.huitai.ui.fittings;

import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// A button that says which key does the same.
public final class KeyButton extends Button {
    /// @param id the CSS and test id
    public KeyButton(String id, ObservableValue<String> text, String key, Runnable pressed) {
        setId(id);
        getStyleClass().add("key-button");
        var name = new Label();
        name.getStyleClass().add("name");
        name.textProperty().bind(text);
        name.setMinWidth(0);
        var badge = new Label(key);
        badge.getStyleClass().add("kbd");
        var both = new VBox(name, badge);
        both.setAlignment(Pos.CENTER);
        both.getStyleClass().add("both");
        setGraphic(both);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        accessibleTextProperty().bind(text.map(shown -> shown.replace('\n', ' ') + " " + key));
        setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        setMinWidth(0);
        setOnAction(_ -> pressed.run());
    }
}

package io.huitai.ui.fittings;

import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;

/// One of a few, as buttons side by side.
public final class Choice<T> extends FlowPane {
    private final List<T> values;
    private final ReadOnlyObjectWrapper<T> chosen;

    /// @param key the text key of a value
    public Choice(String id, List<T> values, T first, Texts texts, Function<T, String> key) {
        this(id, values, first, value -> texts.of(key.apply(value)));
    }

    /// @param text what a value's button says
    public Choice(String id, List<T> values, T first, Function<T, ObservableValue<String>> text) {
        setId(id);
        getStyleClass().add("choice-row");
        this.values = List.copyOf(values);
        chosen = new ReadOnlyObjectWrapper<>(first);
        var group = new ToggleGroup();
        for (var value : values) {
            var button = new ToggleButton();
            button.setId(id + "-" + values.indexOf(value));
            button.getStyleClass().add("choice-button");
            button.textProperty().bind(text.apply(value));
            button.setToggleGroup(group);
            button.setSelected(value.equals(first));
            button.setOnAction(_ -> {
                button.setSelected(true);
                chosen.set(value);
            });
            getChildren().add(button);
        }
    }

    public void choose(T value) {
        if (getChildren().get(values.indexOf(value)) instanceof ToggleButton button) {
            button.fire();
        }
    }

    public T chosen() {
        return chosen.get();
    }

    public ReadOnlyObjectProperty<T> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }
}

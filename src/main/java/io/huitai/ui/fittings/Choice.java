package io.huitai.ui.fittings;

import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;

/// One of a few, as buttons side by side. The button that is shown as chosen is the choice: whatever moves the one, a
/// finger, an arrow key or the program, moves the other, and nothing unchooses.
public final class Choice<T> extends FlowPane {
    private final List<T> values;
    private final ReadOnlyObjectWrapper<T> chosen;
    private final ToggleGroup group = new ToggleGroup();

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
        for (var value : values) {
            var button = new Option();
            button.setId(id + "-" + values.indexOf(value));
            button.getStyleClass().add("choice-button");
            button.textProperty().bind(text.apply(value));
            button.setToggleGroup(group);
            button.setSelected(value.equals(first));
            getChildren().add(button);
        }
        group.selectedToggleProperty().addListener((_, before, now) -> {
            if (now == null) {
                group.selectToggle(before);
            } else {
                chosen.set(this.values.get(group.getToggles().indexOf(now)));
            }
        });
    }

    public void choose(T value) {
        group.selectToggle(group.getToggles().get(values.indexOf(value)));
    }

    /// In the order of the buttons.
    public List<T> values() {
        return values;
    }

    public T chosen() {
        return chosen.get();
    }

    public ReadOnlyObjectProperty<T> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    /// Pressing what is chosen leaves it chosen.
    private static final class Option extends ToggleButton {
        @Override
        public void fire() {
            if (!isSelected()) {
                super.fire();
            }
        }
    }
}

package io.huitai.ui.fittings;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/// Digits for fingers. Its keys take no focus, so the keyboard writes into the same place all the time.
public final class NumberPad extends GridPane {
    /// Ends the id of its Enter key.
    static final String ENTER = "-key-enter";

    private final Button last;

    /// What stands left of the zero, and beside the last key.
    public enum Corner {
        CLEAR,
        POINT,
        /// The point, and the X that a Chinese identity number may end in.
        POINT_AND_X
    }

    /// @param id in front of every key's id, as "sign-in" in "sign-in-key-1"
    public NumberPad(String id, Typing typing, Corner corner, ObservableValue<String> enter) {
        getStyleClass().add("number-pad");
        for (var column = 0; column < 3; column++) {
            var third = new ColumnConstraints();
            third.setPercentWidth(100.0 / 3);
            third.setHgrow(Priority.ALWAYS);
            getColumnConstraints().add(third);
        }
        for (var digit = 1; digit <= 9; digit++) {
            add(digit(id, typing, (char) ('0' + digit)), (digit - 1) % 3, (digit - 1) / 3);
        }
        switch (corner) {
            case CLEAR -> add(key(id + "-key-back", "⌫", typing::back), 0, 3);
            case POINT, POINT_AND_X -> {
                add(key(id + "-key-point", ".", () -> typing.type('.')), 0, 3);
                add(key(id + "-key-back", "⌫", typing::back), 2, 3);
            }
        }
        add(digit(id, typing, '0'), 1, 3);
        last = key(id + ENTER, "", typing::enter);
        last.textProperty().bind(enter);
        last.getStyleClass().add("main");
        switch (corner) {
            case CLEAR -> add(last, 2, 3);
            case POINT -> add(last, 0, 4, 3, 1);
            case POINT_AND_X -> {
                add(key(id + "-key-x", "X", () -> typing.type('X')), 0, 4);
                add(last, 1, 4, 2, 1);
            }
        }
    }

    /// Where something beside the pad is the next step, its last key is one among others.
    void quiet() {
        last.getStyleClass().remove("main");
    }

    private static Button digit(String id, Typing typing, char digit) {
        return key(id + "-key-" + digit, Character.toString(digit), () -> typing.type(digit));
    }

    private static Button key(String id, String text, Runnable pressed) {
        var key = new Button(text);
        key.setId(id);
        key.getStyleClass().add("pad-key");
        key.setFocusTraversable(false);
        key.setMaxWidth(Double.MAX_VALUE);
        key.setOnAction(_ -> pressed.run());
        return key;
    }
}

package io.huitai.ui.fittings;

import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Number, PIN and pad: the same at sign-in and for every approval.
public final class PinEntry extends VBox implements Stops {
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
    private static final PseudoClass FILLED = PseudoClass.getPseudoClass("filled");
    private static final int USUAL_PIN = 4;

    private final PinModel model;

    /// @param id in front of the parts' ids
    /// @param enter what the pad's last key says
    public PinEntry(String id, PinModel model, Texts texts, ObservableValue<String> enter) {
        this.model = model;
        getStyleClass().add("pin-entry");
        setId(id);
        setFocusTraversable(true);
        getChildren()
                .addAll(
                        number(id, model, texts),
                        dots(id, model, texts),
                        new NumberPad(id, model, NumberPad.Corner.CLEAR, enter));
        Typing.listen(this, model);
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.TAB) {
                step(event.isShiftDown());
                event.consume();
            }
        });
    }

    /// Tab goes from the number to the PIN, as in any other form: a PIN never lands in the number.
    @Override
    public boolean step(boolean back) {
        var steps = model.atPin().get() == back;
        if (steps && back) {
            model.toNumber();
        } else if (steps) {
            model.toPin();
        }
        return steps;
    }

    private static HBox number(String id, PinModel model, Texts texts) {
        var caption = new Label();
        caption.textProperty().bind(texts.of("pin.number"));
        caption.getStyleClass().add("caption");
        var value = new Label();
        value.setId(id + "-number");
        value.textProperty().bind(model.number());
        value.getStyleClass().add("value");
        var field = new HBox(caption, value);
        field.getStyleClass().add("pin-field");
        field.setAlignment(Pos.CENTER_LEFT);
        field.setOnMouseClicked(_ -> model.toNumber());
        follow(field, model.atPin().map(atPin -> !atPin));
        return field;
    }

    private static HBox dots(String id, PinModel model, Texts texts) {
        var caption = new Label();
        caption.textProperty().bind(texts.of("pin.pin"));
        caption.getStyleClass().add("caption");
        var dots = new HBox();
        dots.getStyleClass().add("dots");
        dots.setAlignment(Pos.CENTER_LEFT);
        draw(dots, 0);
        model.pin().subscribe(typed -> draw(dots, typed.length()));
        var field = new HBox(caption, dots);
        field.setId(id + "-pin");
        field.getStyleClass().add("pin-field");
        field.setAlignment(Pos.CENTER_LEFT);
        field.setOnMouseClicked(_ -> model.toPin());
        follow(field, model.atPin());
        return field;
    }

    private static void follow(HBox field, ObservableValue<Boolean> current) {
        current.subscribe(now -> field.pseudoClassStateChanged(CURRENT, now));
    }

    private static void draw(HBox dots, int typed) {
        var wanted = Math.max(USUAL_PIN, typed);
        while (dots.getChildren().size() < wanted) {
            var dot = new Region();
            dot.getStyleClass().add("dot");
            dots.getChildren().add(dot);
        }
        while (dots.getChildren().size() > wanted) {
            dots.getChildren().removeLast();
        }
        for (var i = 0; i < wanted; i++) {
            dots.getChildren().get(i).pseudoClassStateChanged(FILLED, i < typed);
        }
    }
}

package io.huitai.ui.fittings;

import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// An amount being typed, with its pad.
public final class AmountPane extends VBox {
    /// @param id in front of the parts' ids
    public AmountPane(String id, AmountModel model, Texts texts, ObservableValue<String> enter) {
        getStyleClass().add("amount-pane");
        setId(id);
        setFocusTraversable(true);
        accessibleTextProperty().bind(texts.of(model.text(), (words, typed) -> words.get("amount.typed", typed)));
        var shown = new Label();
        shown.setId(id + "-amount");
        shown.getStyleClass().add("amount-typed");
        shown.setMaxWidth(Double.MAX_VALUE);
        shown.setAlignment(Pos.CENTER_RIGHT);
        shown.textProperty().bind(model.text().map(typed -> typed.isEmpty() ? "0" : typed));
        getChildren().addAll(shown, new NumberPad(id, model, NumberPad.Corner.POINT, enter));
        Typing.listen(this, model);
    }
}

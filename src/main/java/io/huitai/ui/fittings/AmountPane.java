package io.huitai.ui.fittings;

import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.VBox;

/// An amount being typed, with its pad. Where the focus is in a field beside it, the pad writes there, and says so.
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
        shown.setOnMouseClicked(_ -> requestFocus());
        var owner = sceneProperty().flatMap(Scene::focusOwnerProperty);
        var into = new Label();
        into.setId(id + "-into");
        into.getStyleClass().add("caption");
        into.textProperty()
                .bind(texts.of(
                        owner.map(Optional::of).orElse(Optional.empty()),
                        (words, node) -> words.get(
                                "pad.into",
                                node.filter(TextInputControl.class::isInstance)
                                        .map(field -> FieldPad.named((TextInputControl) field))
                                        .orElseGet(() -> words.get("pad.amount")))));
        getChildren().addAll(shown, into, new NumberPad(id, new Active(model), NumberPad.Corner.POINT, enter));
        Typing.listen(this, model);
    }

    /// Writes where the focus is: into a field beside the amount, or else the amount.
    private final class Active implements Typing {
        private final AmountModel amount;

        Active(AmountModel amount) {
            this.amount = amount;
        }

        private Optional<TextInputControl> field() {
            return Optional.ofNullable(getScene())
                    .map(Scene::getFocusOwner)
                    .filter(TextInputControl.class::isInstance)
                    .map(TextInputControl.class::cast);
        }

        @Override
        public void type(char character) {
            field().ifPresentOrElse(
                            field -> field.replaceSelection(Character.toString(character)),
                            () -> amount.type(character));
        }

        @Override
        public void back() {
            field().ifPresentOrElse(TextInputControl::deletePreviousChar, amount::back);
        }

        @Override
        public void clear() {
            field().ifPresentOrElse(TextInputControl::clear, amount::clear);
        }

        @Override
        public void enter() {
            amount.enter();
        }
    }
}

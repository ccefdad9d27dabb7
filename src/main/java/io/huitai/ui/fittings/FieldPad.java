package io.huitai.ui.fittings;

import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Fields with a number pad beside them, for fingers: its keys write into the field that was typed in last, and the pad
/// says which that is.
public final class FieldPad extends HBox {
    private final Region fields;
    private final SimpleObjectProperty<Optional<TextInputControl>> active =
            new SimpleObjectProperty<>(Optional.empty());

    /// @param id in front of the keys' ids
    /// @param enter what the pad's last key does
    public FieldPad(String id, Region fields, Texts texts, Runnable enter) {
        this(id, fields, NumberPad.Corner.POINT, texts, enter);
    }

    /// The same with the keys that the fields need.
    public FieldPad(String id, Region fields, NumberPad.Corner corner, Texts texts, Runnable enter) {
        this.fields = fields;
        getStyleClass().add("field-pad");
        setAlignment(Pos.TOP_LEFT);
        var pad = new NumberPad(id, new Active(enter), corner, texts.of("pad.enter"));
        pad.quiet();
        pad.setMinWidth(264);
        pad.setMaxHeight(USE_PREF_SIZE);
        var into = new Label();
        into.setId(id + "-into");
        into.getStyleClass().add("caption");
        into.textProperty()
                .bind(texts.of(
                        active,
                        (words, field) -> field.map(known -> words.get("pad.into", named(known)))
                                .orElse("")));
        HBox.setHgrow(fields, Priority.ALWAYS);
        getChildren().addAll(fields, new VBox(6, into, pad));
        sceneProperty().subscribe(scene -> {
            if (scene != null) {
                active.set(firstField());
            }
        });
        sceneProperty().flatMap(scene -> scene.focusOwnerProperty()).subscribe(this::follow);
    }

    private void follow(Node owner) {
        if (owner instanceof TextInputControl field && isMine(field)) {
            active.set(Optional.of(field));
        }
    }

    private boolean isMine(Node node) {
        for (var each = node; each != null; each = each.getParent()) {
            if (each.equals(fields)) {
                return true;
            }
        }
        return false;
    }

    private Optional<TextInputControl> firstField() {
        return Places.in(fields).stream()
                .filter(TextInputControl.class::isInstance)
                .map(TextInputControl.class::cast)
                .findFirst();
    }

    /// What a field is called to whoever cannot see it, its own words or those of what it stands in.
    static String named(TextInputControl field) {
        for (Node each = field; each != null; each = each.getParent()) {
            if (each.getAccessibleText() != null) {
                return each.getAccessibleText();
            }
        }
        return field.getPromptText() == null ? "" : field.getPromptText();
    }

    private final class Active implements Typing {
        private final Runnable enter;

        Active(Runnable enter) {
            this.enter = enter;
        }

        @Override
        public void type(char character) {
            field().ifPresent(field -> field.replaceSelection(Character.toString(character)));
        }

        @Override
        public void back() {
            field().ifPresent(TextInputControl::deletePreviousChar);
        }

        @Override
        public void clear() {
            field().ifPresent(TextInputControl::clear);
        }

        @Override
        public void enter() {
            enter.run();
        }

        /// The field that is shown as the one typed in; it has the focus from now on.
        private Optional<TextInputControl> field() {
            if (active.get()
                    .filter(field -> isMine(field) && Places.isUsable(field))
                    .isEmpty()) {
                active.set(firstField());
            }
            active.get().filter(field -> !field.isFocused()).ifPresent(field -> {
                field.requestFocus();
                field.end();
            });
            return active.get();
        }
    }
}

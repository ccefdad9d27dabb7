package io.huitai.ui.fittings;

import javafx.geometry.Pos;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// Fields with a number pad beside them, for fingers: its keys write into the field that has the focus.
public final class FieldPad extends HBox {
    private final Region fields;

    /// @param id in front of the keys' ids
    /// @param enter what the pad's last key does
    public FieldPad(String id, Region fields, Texts texts, Runnable enter) {
        this.fields = fields;
        getStyleClass().add("field-pad");
        setAlignment(Pos.TOP_LEFT);
        var pad = new NumberPad(id, new Focused(enter), NumberPad.Corner.POINT, texts.of("pad.enter"));
        pad.quiet();
        pad.setMinWidth(264);
        pad.setMaxHeight(USE_PREF_SIZE);
        HBox.setHgrow(fields, Priority.ALWAYS);
        getChildren().addAll(fields, pad);
    }

    private final class Focused implements Typing {
        private final Runnable enter;

        Focused(Runnable enter) {
            this.enter = enter;
        }

        @Override
        public void type(char character) {
            if (owner() instanceof TextInputControl field) {
                field.replaceSelection(Character.toString(character));
            }
        }

        @Override
        public void back() {
            if (owner() instanceof TextInputControl field) {
                field.deletePreviousChar();
            }
        }

        @Override
        public void clear() {
            if (owner() instanceof TextInputControl field) {
                field.clear();
            }
        }

        @Override
        public void enter() {
            enter.run();
        }

        private Object owner() {
            var scene = fields.getScene();
            return scene == null || scene.getFocusOwner() == null ? fields : scene.getFocusOwner();
        }
    }
}

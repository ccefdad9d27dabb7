package io.huitai.ui.fittings;

import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// What a number pad and the keyboard write into.
public interface Typing {
    void type(char character);

    void back();

    void clear();

    void enter();

    /// Lets the keyboard write while `node` or something in it has the focus.
    static void listen(Node node, Typing typing) {
        node.addEventHandler(KeyEvent.KEY_TYPED, event -> {
            var text = event.getCharacter();
            if (text.length() == 1 && text.charAt(0) > ' ' && !event.isControlDown() && !event.isAltDown()) {
                typing.type(text.charAt(0));
                event.consume();
            }
        });
        node.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.BACK_SPACE) {
                typing.back();
                event.consume();
            } else if (event.getCode() == KeyCode.ENTER) {
                typing.enter();
                event.consume();
            }
        });
    }
}

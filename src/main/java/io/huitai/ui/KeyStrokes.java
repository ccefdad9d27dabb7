package io.huitai.ui;

import io.huitai.device.wedge.Stroke;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/// What keyboard events mean to the wedge, and which keys act.
final class KeyStrokes {
    private static final String GROUP_SEPARATOR = "\u001d";

    private KeyStrokes() {}

    /// What an event means to the wedge. Shortcuts are nobody's burst; AltGr types characters; FNC1 comes as Ctrl and a
    /// bracket.
    ///
    /// @param repeated whether the key is held down
    static Stroke stroke(KeyEvent event, boolean repeated) {
        if (event.getEventType() == KeyEvent.KEY_TYPED) {
            return typed(event, repeated);
        }
        if (event.getEventType() != KeyEvent.KEY_PRESSED) {
            return new Stroke.Silent();
        }
        var code = event.getCode();
        if (isQuiet(code)) {
            return new Stroke.Silent();
        }
        if (isShortcut(event)) {
            return shortcut(event, code);
        }
        if (code == KeyCode.ENTER || code == KeyCode.TAB) {
            return new Stroke.Terminator();
        }
        return types(code) ? new Stroke.Silent() : new Stroke.Other();
    }

    private static Stroke typed(KeyEvent event, boolean repeated) {
        var text = event.getCharacter();
        if (text.equals(GROUP_SEPARATOR)) {
            return new Stroke.Symbol(text.charAt(0));
        }
        if (isShortcut(event) || text.length() != 1 || text.charAt(0) < ' ' || text.charAt(0) == 0x7f) {
            return new Stroke.Silent();
        }
        return repeated ? new Stroke.Repeated() : new Stroke.Symbol(text.charAt(0));
    }

    private static Stroke shortcut(KeyEvent event, KeyCode code) {
        if (event.isAltDown() && isKeypadDigit(code)) {
            return new Stroke.Numbered();
        }
        if (event.isControlDown()) {
            return switch (code) {
                case I, J, M -> new Stroke.ControlledEnd();
                case CLOSE_BRACKET -> new Stroke.Silent();
                default -> new Stroke.Other();
            };
        }
        return new Stroke.Other();
    }

    static boolean isKeypadDigit(KeyCode code) {
        return code.isKeypadKey() && code.isDigitKey();
    }

    private static boolean isShortcut(KeyEvent event) {
        return (event.isControlDown() != event.isAltDown()) || event.isMetaDown();
    }

    private static boolean isQuiet(KeyCode code) {
        return switch (code) {
            case SHIFT, CAPS, NUM_LOCK, ALT, ALT_GRAPH, CONTROL -> true;
            default -> false;
        };
    }

    /// Whether a "typed" event with a character follows. What no key code names is a character of some layout.
    private static boolean types(KeyCode code) {
        return code.isLetterKey()
                || code.isDigitKey()
                || (code.isKeypadKey() && !code.isNavigationKey())
                || code == KeyCode.SPACE
                || code == KeyCode.UNDEFINED
                || !(code.isFunctionKey()
                        || code.isNavigationKey()
                        || code.isArrowKey()
                        || code.isModifierKey()
                        || code.isMediaKey()
                        || code.isWhitespaceKey()
                        || isCommand(code));
    }

    private static boolean isCommand(KeyCode code) {
        return switch (code) {
            case ESCAPE, BACK_SPACE, DELETE, INSERT, CANCEL, CLEAR, CONTEXT_MENU, PRINTSCREEN, PAUSE -> true;
            default -> false;
        };
    }

    /// Whether a press does nothing because the key did not mean it: what books or opens something acts once a press,
    /// and not a second time within a moment. Letters, arrows and editing repeat as ever.
    static boolean isIdle(KeyEvent press, Presses.Press how, @Nullable Node focused) {
        var writing =
                focused instanceof TextInputControl field && !field.getText().isEmpty();
        var code = press.getCode();
        return switch (how) {
            case FRESH -> false;
            case REPEATED -> acts(press, focused) || code == KeyCode.ESCAPE || (code == KeyCode.DELETE && !writing);
            case DOUBLED -> acts(press, focused);
        };
    }

    private static boolean acts(KeyEvent press, @Nullable Node focused) {
        var code = press.getCode();
        if (code == KeyCode.SPACE) {
            return !(focused instanceof TextInputControl);
        }
        return code == KeyCode.ENTER
                || code.isFunctionKey()
                || (isShortcut(press) && (code.isDigitKey() || code == KeyCode.I || code == KeyCode.P));
    }
}

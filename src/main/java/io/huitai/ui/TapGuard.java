package io.huitai.ui;

import java.util.Objects;
import java.util.function.LongSupplier;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/// Keeps the second tap of a bounce, or of an impatient finger, from what it was not meant for: a button that books, or
/// whatever has come up under the finger since the first.
final class TapGuard {
    private static final long BOUNCE = 60;
    private static final long DOUBLE_TAP = 350;
    private static final double FINGER = 40;
    private static final long LONG_AGO = Long.MIN_VALUE / 2;

    private @Nullable Node last;
    private long lastAt = LONG_AGO;
    private double x;
    private double y;
    private boolean holdingBack;

    /// @param millis on any steady clock
    TapGuard(Scene scene, LongSupplier millis) {
        scene.addEventFilter(MouseEvent.MOUSE_PRESSED, press -> pressed(press, millis.getAsLong()));
        scene.addEventFilter(MouseEvent.MOUSE_RELEASED, this::rest);
        scene.addEventFilter(MouseEvent.MOUSE_CLICKED, this::rest);
    }

    private void pressed(MouseEvent press, long at) {
        var button = button(press.getTarget());
        var near = Math.hypot(press.getSceneX() - x, press.getSceneY() - y) <= FINGER;
        var since = near ? at - lastAt : Long.MAX_VALUE;
        var another = !Objects.equals(button, last);
        holdingBack = since <= BOUNCE || (since <= DOUBLE_TAP && button != null && (another || books(button)));
        last = holdingBack && another ? last : button;
        lastAt = at;
        x = press.getSceneX();
        y = press.getSceneY();
        rest(press);
    }

    private void rest(MouseEvent event) {
        if (holdingBack) {
            event.consume();
        }
    }

    private static @Nullable Node button(Object target) {
        for (var node = target instanceof Node hit ? hit : null; node != null; node = node.getParent()) {
            if (node instanceof ButtonBase) {
                return node;
            }
        }
        return null;
    }

    /// Digits, products, steps and choices may be tapped as fast as they like.
    private static boolean books(Node button) {
        var styles = button.getStyleClass();
        return styles.contains("main")
                || !(styles.contains("pad-key")
                        || styles.contains("tile")
                        || styles.contains("step")
                        || styles.contains("tool")
                        || button instanceof ToggleButton);
    }
}

package io.huitai.ui;

import io.huitai.device.Heard;
import io.huitai.device.Stroke;
import io.huitai.device.Wedge;
import io.huitai.device.WedgeSettings;
import io.huitai.ui.fittings.Reading;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// Stands in front of every keyboard event of a scene and hands on only what a person typed. What a keyboard-wedge
/// reader sent goes to the reading in front, and no field ever sees it.
final class WedgeFilter {
    private static final long LONGEST_FRAME = TimeUnit.MILLISECONDS.toNanos(25);

    private final Scene scene;
    private final Reading reading;
    private Wedge<KeyEvent> wedge = new Wedge<>(WedgeSettings.usual());
    private final AnimationTimer frames = new AnimationTimer() {
        @Override
        public void handle(long now) {
            // Behind the keyboard events that already wait: a busy screen must not tear a burst apart.
            Platform.runLater(() -> settled(wedge.tick(lived())));
        }
    };
    private boolean handingOn;
    private long seenNanos = System.nanoTime();
    private long livedNanos;

    WedgeFilter(Scene scene, Reading reading) {
        this.scene = scene;
        this.reading = reading;
        scene.addEventFilter(KeyEvent.ANY, this::filter);
    }

    /// From now on readers are told from people by these settings.
    void use(WedgeSettings settings) {
        settled(wedge.tick(Long.MAX_VALUE));
        wedge = new Wedge<>(settings);
    }

    private void filter(KeyEvent arrived) {
        if (handingOn) {
            return;
        }
        arrived.consume();
        var event = isLineFeed(arrived) ? enter(arrived) : arrived;
        settled(wedge.hear(event, stroke(event), lived()));
    }

    /// What an event means to the wedge. Shortcuts are nobody's burst; AltGr types characters.
    static Stroke stroke(KeyEvent event) {
        var shortcut = (event.isControlDown() != event.isAltDown()) || event.isMetaDown();
        if (event.getEventType() == KeyEvent.KEY_TYPED) {
            var text = event.getCharacter();
            return !shortcut && text.length() == 1 && text.charAt(0) >= ' ' && text.charAt(0) != 0x7f
                    ? new Stroke.Symbol(text.charAt(0))
                    : new Stroke.Silent();
        }
        if (event.getEventType() != KeyEvent.KEY_PRESSED) {
            return new Stroke.Silent();
        }
        var code = event.getCode();
        if (code == KeyCode.SHIFT || code == KeyCode.CAPS || code == KeyCode.ALT_GRAPH) {
            return new Stroke.Silent();
        }
        if (shortcut) {
            return new Stroke.Other();
        }
        if (code == KeyCode.ENTER || code == KeyCode.TAB) {
            return new Stroke.Terminator();
        }
        return types(code) ? new Stroke.Silent() : new Stroke.Other();
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

    /// Some readers and virtual keyboards end a line by a line feed that no key code names.
    private static boolean isLineFeed(KeyEvent event) {
        return event.getEventType() == KeyEvent.KEY_TYPED
                && event.getCharacter().equals("\n");
    }

    private static KeyEvent enter(KeyEvent event) {
        return new KeyEvent(
                event.getSource(),
                event.getTarget(),
                KeyEvent.KEY_PRESSED,
                "",
                "",
                KeyCode.ENTER,
                false,
                false,
                false,
                false);
    }

    private void settled(List<Heard<KeyEvent>> heard) {
        for (var each : heard) {
            switch (each) {
                case Heard.Scanned<KeyEvent>(var text) -> reading.scanned(text);
                case Heard.Swiped<KeyEvent>(var swipe) -> reading.swiped(swipe);
                case Heard.Typed<KeyEvent>(var events) -> events.forEach(this::handOn);
            }
        }
        if (wedge.due().isPresent()) {
            frames.start();
        } else {
            frames.stop();
        }
    }

    /// Fires a person's event again, at what has the focus by now.
    private void handOn(KeyEvent event) {
        Node owner = scene.getFocusOwner();
        var target = owner == null ? scene.getRoot() : owner;
        handingOn = true;
        try {
            Event.fireEvent(target, event.copyFor(event.getSource(), target));
        } finally {
            handingOn = false;
        }
    }

    /// Millis as this thread has lived them. Keyboard events do not say when they came, so while strokes are held back
    /// a
    /// stall counts as one frame: whatever waited meanwhile may have come in good time.
    private long lived() {
        var now = System.nanoTime();
        var passed = now - seenNanos;
        livedNanos += wedge.due().isPresent() ? Math.min(passed, LONGEST_FRAME) : passed;
        seenNanos = now;
        return TimeUnit.NANOSECONDS.toMillis(livedNanos);
    }
}

package io.huitai.ui;

import io.huitai.device.wedge.Heard;
import io.huitai.device.wedge.Wedge;
import io.huitai.device.wedge.WedgeSettings;
import io.huitai.ui.fittings.Reading;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.InputMethodEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// Stands in front of every keyboard event of a scene and hands on only what a person typed, and meant: keys that
/// act do so once a press. What a keyboard-wedge reader sent goes to the reading in front, and no field ever sees
/// it.
final class WedgeFilter {
    private static final long LONGEST_FRAME = TimeUnit.MILLISECONDS.toNanos(25);
    /// While nothing is held back and only a reader's tail is open.
    private static final long LONGEST_FRAME_IN_TAIL = TimeUnit.MILLISECONDS.toNanos(60);

    private final Scene scene;
    private final Reading reading;
    private final Runnable unread;
    private final LongSupplier clock;
    private final Presses keyboard = new Presses();
    private final Presses persons = new Presses();
    private Wedge<KeyEvent> wedge = new Wedge<>(WedgeSettings.usual());
    private final AnimationTimer frames = new AnimationTimer() {
        @Override
        public void handle(long now) {
            // Behind the keyboard events that already wait: a busy screen must not tear a burst apart.
            Platform.runLater(WedgeFilter.this::tick);
        }
    };
    private boolean handingOn;
    private boolean held;
    private long seenNanos;
    private long livedNanos;

    /// @param unread tells that a reader's burst was not whole
    /// @param nanos of any steady clock
    WedgeFilter(Scene scene, Reading reading, Runnable unread, LongSupplier nanos) {
        this.scene = scene;
        this.reading = reading;
        this.unread = unread;
        clock = nanos;
        seenNanos = nanos.getAsLong();
        scene.addEventFilter(KeyEvent.ANY, this::filter);
        scene.addEventFilter(InputMethodEvent.ANY, _ -> wedge.composed(lived()));
    }

    /// From now on readers are told from people by these settings.
    void use(WedgeSettings settings) {
        settled(wedge.tick(Long.MAX_VALUE));
        wedge = new Wedge<>(settings);
    }

    /// Time has passed: what was held back for a reader's next stroke may be a person's.
    void tick() {
        settled(wedge.tick(lived()));
    }

    private void filter(KeyEvent arrived) {
        if (handingOn) {
            return;
        }
        arrived.consume();
        if (arrived.getEventType() == KeyEvent.KEY_PRESSED) {
            held = keyboard.pressed(arrived.getCode(), wall()) == Presses.Press.REPEATED;
        } else if (arrived.getEventType() == KeyEvent.KEY_RELEASED) {
            keyboard.released(arrived.getCode());
            held = false;
        }
        var event = isLineFeed(arrived) ? enter(arrived) : arrived;
        settled(wedge.hear(event, KeyStrokes.stroke(event, held), lived(), wall()));
    }

    /// Some readers and virtual keyboards end a line by a line feed that no key code names.
    private static boolean isLineFeed(KeyEvent event) {
        return event.getEventType() == KeyEvent.KEY_TYPED
                && event.getCharacter().equals("\n");
    }

    private static KeyEvent enter(KeyEvent event) {
        return key(event.getSource(), event.getTarget(), KeyEvent.KEY_PRESSED, KeyCode.ENTER);
    }

    private static KeyEvent key(
            Object source, javafx.event.EventTarget target, EventType<KeyEvent> type, KeyCode code) {
        return new KeyEvent(source, target, type, "", "", code, false, false, false, false);
    }

    private void settled(List<Heard<KeyEvent>> heard) {
        for (var each : heard) {
            switch (each) {
                case Heard.Scanned<KeyEvent>(var text) -> {
                    persons.between();
                    reading.scanned(text);
                }
                case Heard.Swiped<KeyEvent>(var swipe) -> {
                    persons.between();
                    reading.swiped(swipe);
                }
                case Heard.Unread<KeyEvent>() -> unread.run();
                case Heard.TakenBack<KeyEvent>(var characters) -> takeBack(characters);
                case Heard.Typed<KeyEvent>(var events) -> events.forEach(this::handOn);
            }
        }
        if (wedge.isWatching(TimeUnit.NANOSECONDS.toMillis(livedNanos))) {
            frames.start();
        } else {
            frames.stop();
        }
    }

    private Node target() {
        Node owner = scene.getFocusOwner();
        return owner == null ? scene.getRoot() : owner;
    }

    /// Fires a person's event again, at what has the focus by now.
    private void handOn(KeyEvent event) {
        if (event.getEventType() == KeyEvent.KEY_RELEASED) {
            persons.released(event.getCode());
        } else if (event.getEventType() == KeyEvent.KEY_TYPED) {
            if (isText(event)) {
                persons.between();
            }
        } else if (KeyStrokes.isIdle(event, persons.pressed(event.getCode(), wall()), scene.getFocusOwner())) {
            return;
        }
        var target = target();
        fire(target, event.copyFor(event.getSource(), target));
    }

    /// Whether it says more than the press before it.
    private static boolean isText(KeyEvent event) {
        return !event.getCharacter().isEmpty() && event.getCharacter().charAt(0) > ' ';
    }

    private void takeBack(int characters) {
        for (var each = 0; each < characters; each++) {
            var target = target();
            fire(target, key(target, target, KeyEvent.KEY_PRESSED, KeyCode.BACK_SPACE));
            fire(target, key(target, target, KeyEvent.KEY_RELEASED, KeyCode.BACK_SPACE));
        }
    }

    private void fire(Node target, KeyEvent event) {
        handingOn = true;
        try {
            Event.fireEvent(target, event);
        } finally {
            handingOn = false;
        }
    }

    /// Millis as this thread has lived them. Keyboard events do not say when they came, so while strokes are held
    /// back or a reader's tail is open, a stall counts as one frame: what waited may have come in good time.
    private long lived() {
        var now = clock.getAsLong();
        var passed = now - seenNanos;
        if (wedge.due().isPresent()) {
            passed = Math.min(passed, LONGEST_FRAME);
        } else if (wedge.isWatching(TimeUnit.NANOSECONDS.toMillis(livedNanos))) {
            passed = Math.min(passed, LONGEST_FRAME_IN_TAIL);
        }
        livedNanos += passed;
        seenNanos = now;
        return TimeUnit.NANOSECONDS.toMillis(livedNanos);
    }

    private long wall() {
        return TimeUnit.NANOSECONDS.toMillis(clock.getAsLong());
    }
}

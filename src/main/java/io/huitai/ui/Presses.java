package io.huitai.ui;

import javafx.scene.input.KeyCode;

/// Tells a press that is meant from one that a key makes by itself: repeated while it is held down, or a second time
/// within a moment, out of haste or a worn spring. Knows no clock; times are millis on any steady one.
final class Presses {
    /// The longest that a keyboard waits before it repeats, and a little.
    private static final long REPEATS_WITHIN = 1_100;

    private static final long DOUBLE_WITHIN = 350;
    private static final long LONG_AGO = Long.MIN_VALUE / 2;

    private KeyCode last = KeyCode.UNDEFINED;
    private boolean down;
    private long lastAt = LONG_AGO;

    enum Press {
        FRESH,
        /// The key is held down.
        REPEATED,
        /// The same key once more, with nothing in between.
        DOUBLED
    }

    Press pressed(KeyCode key, long atMillis) {
        if (key.isModifierKey()) {
            return Press.FRESH;
        }
        var since = key == last ? atMillis - lastAt : Long.MAX_VALUE;
        var press =
                down && since <= REPEATS_WITHIN ? Press.REPEATED : since <= DOUBLE_WITHIN ? Press.DOUBLED : Press.FRESH;
        last = key;
        lastAt = atMillis;
        down = true;
        return press;
    }

    void released(KeyCode key) {
        if (key == last) {
            down = false;
        }
    }

    /// Something else was done: the next press of the same key is another one.
    void between() {
        last = KeyCode.UNDEFINED;
        lastAt = LONG_AGO;
        down = false;
    }
}

package io.huitai.device.wedge;

import io.huitai.device.decode.Swipe;
import io.huitai.device.decode.Unreadable;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Hears a card that is swiped twice, or half read after it was read well, once.
///
/// Not thread-safe: one per reader.
public final class Chatter {
    private final long windowMillis;
    private @Nullable Swipe last;
    private long lastAt;

    public Chatter(Duration window) {
        windowMillis = window.toMillis();
    }

    /// Whether this swipe is news, at a time on any steady clock.
    public boolean isNews(Swipe swipe, long atMillis) {
        var echo = last != null
                && atMillis - lastAt <= windowMillis
                && (swipe.equals(last) || swipe instanceof Unreadable);
        if (!echo) {
            last = swipe;
            lastAt = atMillis;
        }
        return !echo;
    }
}

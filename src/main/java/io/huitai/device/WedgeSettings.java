package io.huitai.device;

import java.time.Duration;
import java.util.Map;

/// How keyboard-wedge readers are told from people.
///
/// @param gap the longest pause inside a burst's first strokes; as long a person's key may be held back
/// @param patience the longest pause once a burst is as good as certain, for a screen that was busy
/// @param shortest the fewest characters of a scan without prefix
/// @param prefix what the scanner sends in front, or empty
/// @param suffix what it sends behind, in front of Enter or Tab, or empty
/// @param layout where reader and machine disagree about the keyboard: what arrives, and what was meant
public record WedgeSettings(
        Duration gap, Duration patience, int shortest, String prefix, String suffix, Map<Character, Character> layout) {
    public WedgeSettings {
        if (gap.isNegative() || gap.isZero() || patience.compareTo(gap) < 0) {
            throw new IllegalArgumentException("A gap is above zero, and patience no shorter");
        }
        if (shortest < 1) {
            throw new IllegalArgumentException("A scan has at least one character");
        }
        layout = Map.copyOf(layout);
    }

    /// For readers as they come out of the box.
    public static WedgeSettings usual() {
        return new WedgeSettings(Duration.ofMillis(35), Duration.ofMillis(300), 6, "", "", Map.of());
    }
}

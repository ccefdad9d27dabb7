package io.huitai.device.wedge;

import java.time.Duration;
import java.util.Map;

/// How keyboard-wedge readers are told from people.
///
/// @param pace what is a reader's hand, in time
/// @param shortest the fewest characters of a scan without prefix
/// @param prefix what the scanner sends in front, or empty
/// @param suffix what it sends behind, in front of Enter or Tab, or empty
/// @param layout where reader and machine disagree about the keyboard: what arrives, and what was meant
public record WedgeSettings(Pace pace, int shortest, String prefix, String suffix, Map<Character, Character> layout) {
    /// @param gap the longest pause inside a burst's first strokes; as long a person's key may be held back
    /// @param patience the longest pause once a burst is as good as certain, for a screen that was busy
    /// @param tail how long behind a burst Enter and Tab are still the reader's: the LF of CR LF, a second CR
    public record Pace(Duration gap, Duration patience, Duration tail) {
        private static final Duration SLOWEST = Duration.ofMillis(150);
        private static final Duration LONGEST = Duration.ofSeconds(2);

        public Pace {
            if (gap.isNegative() || gap.isZero() || patience.compareTo(gap) < 0) {
                throw new IllegalArgumentException("A gap is above zero, and patience no shorter");
            }
            if (gap.compareTo(SLOWEST) > 0 || patience.compareTo(LONGEST) > 0) {
                throw new IllegalArgumentException("A gap is no longer than 150 ms, patience no longer than 2 s");
            }
            if (tail.isNegative() || tail.compareTo(LONGEST) > 0) {
                throw new IllegalArgumentException("A tail is 0 to 2 s");
            }
        }

        /// For readers as they come out of the box.
        public static Pace usual() {
            return new Pace(Duration.ofMillis(35), Duration.ofMillis(300), Duration.ofMillis(180));
        }
    }

    public WedgeSettings {
        if (shortest < 1) {
            throw new IllegalArgumentException("A scan has at least one character");
        }
        layout = Map.copyOf(layout);
    }

    /// The tail as usual.
    public WedgeSettings(
            Duration gap,
            Duration patience,
            int shortest,
            String prefix,
            String suffix,
            Map<Character, Character> layout) {
        this(new Pace(gap, patience, Pace.usual().tail()), shortest, prefix, suffix, layout);
    }

    /// For readers as they come out of the box.
    public static WedgeSettings usual() {
        return new WedgeSettings(Pace.usual(), 6, "", "", Map.of());
    }
}

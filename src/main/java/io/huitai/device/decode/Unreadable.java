package io.huitai.device.decode;

/// A swipe or scan that cannot be used. Keeps why, never what was read.
public record Unreadable(Reason reason) implements Swipe, Scan {
    /// Why: for the screen's words, so stable.
    public enum Reason {
        /// Nothing came.
        EMPTY,
        /// Longer than any track or code.
        TOO_LONG,
        /// Not the shape of a track, or characters no code has: a dirty card, a swipe broken off.
        GARBLED,
        /// A check failed: the track's LRC, or the check digit of a member card.
        CHECK_FAILED,
        /// Two tracks name two numbers.
        TRACKS_DISAGREE
    }
}

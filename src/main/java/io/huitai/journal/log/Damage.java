package io.huitai.journal.log;

import java.util.Optional;

/// The first bad record of a log.
///
/// @param number its number, from 1
/// @param why what is wrong with it, one English sentence without a full stop
/// @param lost where somebody else knows that it was there, or that it was another
public record Damage(long number, String why, Optional<Lost> lost) {
    public Damage(long number, String why) {
        this(number, why, Optional.empty());
    }

    /// Records that were acknowledged are gone, or others stand in their place.
    public static Damage lost(long number, long upTo, Witness by) {
        return new Damage(
                number,
                number > upTo
                        ? "it is not the entry that was acknowledged: " + by.words
                        : "it was acknowledged and is gone: " + by.words + " up to " + upTo,
                Optional.of(new Lost(upTo, by)));
    }

    /// @param upTo the last record that is known to have been there
    public record Lost(long upTo, Witness by) {}

    /// Who remembers what the journal held.
    public enum Witness {
        ANCHOR("the anchor beside the journal knows it"),
        STORE("the store has seen it"),
        FEED("head office's feed has counted it"),
        HEAD_OFFICE("head office has acknowledged it"),
        PRINTER("the print queue has a receipt of it"),
        KEYS("keys of members lie beside it");

        private final String words;

        Witness(String words) {
            this.words = words;
        }
    }
}

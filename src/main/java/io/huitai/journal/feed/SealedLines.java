package io.huitai.journal.feed;

import io.huitai.journal.secret.SealingKey;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// The lines of one generation of a feed as they lie on the disk: Base64 of what is sealed, each in its own place. A
/// line that was altered, or moved, or brought from elsewhere does not open.
///
/// @param place the source and the generation
record SealedLines(SealingKey key, String place) {
    static SealedLines of(SealingKey key, String source, int generation) {
        return new SealedLines(key, source + "/" + generation);
    }

    /// @param number of the line in its generation, from 1
    byte[] seal(long number, byte[] line) {
        return Base64.getEncoder().encode(key.seal(place + "/" + number, line));
    }

    /// @throws IllegalArgumentException for what was not sealed for this place
    byte[] open(long number, byte[] sealed) {
        return key.open(place + "/" + number, Base64.getDecoder().decode(sealed));
    }

    /// Whether version 0.1.0 has written a line.
    static boolean isInClear(byte[] line) {
        return new String(line, 0, Math.min(1, line.length), StandardCharsets.US_ASCII).equals("{");
    }
}

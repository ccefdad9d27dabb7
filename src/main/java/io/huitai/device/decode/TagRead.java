package io.huitai.device.decode;

import java.util.List;
import java.util.Locale;

/// A contactless card was read. Prints its last four digits only.
///
/// @param uid upper-case hex, as member cards are bound by it
/// @param texts the texts and web addresses of its NDEF message, in order; most cards have none
public record TagRead(String uid, List<String> texts) {
    public TagRead {
        if (!uid.matches("(?:[0-9A-F]{2}){4,10}")) {
            throw new IllegalArgumentException("A UID is 4 to 10 bytes in upper-case hex");
        }
        texts = List.copyOf(texts);
    }

    /// Telephones and some bank cards make a number up for each tap, and others are the same on many cards: nobody
    /// can be known by it.
    public boolean isPassing() {
        return Uids.isNobodys(uid);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "TagRead[****%s, %d texts]", uid.substring(uid.length() - 4), texts.size());
    }
}

package io.huitai.protocol;

import io.huitai.shop.StoreId;
import io.huitai.shop.TillId;

/// A till asks for what has changed since a cursor.
///
/// @param cursor as an earlier answer gave it, "" for the beginning
/// @param most how many values at most, from 1
public record FeedRequestMessage(int version, StoreId store, TillId till, String cursor, int most) implements OfTill {
    public FeedRequestMessage {
        if (cursor.length() > Protocol.MAX_CURSOR_LENGTH || most < 1) {
            throw new IllegalArgumentException("Not a request for the feed");
        }
    }
}

package io.huitai.protocol;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/// What has changed.
///
/// @param items values as [io.huitai.journal.feed.FeedJson#write(io.huitai.journal.feed.FeedItem)] writes them
/// @param cursor for the next request
/// @param more whether there was more than fitted
public record FeedMessage(List<ObjectNode> items, String cursor, boolean more) {
    public FeedMessage {
        items = List.copyOf(items);
    }
}

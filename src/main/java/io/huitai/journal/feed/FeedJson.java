package io.huitai.journal.feed;

import io.huitai.journal.fact.FactJson;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;

/// Feed values as JSON and back, each with its kind beside it, as they stand in the feed's files and messages.
public final class FeedJson {
    private static final Map<String, Class<?>> KINDS = FactJson.kinds(FeedItem.class)
            .collect(Collectors.toUnmodifiableMap(Class::getSimpleName, Function.identity()));

    private FeedJson() {}

    public static ObjectNode write(FeedItem item) {
        var node = FactJson.mapper().createObjectNode();
        node.put("kind", item.getClass().getSimpleName());
        node.set("body", FactJson.mapper().valueToTree(item));
        return node;
    }

    /// The same as a record of the feed's files.
    public static byte[] bytes(FeedItem item) {
        return FactJson.mapper().writeValueAsBytes(write(item));
    }

    /// Reads a record of the feed's files.
    public static FeedItem read(byte[] line) {
        return read(FactJson.mapper().readTree(line).asObject());
    }

    /// @throws IllegalArgumentException when the kind is not one of ours
    /// @throws tools.jackson.core.JacksonException when the body is not of that kind
    public static FeedItem read(ObjectNode node) {
        var kind = node.path("kind").asString("");
        var type = KINDS.get(kind);
        if (type == null) {
            throw new IllegalArgumentException("No feed value is of kind '" + kind + "' in this version");
        }
        return (FeedItem) FactJson.mapper().treeToValue(node.path("body"), type);
    }
}

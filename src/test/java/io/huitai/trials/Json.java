package io.huitai.trials;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Requests to the console and its answers.
final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Json() {}

    /// A request from a verb, then names and values in turn; a null value leaves its field out.
    static ObjectNode request(String verb, Object... namesAndValues) {
        var node = MAPPER.createObjectNode().put("do", verb);
        return with(node, namesAndValues);
    }

    static ObjectNode object(Object... namesAndValues) {
        return with(MAPPER.createObjectNode(), namesAndValues);
    }

    private static ObjectNode with(ObjectNode node, Object... namesAndValues) {
        for (int i = 0; i < namesAndValues.length; i += 2) {
            if (namesAndValues[i + 1] != null) {
                node.set((String) namesAndValues[i], MAPPER.valueToTree(namesAndValues[i + 1]));
            }
        }
        return node;
    }

    static ObjectNode parse(String line) {
        return MAPPER.readTree(line).asObject();
    }

    /// A supervisor's word.
    static ObjectNode approval() {
        return object("operator", "2001", "pin", "2222");
    }
}

package io.huitai.programme.file;

import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/// Draws programmes from the schema: each keeps it, and many together use every key.
final class SchemaSamples {
    /// What a definition's sample is; all else is drawn from the schema's own words.
    private static final Map<String, List<String>> WORDS = Map.of(
            "id", List.of("gold", "a", "x-1"),
            "words", List.of("金卡", "a name", "10.00 off: #1"),
            "card-kind", List.of("vip", "prepaid"),
            "store", List.of("S001", "总店"),
            "date", List.of("2026-01-01", "2027-12-31"),
            "day", List.of("01-01", "12-31"),
            "time", List.of("00:00", "23:59"),
            "category", List.of("food", "food.chinese", "cake.8inch"));

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final JsonNode schema;
    private final Random random;
    private final boolean withUnknownKeys;
    private final IdentityHashMap<JsonNode, Integer> numbers = new IdentityHashMap<>();
    private final List<Set<String>> keys = new ArrayList<>();

    SchemaSamples(String schema, Random random, boolean withUnknownKeys) {
        this.schema = new JsonMapper().readTree(schema);
        this.random = random;
        this.withUnknownKeys = withUnknownKeys;
    }

    JsonNode programme() {
        return sample(schema, 0);
    }

    /// The keys that the schema knows in the block whose unknown key carries this number.
    Set<String> keysOf(int number) {
        return keys.get(number);
    }

    int blocks() {
        return keys.size();
    }

    private JsonNode sample(JsonNode node, int depth) {
        if (node.has("$ref")) {
            var name = node.get("$ref").stringValue().substring("#/$defs/".length());
            return WORDS.containsKey(name)
                    ? NODES.stringNode(oneOf(WORDS.get(name)))
                    : sample(schema.get("$defs").get(name), depth);
        }
        if (node.has("enum")) {
            return oneOf(node.get("enum").values());
        }
        if (node.has("oneOf") && !node.has("properties")) {
            var choices = new ArrayList<>(node.get("oneOf").values());
            number(choices);
            return sample(oneOf(choices), depth);
        }
        return switch (node.get("type").stringValue()) {
            case "object" -> object(node, depth);
            case "array" -> {
                var items = NODES.arrayNode();
                for (var left = 1 + random.nextInt(3); left > 0; left--) {
                    items.add(sample(node.get("items"), depth + 1));
                }
                yield items;
            }
            case "boolean" -> NODES.booleanNode(random.nextBoolean());
            case "integer" ->
                NODES.numberNode(
                        node.get(random.nextBoolean() ? "minimum" : "maximum").longValue());
            case "number" -> number(node.get(random.nextBoolean() ? "multipleOf" : "maximum"));
            default -> throw new IllegalStateException("No sample for " + node);
        };
    }

    /// Written plainly, as people do.
    private static JsonNode number(JsonNode number) {
        var plain = number.decimalValue().stripTrailingZeros();
        return NODES.numberNode(plain.scale() < 0 ? plain.setScale(0) : plain);
    }

    private JsonNode object(JsonNode node, int depth) {
        var object = NODES.objectNode();
        number(List.of(node));
        var required = new TreeSet<String>();
        node.path("required").values().forEach(key -> required.add(key.stringValue()));
        var forbidden = new TreeSet<String>();
        exclude(node, required, forbidden);
        for (var property : node.get("properties").properties()) {
            var drawn = depth < 7 && random.nextInt(100) < (depth == 0 ? 90 : 50);
            if (required.contains(property.getKey()) || (drawn && !forbidden.contains(property.getKey()))) {
                object.set(property.getKey(), sample(property.getValue(), depth + 1));
            }
        }
        if (node.has("minProperties") && object.isEmpty()) {
            var properties = List.copyOf(node.get("properties").properties());
            var property = properties.get(random.nextInt(depth < 7 ? properties.size() : 3));
            object.set(property.getKey(), sample(property.getValue(), depth + 1));
        }
        if (withUnknownKeys && random.nextInt(3) == 0) {
            object.put("zz-" + numbers.get(node), true);
        }
        return object;
    }

    /// Draws one of the alternatives that exclude each other, and what goes with it only.
    private void exclude(JsonNode node, Set<String> required, Set<String> forbidden) {
        for (var word : List.of("oneOf", "anyOf")) {
            if (node.has(word)) {
                var choices = new ArrayList<>(node.get(word).values());
                var choice = oneOf(choices);
                for (var other : choices) {
                    other.get("required").values().forEach(key -> forbidden.add(key.stringValue()));
                    other.path("properties").properties().forEach(each -> forbidden.add(each.getKey()));
                }
                choice.get("required").values().forEach(key -> required.add(key.stringValue()));
            }
        }
        if (node.path("maxProperties").asInt(0) == 1) {
            var properties = List.copyOf(node.get("properties").properties());
            properties.forEach(property -> forbidden.add(property.getKey()));
            required.add(oneOf(properties).getKey());
        }
        node.path("dependentRequired").properties().forEach(each -> {
            if (!required.contains(each.getValue().get(0).stringValue())) {
                forbidden.add(each.getKey());
            }
        });
        node.path("dependentSchemas").properties().forEach(each -> {
            var goesWith = each.getValue().get("anyOf").values().stream()
                    .map(alternative -> alternative.get("required").get(0).stringValue());
            if (goesWith.noneMatch(required::contains)) {
                forbidden.add(each.getKey());
            }
        });
    }

    /// Gives blocks that stand in one place, as alternatives, one number.
    private void number(List<JsonNode> alternatives) {
        var blocks =
                alternatives.stream().filter(each -> each.has("properties")).toList();
        if (blocks.isEmpty() || numbers.containsKey(blocks.getFirst())) {
            return;
        }
        var all = new TreeSet<String>();
        blocks.forEach(block -> {
            numbers.put(block, keys.size());
            block.get("properties").properties().forEach(each -> all.add(each.getKey()));
        });
        keys.add(all);
    }

    private <T> T oneOf(Collection<T> choices) {
        return List.copyOf(choices).get(random.nextInt(choices.size()));
    }
}

package io.huitai.journal.log;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The one way to write a JSON value as bytes: RFC 8785 (JCS). Names sorted by UTF-16 code units, no white space, the
/// fewest escapes, UTF-8.
///
/// Our JSON holds objects, arrays, strings, booleans, null and whole numbers within ±2^53. Anything else (fractions,
/// larger numbers, lone surrogates, nesting deeper than [#MAX_DEPTH]) is refused with `IllegalArgumentException`.
public final class CanonicalJson {
    /// How deep objects and arrays may nest.
    public static final int MAX_DEPTH = 64;

    private static final BigInteger LIMIT = BigInteger.ONE.shiftLeft(53);
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH + 1)
                            .maxNameLength(Frame.MAX_BYTES)
                            .maxStringLength(Frame.MAX_BYTES)
                            .maxNumberLength(32)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final StringBuilder out = new StringBuilder(512);

    private CanonicalJson() {}

    /// The canonical UTF-8 bytes of a value.
    public static byte[] bytes(JsonNode value) {
        var writing = new CanonicalJson();
        writing.value(value, 0);
        return writing.out.toString().getBytes(StandardCharsets.UTF_8);
    }

    /// Reads one JSON object; refuses anything else, a name given twice, and bytes after it, with
    /// `IllegalArgumentException`. It need not be canonical.
    public static ObjectNode parse(byte[] json) {
        try {
            if (MAPPER.readTree(json) instanceof ObjectNode object) {
                return object;
            }
        } catch (JacksonException e) {
            throw new IllegalArgumentException("Not JSON: " + e.getOriginalMessage(), e);
        }
        throw new IllegalArgumentException("Not a JSON object");
    }

    private void value(JsonNode value, int depth) {
        if (depth > MAX_DEPTH) {
            throw new IllegalArgumentException("JSON nested deeper than " + MAX_DEPTH);
        }
        switch (value.getNodeType()) {
            case OBJECT -> object(value, depth);
            case ARRAY -> array(value, depth);
            case STRING -> string(value.stringValue());
            case BOOLEAN -> out.append(value.booleanValue());
            case NULL -> out.append("null");
            case NUMBER -> number(value);
            case BINARY, MISSING, POJO ->
                throw new IllegalArgumentException("Not a JSON value of ours: " + value.getNodeType());
        }
    }

    private void object(JsonNode object, int depth) {
        var members = new ArrayList<Map.Entry<String, JsonNode>>(object.properties());
        members.sort(Map.Entry.comparingByKey());
        out.append('{');
        var separator = "";
        for (var member : members) {
            out.append(separator);
            string(member.getKey());
            out.append(':');
            value(member.getValue(), depth + 1);
            separator = ",";
        }
        out.append('}');
    }

    private void array(JsonNode array, int depth) {
        out.append('[');
        for (int i = 0; i < array.size(); i++) {
            if (i > 0) {
                out.append(',');
            }
            value(array.get(i), depth + 1);
        }
        out.append(']');
    }

    private void number(JsonNode number) {
        if (!number.isIntegralNumber() || number.bigIntegerValue().abs().compareTo(LIMIT) > 0) {
            throw new IllegalArgumentException("Not a whole number within 2^53: " + number);
        }
        out.append(number.longValue());
    }

    private void string(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isSurrogate(c)) {
                surrogates(text, i++);
            } else {
                character(c);
            }
        }
        out.append('"');
    }

    private void surrogates(String text, int at) {
        if (at + 1 == text.length() || !Character.isSurrogatePair(text.charAt(at), text.charAt(at + 1))) {
            throw new IllegalArgumentException("A lone surrogate in a string");
        }
        out.append(text, at, at + 2);
    }

    private void character(char c) {
        switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\b' -> out.append("\\b");
            case '\t' -> out.append("\\t");
            case '\n' -> out.append("\\n");
            case '\f' -> out.append("\\f");
            case '\r' -> out.append("\\r");
            default -> {
                if (c < ' ') {
                    out.append("\\u00").append(Character.forDigit(c >> 4, 16)).append(Character.forDigit(c & 15, 16));
                } else {
                    out.append(c);
                }
            }
        }
    }
}

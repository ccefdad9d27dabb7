package io.huitai.console;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import io.huitai.device.decode.FreeText;
import io.huitai.intake.Bounds;
import io.huitai.shop.Lang;
import io.huitai.shop.ReceiptNo;
import io.huitai.shop.Sku;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.exc.InvalidNullException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Requests and answers of the contract as records: read strictly, written in the order of their components.
///
/// What may be absent of a request is an `Optional` or a list; a field that is there but null counts as absent. What is
/// wrong is a {@link BadRequest} that begins with the field's path, as `bill.lines[1].price`.
final class ConsoleJson {
    /// The path of a request as a whole.
    static final String REQUEST = "request";

    /// Of the types that lists of requests have, those that are texts; a set is of texts.
    private static final Set<Class<?>> TEXTS = Set.of(String.class, Set.class, Sku.class, ReceiptNo.class);

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(Bounds.JSON)
                    .build())
            .addModule(new TradeWords())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.WRAP_EXCEPTIONS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .changeDefaultNullHandling(_ -> JsonSetter.Value.forContentNulls(Nulls.FAIL))
            .withConfigOverride(
                    List.class, list -> list.setNullHandling(JsonSetter.Value.construct(Nulls.AS_EMPTY, Nulls.FAIL)))
            .changeDefaultVisibility(seen -> seen.withIsGetterVisibility(Visibility.NONE))
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
            .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE)
            .build();

    private ConsoleJson() {}

    /// Reads a text that must be exactly one JSON object.
    static ObjectNode parse(String json) {
        try {
            if (JSON.readTree(json) instanceof ObjectNode object) {
                return object;
            }
            throw new BadRequest(REQUEST, Wrong.NOT_JSON_OBJECT);
        } catch (StreamConstraintsException | NumberFormatException enormous) { // also of an exponent
            throw new BadRequest(REQUEST, Wrong.OUT_OF_BOUNDS);
        } catch (JacksonException notJson) {
            if (notJson.processor() instanceof JsonParser at
                    && notJson.getOriginalMessage().startsWith("Duplicate")) {
                var name = String.valueOf(at.currentName());
                throw new BadRequest(FreeText.holdsPan(name) ? REQUEST : name, Wrong.TWICE);
            }
            var at = Optional.ofNullable(notJson.getLocation()).filter(place -> place.getLineNr() > 0);
            throw new BadRequest(
                    REQUEST,
                    Wrong.NOT_JSON,
                    at.map(place -> place.getLineNr()).orElse(1),
                    at.map(place -> place.getColumnNr()).orElse(1));
        }
    }

    /// Takes a field off an object; empty where it is absent.
    static Optional<JsonNode> take(ObjectNode from, String name) {
        return Optional.ofNullable(from.remove(name)).filter(field -> !field.isNull());
    }

    /// Reads a record, or a value of the trade, to its end.
    ///
    /// @param path of it from the request's top, for messages
    static <T> T read(String path, JsonNode node, Class<T> shape) {
        try {
            return Optional.ofNullable(JSON.treeToValue(node, shape))
                    .orElseThrow(() -> new BadRequest("", Wrong.MISSING));
        } catch (RuntimeException wrong) {
            throw bad(path, wrong);
        }
    }

    /// @param lang of texts in it
    static ObjectNode write(Object answer, Lang lang) {
        return JSON.writer().withAttribute(Lang.class, lang).valueToTree(answer);
    }

    /// What Jackson or a value of the trade found, in the words of the contract.
    private static RuntimeException bad(String path, RuntimeException found) {
        return switch (found) {
            case JacksonException outer
            when outer.getCause() instanceof RuntimeException cause -> bad(path(path, outer), cause);
            case JacksonException wrong -> new BadRequest(path(path, wrong), wrong(wrong));
            case BadRequest inside -> inside.in(path);
            case IllegalArgumentException refused ->
                new BadRequest(path, Wrong.VALUE, String.valueOf(refused.getMessage()));
            default -> found;
        };
    }

    private static String path(String outer, JacksonException found) {
        var path = new StringBuilder(outer);
        for (var each : found.getPath()) {
            var name = each.getPropertyName();
            path.append(name == null ? "[" + each.getIndex() + "]" : path.isEmpty() ? name : "." + name);
        }
        return path.toString();
    }

    private static Wrong wrong(JacksonException found) {
        return switch (found) {
            case UnrecognizedPropertyException _ -> Wrong.UNKNOWN_FIELD;
            case InvalidNullException none when none.getPath().getLast().getPropertyName() != null -> Wrong.MISSING;
            case InvalidNullException none -> TEXTS.contains(none.getTargetType()) ? Wrong.NOT_TEXT : Wrong.NOT_OBJECT;
            case MismatchedInputException absent
            when absent.processor() instanceof JsonParser read && read.hasToken(JsonToken.END_OBJECT) -> Wrong.MISSING;
            case MismatchedInputException other
            when Collection.class.isAssignableFrom(other.getTargetType())
                    || other.getTargetType().isArray() -> Wrong.NOT_LIST;
            default -> Wrong.NOT_OBJECT;
        };
    }
}

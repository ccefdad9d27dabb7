package io.huitai.console;

import static io.huitai.console.BadRequest.Code.BAD_AMOUNT;
import static io.huitai.console.BadRequest.Code.BAD_REQUEST;
import static io.huitai.console.BadRequest.Code.OVERFLOW;

import io.huitai.intake.Bounds;
import io.huitai.money.Money;
import io.huitai.money.Quantity;
import io.huitai.shop.Writing;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Reads one JSON object field by field and strictly. A field that is there but null counts as absent.
///
/// Every error is a {@link BadRequest} whose message begins with the field's path, as `bill.lines[1].price`.
/// Whoever has read all it knows calls {@link #done()}, which refuses what is left over.
public final class Fields {
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(Bounds.JSON)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    /// The path of a request as a whole.
    public static final String REQUEST = "request";

    private final String path;
    private final ObjectNode node;
    private final Set<String> known = new HashSet<>();

    private Fields(String path, ObjectNode node) {
        this.path = path;
        this.node = node;
    }

    public static Fields of(ObjectNode node) {
        return new Fields("", node);
    }

    /// Reads a text that must be exactly one JSON object.
    public static Fields parse(String json) {
        try {
            if (JSON.readTree(json) instanceof ObjectNode object) {
                return of(object);
            }
            throw new BadRequest(BAD_REQUEST, REQUEST, Wrong.NOT_JSON_OBJECT);
        } catch (JacksonException notJson) {
            var at = notJson.getLocation();
            throw new BadRequest(
                    BAD_REQUEST,
                    REQUEST,
                    Wrong.NOT_JSON,
                    at == null ? 1 : at.getLineNr(),
                    at == null ? 1 : at.getColumnNr(),
                    notJson.getOriginalMessage());
        } catch (NumberFormatException enormous) { // of an exponent that no number can have
            throw new BadRequest(BAD_REQUEST, REQUEST, Wrong.OUT_OF_BOUNDS);
        }
    }

    /// A field as it stands, of any kind, null too.
    public Optional<JsonNode> raw(String name) {
        known.add(name);
        return Optional.ofNullable(node.get(name));
    }

    /// Whether the field is there and null: for fields where that says more than absence.
    public boolean isNull(String name) {
        return raw(name).filter(JsonNode::isNull).isPresent();
    }

    public boolean has(String name) {
        return find(name) != null;
    }

    public String text(String name) {
        return required(name, optionalText(name));
    }

    public Optional<String> optionalText(String name) {
        return Optional.ofNullable(find(name)).map(found -> textOf(at(name), found));
    }

    /// A text that `reader` turns into a value of the trade, as `Sku::new`; its IllegalArgumentException names the
    /// fault.
    public <T> T value(String name, Function<String, T> reader) {
        return required(name, optionalValue(name, reader));
    }

    public <T> Optional<T> optionalValue(String name, Function<String, T> reader) {
        return optionalText(name).map(text -> {
            try {
                return reader.apply(text);
            } catch (IllegalArgumentException wrong) {
                throw bad(name, Wrong.VALUE, String.valueOf(wrong.getMessage()));
            }
        });
    }

    /// The texts of a list as values of the trade; none where the field is absent.
    public <T> List<T> values(String name, Function<String, T> reader) {
        return texts(name).stream()
                .map(text -> {
                    try {
                        return reader.apply(text);
                    } catch (IllegalArgumentException wrong) {
                        throw bad(name, Wrong.VALUE, String.valueOf(wrong.getMessage()));
                    }
                })
                .toList();
    }

    /// One word of a fixed list, as `ServiceMode::of`.
    public <T> T word(String name, Function<String, Optional<T>> list) {
        return required(name, optionalWord(name, list));
    }

    public <T> Optional<T> optionalWord(String name, Function<String, Optional<T>> list) {
        return optionalText(name).map(text -> list.apply(text).orElseThrow(() -> bad(name, Wrong.NO_SUCH_WORD, text)));
    }

    public long integer(String name) {
        return optionalInteger(name).orElseThrow(() -> missing(name));
    }

    public OptionalLong optionalInteger(String name) {
        var found = find(name);
        return found == null ? OptionalLong.empty() : OptionalLong.of(integerOf(at(name), found));
    }

    public boolean flag(String name) {
        return required(name, optionalFlag(name));
    }

    public Optional<Boolean> optionalFlag(String name) {
        return Optional.ofNullable(find(name)).map(found -> {
            if (!found.isBoolean()) {
                throw bad(name, Wrong.NOT_FLAG);
            }
            return found.booleanValue();
        });
    }

    /// An amount of yuan that is not negative: a string with at most two decimals.
    public Money amount(String name) {
        return required(name, optionalAmount(name));
    }

    public Optional<Money> optionalAmount(String name) {
        return optionalText(name).map(text -> {
            var amount = number(name, text, Money::parse);
            if (amount.isNegative()) {
                throw new BadRequest(BAD_AMOUNT, at(name), Wrong.NEGATIVE, text);
            }
            return amount;
        });
    }

    /// An amount above zero.
    public Money amountAboveZero(String name) {
        var amount = amount(name);
        if (amount.isZero()) {
            throw new BadRequest(BAD_AMOUNT, at(name), Wrong.ZERO);
        }
        return amount;
    }

    /// A quantity above zero: a string with at most three decimals.
    public Quantity quantity(String name) {
        return required(name, optionalQuantity(name));
    }

    public Optional<Quantity> optionalQuantity(String name) {
        return optionalText(name).map(text -> number(name, text, Quantity::parse));
    }

    /// A moment in ISO-8601 with an offset.
    public OffsetDateTime time(String name) {
        return required(name, optionalText(name).map(text -> {
            try {
                var time = OffsetDateTime.parse(text);
                return checked(name, text, time, time.getYear());
            } catch (DateTimeException wrong) {
                throw bad(name, Wrong.NOT_TIME, text);
            }
        }));
    }

    public LocalDate date(String name) {
        return required(name, optionalDate(name));
    }

    /// A date as YYYY-MM-DD.
    public Optional<LocalDate> optionalDate(String name) {
        return optionalText(name).map(text -> {
            try {
                var date = LocalDate.parse(Writing.plain(text));
                return checked(name, text, date, date.getYear());
            } catch (DateTimeException wrong) {
                throw bad(name, Wrong.NOT_DATE, text);
            }
        });
    }

    public Fields object(String name) {
        return required(name, optionalObject(name));
    }

    public Optional<Fields> optionalObject(String name) {
        return Optional.ofNullable(find(name)).map(found -> objectOf(at(name), found));
    }

    /// The objects of a required list.
    public List<Fields> objects(String name) {
        return required(name, optionalObjects(name));
    }

    public Optional<List<Fields>> optionalObjects(String name) {
        return optionalElements(name, Fields::objectOf);
    }

    /// Lists of objects; a plain value in one of them stands for an object of `line` alone, as does a list that is not
    /// in a list for one of them.
    public Optional<List<List<Fields>>> optionalLists(String name) {
        return optionalElements(name, (at, node) -> node.isArray() ? lines(at, node) : List.of(line(at, node)))
                .map(lists -> isFlat(name)
                        ? List.of(lists.stream().flatMap(List::stream).toList())
                        : lists);
    }

    private boolean isFlat(String name) {
        var found = find(name);
        return found != null && !found.isEmpty() && !found.get(0).isArray();
    }

    private static List<Fields> lines(String path, JsonNode list) {
        var lines = new ArrayList<Fields>(list.size());
        for (var i = 0; i < list.size(); i++) {
            lines.add(line(path + "[" + i + "]", list.get(i)));
        }
        return List.copyOf(lines);
    }

    private static Fields line(String path, JsonNode node) {
        if (node.isIntegralNumber()) {
            var object = JSON.createObjectNode();
            object.set("line", node);
            return new Fields(path, object);
        }
        return objectOf(path, node);
    }

    /// The texts of a list; none where the field is absent.
    public List<String> texts(String name) {
        return optionalElements(name, Fields::textOf).orElse(List.of());
    }

    /// Whether the field is there and holds a list: for fields that may be one of several shapes.
    public boolean isList(String name) {
        var found = find(name);
        return found != null && found.isArray();
    }

    public boolean isText(String name) {
        var found = find(name);
        return found != null && found.isString();
    }

    /// All names of this object, in their order, as those of a map; they then count as known.
    public List<String> names() {
        known.addAll(node.propertyNames());
        return List.copyOf(node.propertyNames());
    }

    /// The path of a field from the request's top, for messages.
    public String at(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    /// The error to throw for a field that can be read but is wrong.
    public BadRequest bad(String name, Wrong wrong, Object... details) {
        return new BadRequest(BAD_REQUEST, at(name), wrong, details);
    }

    /// Refuses fields that nobody asked for.
    public void done() {
        for (var name : node.propertyNames()) {
            if (!known.contains(name)) {
                throw bad(name, Wrong.UNKNOWN_FIELD);
            }
        }
    }

    private interface Element<T> {
        T of(String path, JsonNode node);
    }

    private <T> Optional<List<T>> optionalElements(String name, Element<T> element) {
        return Optional.ofNullable(find(name)).map(found -> {
            if (!found.isArray()) {
                throw bad(name, Wrong.NOT_LIST);
            }
            var elements = new ArrayList<T>(found.size());
            for (var i = 0; i < found.size(); i++) {
                elements.add(element.of(at(name) + "[" + i + "]", found.get(i)));
            }
            return List.copyOf(elements);
        });
    }

    private @Nullable JsonNode find(String name) {
        known.add(name);
        var found = node.get(name);
        return found == null || found.isNull() ? null : found;
    }

    private <T> T required(String name, Optional<T> value) {
        return value.orElseThrow(() -> missing(name));
    }

    private BadRequest missing(String name) {
        return bad(name, Wrong.MISSING);
    }

    private <T> T checked(String name, String text, T date, int year) {
        if (year < 1 || year > 9999) {
            throw bad(name, Wrong.NOT_YEAR, text);
        }
        return date;
    }

    private <T> T number(String name, String text, Function<String, T> reader) {
        try {
            return reader.apply(text);
        } catch (NumberFormatException wrong) {
            throw new BadRequest(BAD_AMOUNT, at(name), Wrong.NOT_AMOUNT, String.valueOf(wrong.getMessage()));
        } catch (ArithmeticException large) {
            throw new BadRequest(OVERFLOW, at(name), Wrong.TOO_LARGE);
        }
    }

    private static String textOf(String path, JsonNode node) {
        if (!node.isString()) {
            throw new BadRequest(BAD_REQUEST, path, Wrong.NOT_TEXT);
        }
        return node.stringValue();
    }

    private static Fields objectOf(String path, JsonNode node) {
        if (node instanceof ObjectNode object) {
            return new Fields(path, object);
        }
        throw new BadRequest(BAD_REQUEST, path, Wrong.NOT_OBJECT);
    }

    private static long integerOf(String path, JsonNode node) {
        if (!node.isIntegralNumber()) {
            throw new BadRequest(BAD_REQUEST, path, Wrong.NOT_WHOLE);
        }
        if (!node.canConvertToLong()) {
            throw new BadRequest(OVERFLOW, path, Wrong.TOO_LARGE);
        }
        return node.longValue();
    }
}

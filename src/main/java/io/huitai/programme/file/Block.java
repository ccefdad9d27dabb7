package io.huitai.programme.file;

import io.huitai.money.Money;
import io.huitai.money.Rate;
import io.huitai.programme.file.Yaml.Mapping;
import io.huitai.programme.file.Yaml.Place;
import io.huitai.programme.file.Yaml.Scalar;
import io.huitai.programme.file.Yaml.Sequence;
import io.huitai.shop.Label;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Reads one mapping of a programme file key by key and strictly; {@link #done()} refuses what is left over.
final class Block {
    private final Mapping mapping;
    private final Set<String> known = new HashSet<>();

    private Block(Mapping mapping) {
        this.mapping = mapping;
    }

    static Block of(Yaml yaml) {
        if (yaml instanceof Mapping mapping) {
            return new Block(mapping);
        }
        throw yaml.place().fault("keys with values were expected");
    }

    boolean has(String key) {
        return find(key) != null;
    }

    /// What stands at a key, of whatever shape.
    Optional<Yaml> optional(String key) {
        return Optional.ofNullable(find(key));
    }

    Yaml required(String key) {
        return optional(key).orElseThrow(() -> missing(key));
    }

    <T> T value(String key, Function<String, T> reader) {
        return value(required(key), reader);
    }

    <T> Optional<T> optionalValue(String key, Function<String, T> reader) {
        return optional(key).map(yaml -> value(yaml, reader));
    }

    /// A scalar that `reader` understands; its IllegalArgumentException or DateTimeException says what was expected.
    static <T> T value(Yaml yaml, Function<String, T> reader) {
        if (!(yaml instanceof Scalar(var place, var text))) {
            throw yaml.place().fault("a single value was expected");
        }
        try {
            return reader.apply(text);
        } catch (IllegalArgumentException | ArithmeticException | DateTimeException wrong) {
            throw place.fault(String.valueOf(wrong.getMessage()));
        }
    }

    /// One value, or a list of them.
    <T> List<T> oneOrMore(String key, Function<String, T> reader) {
        return optional(key).map(yaml -> oneOrMore(yaml, reader)).orElse(List.of());
    }

    static <T> List<T> oneOrMore(Yaml yaml, Function<String, T> reader) {
        if (!(yaml instanceof Sequence(var place, var items))) {
            return List.of(value(yaml, reader));
        }
        if (items.isEmpty()) {
            throw place.fault("at least one value was expected");
        }
        var values = new ArrayList<T>(items.size());
        for (var item : items) {
            values.add(value(item, reader));
        }
        return List.copyOf(values);
    }

    Money amount(String key) {
        return value(key, Block::amountOf);
    }

    Optional<Money> optionalAmount(String key) {
        return optionalValue(key, Block::amountOf);
    }

    static Money amountOf(String text) {
        var amount = Money.parse(text);
        if (amount.isNegative()) {
            throw new IllegalArgumentException(text + " is negative");
        }
        return amount;
    }

    Rate rate(String key) {
        return value(key, Rate::parse);
    }

    long whole(String key) {
        return value(key, Block::wholeOf);
    }

    Optional<Long> optionalWhole(String key) {
        return optionalValue(key, Block::wholeOf);
    }

    static long wholeOf(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException notWhole) {
            throw new IllegalArgumentException("'" + text + "' is not a whole number", notWhole);
        }
    }

    static int smallOf(String text) {
        return Math.toIntExact(wholeOf(text));
    }

    OptionalInt optionalSmall(String key) {
        return optionalValue(key, Block::smallOf).map(OptionalInt::of).orElse(OptionalInt.empty());
    }

    OptionalLong optionalCount(String key) {
        return optionalWhole(key).map(OptionalLong::of).orElse(OptionalLong.empty());
    }

    /// An enum's name, in lower case with dashes.
    static <E extends Enum<E>> E word(String what, E[] values, String text) {
        List<String> words = Arrays.stream(values)
                .map(value -> value.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .toList();
        var found = words.indexOf(text);
        if (found < 0) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not " + what + "; expected one of: " + String.join(", ", words));
        }
        return values[found];
    }

    /// A yes or no; no where the key is absent.
    boolean flag(String key) {
        return flag(key, false);
    }

    boolean flag(String key, boolean otherwise) {
        return optionalValue(key, Block::flagOf).orElse(otherwise);
    }

    private static boolean flagOf(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("true or false was expected, not '" + text + "'");
        };
    }

    Label label(String key) {
        return labelOf(required(key));
    }

    /// The labels of a list; none where the key is absent.
    List<Label> labels(String key) {
        return items(key).stream().map(Block::labelOf).toList();
    }

    private static Label labelOf(Yaml yaml) {
        var block = of(yaml);
        var label = new Label(block.value("zh", Function.identity()), block.value("en", Function.identity()));
        block.done();
        return label;
    }

    Block block(String key) {
        return of(required(key));
    }

    Optional<Block> optionalBlock(String key) {
        return optional(key).map(Block::of);
    }

    /// The items of a list; none where the key is absent.
    List<Yaml> items(String key) {
        return optional(key).map(Block::itemsOf).orElse(List.of());
    }

    static List<Yaml> itemsOf(Yaml yaml) {
        if (yaml instanceof Sequence(var place, var items)) {
            if (items.isEmpty()) {
                throw place.fault("at least one item was expected");
            }
            return items;
        }
        throw yaml.place().fault("a list was expected");
    }

    /// Builds a record; what its constructor refuses is a fault of this block.
    <T> T make(Function<Block, T> maker) {
        try {
            var made = maker.apply(this);
            done();
            return made;
        } catch (IllegalArgumentException | ArithmeticException wrong) {
            throw fault(String.valueOf(wrong.getMessage()));
        }
    }

    BadProgramme fault(String what) {
        return mapping.place().fault(what);
    }

    /// A fault at a key.
    BadProgramme fault(String key, String what) {
        return placeOf(key).fault(what);
    }

    void done() {
        for (var key : mapping.entries().keySet()) {
            if (!known.contains(key)) {
                throw placeOf(key)
                        .fault("'" + key + "' is not known here; expected: " + String.join(", ", new TreeSet<>(known)));
            }
        }
    }

    private Place placeOf(String key) {
        var entry = mapping.entries().get(key);
        return entry == null ? mapping.place() : entry.key();
    }

    private @Nullable Yaml find(String key) {
        known.add(key);
        var entry = mapping.entries().get(key);
        return entry == null ? null : entry.value();
    }

    private BadProgramme missing(String key) {
        return fault("'" + key + "' is missing");
    }
}

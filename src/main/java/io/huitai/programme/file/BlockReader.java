package io.huitai.programme.file;

import io.huitai.money.Money;
import io.huitai.programme.file.Yaml.Mapping;
import io.huitai.programme.file.Yaml.Place;
import io.huitai.programme.file.Yaml.Scalar;
import io.huitai.programme.file.Yaml.Sequence;
import io.huitai.shop.Label;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Reads one mapping of a programme file key by key and strictly. What is wrong is noted, and reading goes on with a
/// stand-in, so that one reading finds all faults.
final class BlockReader {
    private final Mapping mapping;
    private final Faults faults;
    private final int before;
    private final Set<String> known = new TreeSet<>();
    private boolean excused;

    private BlockReader(Mapping mapping, Faults faults) {
        this.mapping = mapping;
        this.faults = faults;
        this.before = faults.count();
    }

    /// Reads a whole mapping; keys that nobody has asked for are faults.
    static <T> T read(Yaml yaml, Faults faults, Function<BlockReader, T> reader) {
        if (yaml instanceof Mapping mapping) {
            var block = new BlockReader(mapping, faults);
            var made = reader.apply(block);
            block.refuseUnknownKeys();
            return made;
        }
        faults.add(yaml.place(), Found.of(yaml), Expected.KEYS.of());
        return reader.apply(nothing(yaml.place()));
    }

    /// What stands in for a block that is not there: its reader finds nothing, and nobody hears what it says of that.
    private static BlockReader nothing(Place place) {
        return new BlockReader(new Mapping(place, Map.of()), new Faults(""));
    }

    boolean has(String key) {
        return find(key) != null;
    }

    <T> T value(String key, Value<T> kind) {
        var written = find(key);
        if (written == null) {
            missing(key, kind.expected());
            return kind.standIn();
        }
        return value(written, kind);
    }

    <T> Optional<T> optional(String key, Value<T> kind) {
        return Optional.ofNullable(find(key)).map(yaml -> value(yaml, kind));
    }

    OptionalInt optionalInt(String key, Value<Integer> kind) {
        return optional(key, kind).map(OptionalInt::of).orElse(OptionalInt.empty());
    }

    OptionalLong optionalLong(String key, Value<Long> kind) {
        return optional(key, kind).map(OptionalLong::of).orElse(OptionalLong.empty());
    }

    /// A yes or no; no where the key is absent.
    boolean flag(String key) {
        return flag(key, false);
    }

    boolean flag(String key, boolean otherwise) {
        return optional(key, Value.TRUTH).orElse(otherwise);
    }

    /// One value, or a list of them; none where the key is absent.
    <T> List<T> oneOrMore(String key, Value<T> kind) {
        return switch (find(key)) {
            case null -> List.of();
            case Sequence sequence ->
                itemsOf(sequence).stream().map(item -> value(item, kind)).toList();
            case Yaml single -> List.of(value(single, kind));
        };
    }

    <T> T block(String key, Function<BlockReader, T> reader) {
        var written = find(key);
        if (written == null) {
            missing(key, Expected.KEYS.of());
            return reader.apply(nothing(mapping.place()));
        }
        return read(written, faults, reader);
    }

    <T> Optional<T> optionalBlock(String key, Function<BlockReader, T> reader) {
        return Optional.ofNullable(find(key)).map(yaml -> read(yaml, faults, reader));
    }

    /// One of some words, or a block; the word kind's stand-in where the key is absent and needed.
    <T> T wordOrBlock(String key, Value<T> word, Function<BlockReader, T> reader) {
        return optionalWordOrBlock(key, word, reader).orElseGet(() -> value(key, word));
    }

    <T> Optional<T> optionalWordOrBlock(String key, Value<T> word, Function<BlockReader, T> reader) {
        return Optional.ofNullable(find(key))
                .map(yaml -> yaml instanceof Mapping ? read(yaml, faults, reader) : value(yaml, word));
    }

    /// The blocks of a list; none where the key is absent.
    <T> List<T> items(String key, Function<BlockReader, T> reader) {
        return switch (find(key)) {
            case null -> List.of();
            case Sequence sequence ->
                itemsOf(sequence).stream()
                        .map(item -> read(item, faults, reader))
                        .toList();
            case Yaml other -> {
                faults.add(other.place(), Found.of(other), Expected.LIST.of());
                yield List.of();
            }
        };
    }

    /// The blocks of a list, each with another value at `id`.
    <T> List<T> distinct(String key, String id, Function<BlockReader, T> reader) {
        var seen = new HashSet<String>();
        return items(key, block -> {
            if (block.mapping.at(id) instanceof Scalar written) {
                var text = written.text();
                block.claim(seen.add(text), id, Found.ID_TWICE.of(Found.shortened(text)), Expected.ONCE.of());
            }
            return reader.apply(block);
        });
    }

    /// The blocks of a list that each begin above the one before; one that does not is at fault and left out.
    ///
    /// @param from where a band begins
    <T> List<T> bands(String key, Function<BlockReader, T> reader, Function<T, Money> from) {
        var bands = new ArrayList<T>();
        items(key, block -> {
            var band = reader.apply(block);
            var lower = bands.isEmpty() ? Money.parse("-0.01") : from.apply(bands.getLast());
            var rises = block.claim(
                    from.apply(band).compareTo(lower) > 0,
                    "from",
                    Found.BAND.of(from.apply(band).toString()),
                    Expected.HIGHER_BAND.of(lower.toString()));
            if (rises && block.isFaultless()) {
                bands.add(band);
            }
            return band;
        });
        return List.copyOf(bands);
    }

    /// What is written at `id` in each block of a list, be it right or wrong.
    List<String> ids(String key) {
        var ids = new ArrayList<String>();
        if (mapping.at(key) instanceof Sequence list) {
            for (var item : list.items()) {
                if (item instanceof Mapping each && each.at("id") instanceof Scalar id) {
                    ids.add(id.text());
                }
            }
        }
        return List.copyOf(ids);
    }

    Label label(String key) {
        return block(key, BlockReader::labelOf);
    }

    Optional<Label> optionalLabel(String key) {
        return optionalBlock(key, BlockReader::labelOf);
    }

    /// The labels of a list; none where the key is absent.
    List<Label> labels(String key) {
        return items(key, BlockReader::labelOf);
    }

    /// The one of these keys that stands here.
    String oneOf(String... keys) {
        known.addAll(List.of(keys));
        var present = mapping.entries().keySet().stream()
                .filter(List.of(keys)::contains)
                .toList();
        var expected = Expected.ONE_KEY.of(String.join(", ", keys));
        if (present.isEmpty()) {
            missing(String.join(", ", keys), expected);
            excused = true;
            return keys[0];
        }
        present.stream().skip(1).forEach(key -> refuse(key, expected));
        return present.getFirst();
    }

    /// This list stands here.
    void needs(String key) {
        if (!has(key)) {
            missing(key, Expected.LIST.of());
        }
    }

    /// At least one of these keys stands here.
    void someOf(String... keys) {
        if (Arrays.stream(keys).noneMatch(mapping.entries()::containsKey)) {
            missing(String.join(", ", keys), Expected.SOME_KEY.of());
        }
    }

    /// Notes a fault at a key where a claim does not hold; but not where its parts are at fault already.
    boolean claim(boolean holds, String key, Phrase found, Phrase expected) {
        if (!holds && isFaultless()) {
            var written = mapping.at(key);
            faults.add(written == null ? mapping.place() : written.place(), found, expected);
        }
        return holds;
    }

    /// Whether nothing has been wrong in this block so far.
    boolean isFaultless() {
        return faults.count() == before;
    }

    /// Notes that a key should not stand here.
    void refuse(String key, Phrase expected) {
        var entry = mapping.entries().get(key);
        faults.add(entry == null ? mapping.place() : entry.key(), Found.KEY.of(Found.shortened(key)), expected);
    }

    /// Notes that a key is not there, unless another fault says so already.
    private void missing(String key, Phrase expected) {
        if (!excused) {
            faults.add(mapping.place(), Found.NO_KEY.of(key), expected);
        }
    }

    private static Label labelOf(BlockReader block) {
        return new Label(block.value("zh", Value.NAME), block.value("en", Value.NAME));
    }

    private <T> T value(Yaml yaml, Value<T> kind) {
        if (!(yaml instanceof Scalar scalar)) {
            faults.add(yaml.place(), Found.of(yaml), kind.expected());
            return kind.standIn();
        }
        return kind.read(scalar).orElseGet(() -> {
            faults.add(scalar.place(), Found.of(scalar), kind.expected());
            return kind.standIn();
        });
    }

    private List<Yaml> itemsOf(Sequence sequence) {
        if (sequence.items().isEmpty()) {
            faults.add(sequence.place(), Found.of(sequence), Expected.LIST.of());
        }
        return sequence.items();
    }

    private void refuseUnknownKeys() {
        for (var key : mapping.entries().keySet()) {
            if (!known.contains(key)) {
                refuse(key, Expected.KNOWN_KEYS.of(String.join(", ", known)));
            }
        }
    }

    private @Nullable Yaml find(String key) {
        known.add(key);
        return mapping.at(key);
    }
}

package io.huitai.programme.file;

import io.huitai.intake.Bounds;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLParser;

/// A YAML file as a tree that knows where each part stands. Numbers stay the text that was written. Anchors, aliases
/// and tags are refused: what stands in the file is all that there is.
sealed interface Yaml {
    record Scalar(Place place, Form form, String text) implements Yaml {}

    record Sequence(Place place, List<Yaml> items) implements Yaml {}

    record Mapping(Place place, Map<String, Entry> entries) implements Yaml {
        /// What stands at a key, if anything does.
        @Nullable
        Yaml at(String key) {
            var entry = entries.get(key);
            return entry == null ? null : entry.value();
        }
    }

    record Entry(Place key, Yaml value) {}

    /// What a single value is before anybody asks what it means: `5` is a number, `"5"` is words.
    enum Form {
        WORDS,
        NUMBER,
        TRUTH,
        NOTHING
    }

    /// A place in the file; 1 is the first.
    record Place(int line, int column) {
        static final Place START = new Place(1, 1);

        /// Where the character at an index of a text stands.
        static Place of(String text, int index) {
            var before = text.substring(0, Math.min(index, text.length()));
            var line = (int) before.chars().filter(c -> c == '\n').count() + 1;
            return new Place(line, before.length() - before.lastIndexOf('\n'));
        }
    }

    Place place();

    /// The tree of a whole file. What is not YAML ends it; a key that stands twice is noted and the first one kept.
    ///
    /// @throws BadProgramme when it is not YAML
    static Yaml parse(String text, Faults faults) {
        return new Parsing(text, faults).file();
    }

    /// The place of what stands at a path of keys and list positions, as "discounts/2/when"; or as far along it as the
    /// file goes.
    default Place placeOf(String path) {
        var at = this;
        var place = place();
        for (var step : path.split("/", -1)) {
            switch (at) {
                case Mapping mapping
                when mapping.entries().get(step) instanceof Entry(var key, var value) -> {
                    place = key;
                    at = value;
                }
                case Sequence list -> {
                    at = list.items().get(Integer.parseInt(step));
                    place = at.place();
                }
                default -> {
                    return place;
                }
            }
        }
        return place;
    }

    /// One walk over a file's text.
    final class Parsing {
        private static final YAMLMapper MAPPER = YAMLMapper.builder(
                        YAMLFactory.builder().streamReadConstraints(Bounds.JSON).build())
                .build();

        private final String text;
        private final Faults faults;
        private Place last = Place.START;

        private Parsing(String text, Faults faults) {
            this.text = text;
            this.faults = faults;
        }

        private Yaml file() {
            try (var parser = (YAMLParser) MAPPER.createParser(text)) {
                if (next(parser) == null) {
                    throw faults.end(Place.START, Found.EMPTY_FILE.of(), Expected.KEYS.of());
                }
                var top = node(parser);
                if (next(parser) != null) {
                    throw faults.end(last, Found.SECOND_DOCUMENT.of(), Expected.ONE_DOCUMENT.of());
                }
                return top;
            } catch (JacksonException notYaml) {
                throw notYaml(notYaml);
            }
        }

        private @Nullable JsonToken next(YAMLParser parser) {
            var token = parser.nextToken();
            var at = parser.currentTokenLocation();
            last = new Place(Math.max(1, at.getLineNr()), Math.max(1, at.getColumnNr()));
            return token;
        }

        private Yaml node(YAMLParser parser) {
            var place = last;
            refuseWonders(parser);
            return switch (parser.currentToken()) {
                case START_OBJECT -> mapping(place, parser);
                case START_ARRAY -> {
                    var items = new ArrayList<Yaml>();
                    while (next(parser) != JsonToken.END_ARRAY) {
                        items.add(node(parser));
                    }
                    yield new Sequence(place, List.copyOf(items));
                }
                case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Scalar(place, Form.NUMBER, parser.getString());
                case VALUE_TRUE, VALUE_FALSE -> new Scalar(place, Form.TRUTH, parser.getString());
                case VALUE_NULL -> new Scalar(place, Form.NOTHING, "");
                default -> new Scalar(place, Form.WORDS, parser.getString());
            };
        }

        private Mapping mapping(Place place, YAMLParser parser) {
            var entries = new LinkedHashMap<String, Entry>();
            while (next(parser) != JsonToken.END_OBJECT) {
                var key = last;
                var name = parser.currentName();
                next(parser);
                if (entries.putIfAbsent(name, new Entry(key, node(parser))) != null) {
                    faults.add(key, Found.KEY_TWICE.of(name), Expected.ONCE.of());
                }
            }
            return new Mapping(place, entries);
        }

        private void refuseWonders(YAMLParser parser) {
            if (parser.isCurrentAlias() || parser.getObjectId() != null || parser.getTypeId() != null) {
                faults.add(last, Found.WONDER.of(), Expected.PLAIN.of());
            }
        }

        private BadProgramme notYaml(JacksonException notYaml) {
            return switch (notYaml.getCause()) {
                case MarkedYamlEngineException marked ->
                    notYaml(marked.getProblemMark().map(Parsing::place).orElse(last), marked.getProblem());
                case ReaderException unprintable ->
                    faults.end(Place.of(text, unprintable.getPosition()), Found.CONTROL.of(), Expected.PRINTABLE.of());
                case null, default -> notYaml(last, notYaml.getOriginalMessage());
            };
        }

        private BadProgramme notYaml(Place place, String problem) {
            return faults.end(place, Found.NOT_YAML.of(problem), Expected.YAML.of());
        }

        private static Place place(Mark mark) {
            return new Place(mark.getLine() + 1, mark.getColumn() + 1);
        }
    }
}

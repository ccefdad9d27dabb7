package io.huitai.programme.file;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// A YAML file as a tree that knows where each part stands. Numbers stay the text that was written.
sealed interface Yaml {
    record Scalar(Place place, String text) implements Yaml {}

    record Sequence(Place place, List<Yaml> items) implements Yaml {}

    record Mapping(Place place, Map<String, Entry> entries) implements Yaml {}

    record Entry(Place key, Yaml value) {}

    /// A place in a file, for faults.
    record Place(String source, int line, int column) {
        BadProgramme fault(String what) {
            return new BadProgramme(source, line, column, what);
        }
    }

    Place place();

    static Yaml parse(String source, String text) {
        try (var parser = YAMLMapper.builder().build().createParser(text)) {
            if (parser.nextToken() == null) {
                throw new BadProgramme(source, 1, 1, "is empty");
            }
            var top = node(source, parser);
            if (parser.nextToken() != null) {
                throw place(source, parser).fault("one document was expected");
            }
            return top;
        } catch (JacksonException notYaml) {
            var at = notYaml.getLocation() == null ? TokenStreamLocation.NA : notYaml.getLocation();
            throw new BadProgramme(
                    source,
                    Math.max(1, at.getLineNr()),
                    Math.max(1, at.getColumnNr()),
                    "is not YAML: " + notYaml.getOriginalMessage());
        }
    }

    private static Yaml node(String source, JsonParser parser) {
        var place = place(source, parser);
        var token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            return mapping(source, place, parser);
        }
        if (token == JsonToken.START_ARRAY) {
            var items = new ArrayList<Yaml>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                items.add(node(source, parser));
            }
            return new Sequence(place, List.copyOf(items));
        }
        return new Scalar(place, String.valueOf(parser.getString()));
    }

    private static Mapping mapping(String source, Place place, JsonParser parser) {
        var entries = new LinkedHashMap<String, Entry>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            var key = place(source, parser);
            var name = String.valueOf(parser.currentName());
            parser.nextToken();
            if (entries.put(name, new Entry(key, node(source, parser))) != null) {
                throw key.fault("'" + name + "' stands here twice");
            }
        }
        return new Mapping(place, entries);
    }

    private static Place place(String source, JsonParser parser) {
        var at = parser.currentTokenLocation();
        return new Place(source, Math.max(1, at.getLineNr()), Math.max(1, at.getColumnNr()));
    }
}

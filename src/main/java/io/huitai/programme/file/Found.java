package io.huitai.programme.file;

import io.huitai.programme.file.Yaml.Mapping;
import io.huitai.programme.file.Yaml.Scalar;
import io.huitai.programme.file.Yaml.Sequence;

/// What stands in a file where something else was expected.
enum Found {
    WORDS,
    NUMBER,
    TRUTH,
    NOTHING,
    LIST,
    EMPTY_LIST,
    KEYS,
    KEY,
    NO_KEY,
    KEY_TWICE,
    ID_TWICE,
    BAND,
    DAY,
    EMPTY_FILE,
    LARGE_FILE,
    NO_FILE,
    UNFIT_FILE,
    SECOND_DOCUMENT,
    WONDER,
    CONTROL,
    NOT_UTF8,
    NOT_YAML;

    private static final int LONGEST = 60;

    Phrase of(Object... details) {
        return new Phrase("found." + name(), details);
    }

    static Phrase of(Yaml yaml) {
        return switch (yaml) {
            case Scalar scalar -> Found.valueOf(scalar.form().name()).of(shortened(scalar.text()));
            case Sequence list -> (list.items().isEmpty() ? EMPTY_LIST : LIST).of();
            case Mapping _ -> KEYS.of();
        };
    }

    static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}

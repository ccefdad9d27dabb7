package io.huitai.programme.file;

import io.huitai.programme.file.Yaml.Place;
import io.huitai.shop.Lang;
import java.util.Comparator;

/// What the check of a programme file has found at one place.
public final class LintFinding {
    static final Comparator<LintFinding> IN_ORDER =
            Comparator.comparingInt(LintFinding::line).thenComparingInt(LintFinding::column);

    private final String source;
    private final Place place;
    private final Weight weight;
    private final Phrase words;

    LintFinding(String source, Place place, Weight weight, Phrase words) {
        this.source = source;
        this.place = place;
        this.weight = weight;
        this.words = words;
    }

    public enum Weight {
        /// The file cannot be used.
        FAULT,
        /// It can be used and will disappoint.
        WARNING
    }

    public Weight weight() {
        return weight;
    }

    /// 1 is the first.
    public int line() {
        return place.line();
    }

    /// 1 is the first.
    public int column() {
        return place.column();
    }

    /// One line: `file:line:column: found …, expected …`, or `file:line:column: warning: …`.
    public String text(Lang lang) {
        return source + ":" + line() + ":" + column() + ": " + words.in(lang);
    }

    Phrase words() {
        return words;
    }

    @Override
    public String toString() {
        return text(Lang.EN);
    }
}

package io.huitai.till.refusal;

import io.huitai.shop.Lang;
import io.huitai.shop.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// A step in words.
public record Told(List<Phrase> phrases) implements Wording.InWords {
    public static final Told NOTHING = new Told(List.of());

    public Told {
        phrases = List.copyOf(phrases);
    }

    public static Told of(String key, Object... places) {
        return new Told(List.of(new Phrase("step." + key, List.of(places))));
    }

    public Told and(String key, Object... places) {
        return and(of(key, places));
    }

    public Told and(Told more) {
        var all = new ArrayList<>(phrases);
        all.addAll(more.phrases());
        return new Told(all);
    }

    public Told because(String reason) {
        return reason.isBlank() ? this : and("reason", new Why(reason));
    }

    public boolean isEmpty() {
        return phrases.isEmpty();
    }

    @Override
    public String in(Lang lang) {
        return phrases.stream()
                .map(phrase -> phrase.in(lang))
                .collect(Collectors.joining(Wording.of(Told.class, lang).say("step.between")));
    }

    /// One after the other.
    public record Listed(List<String> parts) implements Wording.InWords {
        public Listed {
            parts = List.copyOf(parts);
        }

        @Override
        public String in(Lang lang) {
            return String.join(Wording.of(Told.class, lang).say("step.list"), parts);
        }
    }

    /// One of our texts by its key, and what fills its places: words as data, and what is said as it stands.
    public record Phrase(String key, List<Object> places) implements Wording.InWords {
        public Phrase {
            places = List.copyOf(places);
        }

        public Phrase(String key) {
            this(key, List.of());
        }

        @Override
        public String in(Lang lang) {
            return Wording.of(Told.class, lang).say(key, places.toArray());
        }
    }
}

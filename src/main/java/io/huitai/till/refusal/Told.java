package io.huitai.till.refusal;

import io.huitai.shop.Label;
import io.huitai.shop.Lang;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;

/// A step in words.
public record Told(List<Phrase> phrases) {
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
        return reason.isBlank() ? this : and("reason", reason);
    }

    public boolean isEmpty() {
        return phrases.isEmpty();
    }

    public String in(Lang lang) {
        var bundle = ResourceBundle.getBundle("io.huitai.till.texts", Refusal.locale(lang));
        return phrases.stream()
                .map(phrase -> phrase.in(lang, bundle))
                .collect(Collectors.joining(bundle.getString("step.between")));
    }

    /// @param places texts, labels, and words of ours by their key
    public record Phrase(String key, List<Object> places) {
        public Phrase {
            places = List.copyOf(places);
        }

        private String in(Lang lang, ResourceBundle bundle) {
            var said = places.stream().map(place -> said(place, lang, bundle)).toArray();
            return new MessageFormat(bundle.getString(key), Locale.ROOT).format(said);
        }

        private static String said(Object place, Lang lang, ResourceBundle bundle) {
            return switch (place) {
                case Label label -> label.in(lang);
                case Word(var key) -> bundle.getString(key);
                default -> place.toString();
            };
        }
    }

    /// One of our own words by its key.
    public record Word(String key) {}
}

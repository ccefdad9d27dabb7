package io.huitai.ui.fittings;

import io.huitai.shop.Lang;
import java.util.function.BiFunction;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;

/// The language of the window. Whatever is bound to it changes at once when the language does.
public final class Texts {
    private final ReadOnlyObjectWrapper<Words> words;

    public Texts(Lang lang) {
        words = new ReadOnlyObjectWrapper<>(Words.in(lang));
    }

    public ObservableValue<Words> words() {
        return words.getReadOnlyProperty();
    }

    public Words now() {
        return words.get();
    }

    /// A text that never has places to fill.
    public ObservableValue<String> of(String key) {
        return words.map(now -> now.get(key));
    }

    /// A text that follows a value and the language.
    public <T> ObservableValue<String> of(ObservableValue<T> value, BiFunction<Words, T, String> text) {
        return words.flatMap(now -> value.map(shown -> text.apply(now, shown)));
    }

    /// The other language.
    public void toggle() {
        words.set(Words.in(
                switch (now().lang()) {
                    case ZH -> Lang.EN;
                    case EN -> Lang.ZH;
                }));
    }
}

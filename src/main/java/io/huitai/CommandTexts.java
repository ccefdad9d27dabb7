package io.huitai;

import io.huitai.shop.Lang;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/// What the command line says to people, by key of `texts_*.properties`.
record CommandTexts(ResourceBundle words) {
    static CommandTexts of(Lang lang) {
        return new CommandTexts(ResourceBundle.getBundle("io.huitai.texts", Locale.of(lang.code())));
    }

    /// @param details fill the places of the text as they stand
    String say(String key, Object... details) {
        var filling = new Object[details.length];
        for (var i = 0; i < details.length; i++) {
            filling[i] = details[i].toString();
        }
        return new MessageFormat(words.getString(key), Locale.ROOT).format(filling);
    }
}

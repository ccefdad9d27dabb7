package io.huitai.shop;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/// What a room says to people in one language: the texts of `texts_zh.properties` and `texts_en.properties` beside its
/// classes, or beside those of the room around it.
///
/// Every text is a pattern of `MessageFormat`, whether it has places or not: an apostrophe is doubled in all of them.
public record Wording(Lang lang, ResourceBundle texts) {
    private static final ClassValue<String> NAMES = new ClassValue<>() {
        @Override
        protected String computeValue(Class<?> room) {
            var within = room.getPackageName();
            while (room.getResource("/" + within.replace('.', '/') + "/texts_zh.properties") == null) {
                within = within.substring(0, within.lastIndexOf('.'));
            }
            return within + ".texts";
        }
    };

    /// Words as data, said in the language of whoever reads them.
    public interface InWords {
        String in(Lang lang);
    }

    /// @param room any class of it
    public static Wording of(Class<?> room, Lang lang) {
        return new Wording(lang, ResourceBundle.getBundle(NAMES.get(room), Locale.of(lang.code())));
    }

    /// The same in both languages.
    public static Label label(Class<?> room, String key, Object... details) {
        return new Label(of(room, Lang.ZH).say(key, details), of(room, Lang.EN).say(key, details));
    }

    public boolean has(String key) {
        return texts.containsKey(key);
    }

    /// A text with its places filled.
    ///
    /// @param details words as data in this language, all else as it stands; a place with a form of its own, as
    ///     `{0,choice,1#item|1<items}`, takes a number
    public String say(String key, Object... details) {
        var text = new MessageFormat(texts.getString(key), Locale.ROOT);
        var forms = text.getFormatsByArgumentIndex();
        var said = new Object[details.length];
        for (var i = 0; i < details.length; i++) {
            said[i] = i < forms.length && forms[i] != null ? details[i] : said(details[i]);
        }
        return text.format(said);
    }

    /// The text of a key, or these words where there is none: for names that data bring.
    public String orSame(String key, String words) {
        return has(key) ? say(key) : words;
    }

    private String said(Object detail) {
        return detail instanceof InWords words ? words.in(lang) : String.valueOf(detail);
    }
}

package io.huitai.programme.file;

import io.huitai.shop.Lang;
import io.huitai.shop.Wording;
import java.util.List;

/// Words for people as data: a key of `texts_*.properties` and what fills its places, which may be phrases too.
record Phrase(String key, List<Object> details) implements Wording.InWords {
    Phrase {
        details = List.copyOf(details);
    }

    Phrase(String key, Object... details) {
        this(key, List.of(details));
    }

    @Override
    public String in(Lang lang) {
        var said = details.stream().map(detail -> said(detail, lang)).toArray();
        return Wording.of(Phrase.class, lang).say(key, said);
    }

    /// One line, whatever stands in the file.
    private static String said(Object detail, Lang lang) {
        var text = detail instanceof Wording.InWords words ? words.in(lang) : detail.toString();
        var line = new StringBuilder(text.length());
        text.codePoints().map(c -> isPrintable(c) ? c : ' ').forEach(line::appendCodePoint);
        return line.toString();
    }

    private static boolean isPrintable(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                false;
            default -> true;
        };
    }
}

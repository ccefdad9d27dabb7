package io.huitai.programme.file;

import io.huitai.intake.UnfitFile;
import io.huitai.shop.Lang;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/// Words for people as data: a key of `texts_*.properties` and what fills its places, which may be phrases too.
record Phrase(String key, List<Object> details) {
    Phrase {
        details = List.copyOf(details);
    }

    Phrase(String key, Object... details) {
        this(key, List.of(details));
    }

    String in(Lang lang) {
        var texts = ResourceBundle.getBundle("io.huitai.programme.file.texts", Locale.of(lang.code()));
        var filling = details.stream()
                .map(detail -> switch (detail) {
                    case Phrase phrase -> phrase.in(lang);
                    case UnfitFile unfit -> printable(unfit.text(lang));
                    default -> printable(detail.toString());
                })
                .toArray();
        return new MessageFormat(texts.getString(key), Locale.ROOT).format(filling);
    }

    /// One line, whatever stands in the file.
    private static String printable(String text) {
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

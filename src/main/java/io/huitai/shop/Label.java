package io.huitai.shop;

/// A name for people, in both languages.
public record Label(String zh, String en) {
    public Label {
        Words.check("name", zh, 120);
        Words.check("name", en, 120);
    }

    public String in(Lang lang) {
        return switch (lang) {
            case ZH -> zh;
            case EN -> en;
        };
    }
}

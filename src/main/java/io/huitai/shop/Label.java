package io.huitai.shop;

/// A name for people, in both languages.
public record Label(String zh, String en) {
    public Label {
        Identifying.check("name", zh, 120);
        Identifying.check("name", en, 120);
    }

    public String in(Lang lang) {
        return switch (lang) {
            case ZH -> zh;
            case EN -> en;
        };
    }
}

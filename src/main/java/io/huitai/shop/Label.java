package io.huitai.shop;

/// A name for people, in both languages.
public record Label(String zh, String en) implements Wording.InWords {
    public Label {
        Writing.check("name", zh, 120);
        Writing.check("name", en, 120);
    }

    @Override
    public String in(Lang lang) {
        return switch (lang) {
            case ZH -> zh;
            case EN -> en;
        };
    }

    /// One behind the other, for whoever reads which of them.
    public String both() {
        return zh + " " + en;
    }
}

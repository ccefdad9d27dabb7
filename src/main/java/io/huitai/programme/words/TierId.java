package io.huitai.programme.words;

/// A tier of a programme, as "gold".
public record TierId(String value) {
    public TierId {
        Ids.check("tier id", value);
    }

    @Override
    public String toString() {
        return value;
    }
}

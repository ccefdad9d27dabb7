package io.huitai.shop.id;

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

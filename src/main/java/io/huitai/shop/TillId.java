package io.huitai.shop;

/// A till of one store, as "T1".
public record TillId(String value) {
    public TillId {
        Writing.check("till id", value, 16);
    }

    @Override
    public String toString() {
        return value;
    }
}

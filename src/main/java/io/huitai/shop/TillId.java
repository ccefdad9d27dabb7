package io.huitai.shop;

/// A till of one store, as "T1".
public record TillId(String value) {
    public TillId {
        Identifying.check("till id", value, 16);
    }

    @Override
    public String toString() {
        return value;
    }
}

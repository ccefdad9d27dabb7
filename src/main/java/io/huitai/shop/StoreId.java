package io.huitai.shop;

/// A store of the chain, as "S001".
public record StoreId(String value) {
    public StoreId {
        Writing.check("store id", value, 16);
    }

    @Override
    public String toString() {
        return value;
    }
}

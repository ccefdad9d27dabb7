package io.huitai.shop;

/// A product's number in the catalogue.
public record Sku(String value) {
    public Sku {
        Writing.check("sku", value, 64);
    }

    @Override
    public String toString() {
        return value;
    }
}

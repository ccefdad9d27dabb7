package io.huitai.shop.id;

/// A gift of a programme's catalogue.
public record GiftId(String value) {
    public GiftId {
        Ids.check("gift id", value);
    }

    @Override
    public String toString() {
        return value;
    }
}

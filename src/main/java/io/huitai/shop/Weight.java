package io.huitai.shop;

import io.huitai.money.Quantity;
import java.util.Optional;

/// A unit that goods are weighed in: one 斤 is 500 g, one 两 is 50 g.
public enum Weight {
    KILOGRAM(1_000),
    JIN(500),
    LIANG(50),
    GRAM(1);

    private final long grams;

    Weight(long grams) {
        this.grams = grams;
    }

    public static Optional<Weight> of(String unit) {
        return switch (unit) {
            case "kg", "公斤", "千克" -> Optional.of(KILOGRAM);
            case "斤" -> Optional.of(JIN);
            case "两" -> Optional.of(LIANG);
            case "g", "克" -> Optional.of(GRAM);
            default -> Optional.empty();
        };
    }

    /// So much of this unit in another; empty where that has more than three decimals.
    public Optional<Quantity> in(Weight other, Quantity qty) {
        var milligrams = Math.multiplyExact(qty.thousandths(), grams);
        return milligrams % other.grams == 0 ? Optional.of(new Quantity(milligrams / other.grams)) : Optional.empty();
    }
}

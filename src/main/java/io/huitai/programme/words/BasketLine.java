package io.huitai.programme.words;

import io.huitai.money.Money;
import io.huitai.money.Quantity;
import io.huitai.shop.Category;
import io.huitai.shop.Sku;
import java.util.Optional;
import java.util.Set;

/// One product on the bill.
///
/// @param number the line's number, kept for ever; 1 is the first
/// @param price of one unit, not negative
/// @param memberPrice of one unit for members, not negative; taken where it is lower
public record BasketLine(
        int number,
        Sku sku,
        Category category,
        Money price,
        Optional<Money> memberPrice,
        Quantity quantity,
        Set<String> flags) {
    /// The flag of goods that only members may buy.
    public static final String MEMBERS_ONLY = "members-only";

    public BasketLine {
        if (price.isNegative() || (memberPrice.isPresent() && memberPrice.get().isNegative())) {
            throw new IllegalArgumentException("A price is not negative: " + sku);
        }
        flags = Set.copyOf(flags);
    }

    /// `price × quantity`, rounded half-up to the fen.
    ///
    /// @throws ArithmeticException when it does not fit
    public Money gross() {
        return quantity.of(price);
    }
}

package io.huitai.shop;

import io.huitai.money.Money;
import io.huitai.money.Rate;
import java.util.Optional;
import java.util.Set;

/// One product of the catalogue.
///
/// @param ean the packaged goods' EAN-13, EAN-8 or UPC-A, or the seven digits that a scale's label begins with
/// @param initials pinyin initials of the name, lower case, as "gbjd"
/// @param group the tab it stands under on the screen
/// @param flags `special`, `limited`, `promo`, `members-only`, `loose`
/// @param taxRate the tax that the price includes
/// @param dish how it is ordered, where there is more to say than how many
public record Product(
        Sku sku,
        Optional<String> ean,
        String name,
        String nameEn,
        String initials,
        Category category,
        String group,
        Money price,
        Optional<Money> memberPrice,
        String unit,
        Set<String> flags,
        Rate taxRate,
        Optional<Dish> dish) {
    public Product {
        flags = Set.copyOf(flags);
        if (price.isNegative() || memberPrice.filter(Money::isNegative).isPresent()) {
            throw new IllegalArgumentException("A price is not negative: " + sku);
        }
    }

    /// The same at the price on a scale's label, which is nobody's member price.
    public Product costing(Money other) {
        return new Product(
                sku,
                ean,
                name,
                nameEn,
                initials,
                category,
                group,
                other,
                Optional.empty(),
                unit,
                flags,
                taxRate,
                Optional.empty());
    }
}

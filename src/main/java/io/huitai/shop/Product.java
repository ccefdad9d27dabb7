package io.huitai.shop;

import io.huitai.money.Money;
import io.huitai.money.Rate;
import java.util.Optional;
import java.util.Set;

/// One product of the catalogue.
///
/// @param ean the packaged goods' EAN-13, EAN-8 or UPC-A, where there is one
/// @param initials pinyin initials of the name, lower case, as "gbjd"
/// @param group the tab it stands under on the screen
/// @param flags `special`, `limited`, `promo`, `members-only`, `loose`
/// @param taxRate the tax that the price includes
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
        Rate taxRate) {
    public Product {
        flags = Set.copyOf(flags);
        if (price.isNegative() || memberPrice.filter(Money::isNegative).isPresent()) {
            throw new IllegalArgumentException("A price is not negative: " + sku);
        }
    }
}

package io.huitai.ui.sale;

import io.huitai.shop.Lang;
import io.huitai.shop.Product;
import io.huitai.till.Catalogue;

/// Products' names in the window's language; bills keep the Chinese ones.
record Names(Catalogue catalogue) {
    String of(Product product, Lang lang) {
        return switch (lang) {
            case ZH -> product.name();
            case EN -> product.nameEn().isBlank() ? product.name() : product.nameEn();
        };
    }

    String of(CounterBill.Line line, Lang lang) {
        return catalogue.product(line.sku()).map(product -> of(product, lang)).orElse(line.name());
    }
}

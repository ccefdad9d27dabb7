package io.huitai.ui.sale;

import io.huitai.money.Money;
import io.huitai.money.Quantity;
import io.huitai.shop.BillLine;
import io.huitai.shop.Dish;
import io.huitai.shop.Lang;
import io.huitai.shop.Product;
import io.huitai.till.bill.Catalogue;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

    String of(Dish.Course course, Dish.Serving serving, Lang lang) {
        return catalogue
                .product(serving.sku())
                .map(product -> of(product, lang))
                .orElseGet(() -> course.name().in(lang));
    }

    /// A line with its parts, modifiers and note.
    String full(CounterBill.Line line, Lang lang) {
        var parts = line.parts().stream().map(part -> with(of(line, part, lang), part.qty(), part.extra()));
        return Stream.of(Stream.of(of(line, lang)), parts, Stream.of(line.note()))
                .flatMap(texts -> texts)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    private String of(CounterBill.Line line, BillLine.Part part, Lang lang) {
        return switch (lang) {
            case ZH -> part.name();
            case EN ->
                modifier(line, part)
                        .or(() -> catalogue.product(part.sku()).map(product -> of(product, lang)))
                        .orElse(part.name());
        };
    }

    private Optional<String> modifier(CounterBill.Line line, BillLine.Part part) {
        return catalogue.product(line.sku()).flatMap(Product::dish).stream()
                .flatMap(dish -> dish.modifiers().stream())
                .filter(modifier -> modifier.code().equals(part.sku().value()))
                .map(modifier -> modifier.name().en())
                .findFirst();
    }

    /// With how many it is of one, and what it adds to the price.
    static String with(String name, Quantity qty, Money extra) {
        return name + (qty.equals(Quantity.ONE) ? "" : " ×" + qty) + (extra.isZero() ? "" : " +" + extra);
    }
}

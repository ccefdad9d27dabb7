package io.huitai.till.bill;

import io.huitai.money.Money;
import io.huitai.money.Quantity;
import io.huitai.shop.BillLine;
import io.huitai.shop.Dish;
import io.huitai.shop.Product;
import io.huitai.shop.Sku;
import io.huitai.shop.Weight;
import io.huitai.till.refusal.ErrorCode;
import io.huitai.till.refusal.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a product comes to as it was ordered: with modifiers, the chosen parts of a set meal, the day's price, and in
/// the unit that it was weighed in.
public final class Kitchen {
    private final Catalogue catalogue;

    Kitchen(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /// What an order says beside product and quantity.
    ///
    /// @param modifiers codes of the product's
    /// @param choices products of the set meal's courses, in their order; a course that none is of serves its first
    /// @param price the day's, for what has a market price alone
    /// @param unit what the quantity counts, as 两; empty is the product's own
    public record Wish(List<String> modifiers, List<Sku> choices, Optional<Money> price, Optional<String> unit) {
        public static final Wish NONE = new Wish(List.of(), List.of(), Optional.empty(), Optional.empty());

        public Wish {
            modifiers = List.copyOf(modifiers);
            choices = List.copyOf(choices);
        }
    }

    /// A line's share of it.
    record Served(Money price, Optional<Money> memberPrice, Quantity qty, List<BillLine.Part> parts) {}

    /// Refused: `BAD_REQUEST` naming the field that does not fit the product.
    Served serve(Product product, Quantity qty, Optional<Money> memberPrice, Wish wish) {
        var parts = new ArrayList<BillLine.Part>();
        var dish = product.dish().orElse(new Dish(false, List.of(), List.of()));
        var choices = new ArrayList<>(wish.choices());
        dish.courses().forEach(course -> parts.add(chosen(course, choices)));
        refuse(!choices.isEmpty(), "choices");
        wish.modifiers().forEach(code -> parts.add(modified(dish, code)));
        var extra = parts.stream().map(BillLine.Part::extra).reduce(Money.ZERO, Money::plus);
        return new Served(
                price(product, dish, wish).plus(extra),
                memberPrice.or(product::memberPrice).map(price -> price.plus(extra)),
                weighed(product, qty, wish.unit()),
                parts);
    }

    private BillLine.Part chosen(Dish.Course course, List<Sku> choices) {
        var serving = choices.stream()
                .flatMap(sku -> course.servings().stream()
                        .filter(offered -> offered.sku().equals(sku)))
                .findFirst()
                .orElse(course.servings().getFirst());
        choices.remove(serving.sku());
        var name = catalogue
                .product(serving.sku())
                .map(Product::name)
                .orElse(course.name().zh());
        return new BillLine.Part(serving.sku(), name, serving.qty(), serving.extra());
    }

    private static BillLine.Part modified(Dish dish, String code) {
        return dish.modifiers().stream()
                .filter(offered -> offered.code().equals(code))
                .findFirst()
                .map(modifier ->
                        new BillLine.Part(new Sku(code), modifier.name().zh(), Quantity.ONE, modifier.extra()))
                .orElseThrow(() -> Refusal.of(ErrorCode.BAD_REQUEST, "modifiers"));
    }

    /// A price belongs to what has none of its own; any other is changed by a supervisor.
    private static Money price(Product product, Dish dish, Wish wish) {
        refuse(dish.marketPrice() == wish.price().isEmpty(), "price");
        if (wish.price().filter(Money::isPositive).isEmpty() && dish.marketPrice()) {
            throw Refusal.of(ErrorCode.BAD_AMOUNT, "");
        }
        return wish.price().orElse(product.price());
    }

    private static Quantity weighed(Product product, Quantity qty, Optional<String> unit) {
        if (unit.filter(given -> !given.equals(product.unit())).isEmpty()) {
            return qty;
        }
        return Weight.of(unit.get())
                .flatMap(given -> Weight.of(product.unit()).flatMap(own -> given.in(own, qty)))
                .orElseThrow(() -> Refusal.of(ErrorCode.BAD_REQUEST, "unit"));
    }

    /// What a scale's label weighs, in the product's own unit.
    static Quantity ofGrams(Product product, long grams) {
        return Weight.of(product.unit())
                .flatMap(own -> Weight.GRAM.in(own, Quantity.of(grams)))
                .orElseGet(() -> new Quantity(grams));
    }

    private static void refuse(boolean wrong, String field) {
        if (wrong) {
            throw Refusal.of(ErrorCode.BAD_REQUEST, field);
        }
    }
}

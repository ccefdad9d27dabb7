package io.huitai.till.bill;

import static org.assertj.core.api.Assertions.assertThat;

import io.huitai.money.Money;
import io.huitai.money.Quantity;
import io.huitai.money.Rate;
import io.huitai.shop.BillLine;
import io.huitai.shop.Category;
import io.huitai.shop.Dish;
import io.huitai.shop.Label;
import io.huitai.shop.Product;
import io.huitai.shop.Sku;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class KitchenTest {
    private static final Product SET = new Product(
            new Sku("SET"),
            Optional.empty(),
            "套餐",
            "Set",
            "tc",
            new Category("food"),
            "套餐",
            Money.parse("38"),
            Optional.empty(),
            "份",
            Set.of(),
            Rate.parse("0.06"),
            Optional.of(new Dish(false, List.of(), List.of(course("one", "A", "B"), course("two", "A", "C")))));

    private final Kitchen kitchen = new Kitchen(new Catalogue(List.of()));

    @Test
    void eachCourseServesWhatWasChosenForItAlsoWhereAnotherServesTheSame() {
        assertThat(served("B", "A")).containsExactly("B", "A");
        assertThat(served("A", "A")).containsExactly("A", "A");
        assertThat(served("C")).containsExactly("A", "C");
        assertThat(served()).containsExactly("A", "A");
    }

    private List<String> served(String... choices) {
        var wish = new Kitchen.Wish(
                List.of(), Stream.of(choices).map(Sku::new).toList(), Optional.empty(), Optional.empty());
        return kitchen.serve(SET, Quantity.ONE, Optional.empty(), wish).parts().stream()
                .map(BillLine.Part::sku)
                .map(Sku::value)
                .toList();
    }

    private static Dish.Course course(String code, String... skus) {
        var servings = Stream.of(skus)
                .map(sku -> new Dish.Serving(new Sku(sku), Quantity.ONE, Money.ZERO))
                .toList();
        return new Dish.Course(code, new Label(code, code), servings);
    }
}

package io.huitai.ui.sale;

import static org.assertj.core.api.Assertions.assertThat;

import io.huitai.money.Money;
import io.huitai.money.Quantity;
import io.huitai.money.Rate;
import io.huitai.shop.Category;
import io.huitai.shop.Dish;
import io.huitai.shop.Label;
import io.huitai.shop.Product;
import io.huitai.shop.Sku;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DishModelTest {
    private static final Dish.Modifier EGG = new Dish.Modifier("egg", new Label("加蛋", "Egg"), Money.parse("2"));
    private static final Dish.Modifier BEEF = new Dish.Modifier("beef", new Label("加牛肉", "Beef"), Money.parse("18"));
    private static final Dish.Course DRINK = new Dish.Course(
            "drink",
            new Label("饮品", "Drink"),
            List.of(
                    new Dish.Serving(new Sku("MILK"), Quantity.ONE, Money.ZERO),
                    new Dish.Serving(new Sku("COFFEE"), Quantity.ONE, Money.parse("12"))));

    @Test
    void untouchedItIsAsTheKitchenServesIt() {
        var model = new DishModel(dish("碗", new Dish(false, List.of(EGG), List.of(DRINK))), Quantity.of(3));

        assertThat(model.order().get()).hasValueSatisfying(order -> {
            assertThat(order.sum()).hasToString("120.00");
            assertThat(order.qty()).isEqualTo(Quantity.of(3));
            assertThat(order.extras().wish().modifiers()).isEmpty();
            assertThat(order.extras().wish().choices()).containsExactly(new Sku("MILK"));
            assertThat(order.extras().wish().price()).isEmpty();
        });
        assertThat(model.units()).isEmpty();
    }

    @Test
    void extrasAddUpForEachOfIt() {
        var model = new DishModel(dish("碗", new Dish(false, List.of(EGG, BEEF), List.of(DRINK))), Quantity.of(2));
        model.modify(BEEF, true);
        model.modify(EGG, true);
        model.modify(BEEF, false);
        model.modify(BEEF, true);
        model.serve(DRINK, DRINK.servings().getLast());
        model.note().set(" 少辣 ");

        assertThat(model.order().get()).hasValueSatisfying(order -> {
            assertThat(order.sum()).hasToString("144.00"); // (40 + 2 + 18 + 12) × 2
            assertThat(order.extras().wish().modifiers()).containsExactly("egg", "beef");
            assertThat(order.extras().note()).isEqualTo("少辣");
        });
    }

    @Test
    void aMarketPriceIsTypedAndWeighedInAnyUnit() {
        var model = new DishModel(dish("斤", new Dish(true, List.of(), List.of())), Quantity.ONE);
        assertThat(model.units()).containsExactly("斤", "两", "kg", "g");

        model.price().set("420");
        model.qty().set("13");
        model.unit().set("两");
        assertThat(model.order().get()).hasValueSatisfying(order -> {
            assertThat(order.sum()).hasToString("546.00");
            assertThat(order.extras().wish().price()).contains(Money.parse("420"));
            assertThat(order.extras().wish().unit()).contains("两");
        });
    }

    @Test
    void withoutAPriceOrAQuantityThereIsNoOrder() {
        var model = new DishModel(dish("斤", new Dish(true, List.of(), List.of())), Quantity.ONE);
        for (var price : List.of("", "0", "4x", "-1")) {
            model.price().set(price);
            assertThat(model.order().get()).as(price).isEmpty();
        }
        model.price().set("420.");
        assertThat(model.order().get()).isPresent();
        for (var qty : List.of("", "0", "0.0", "1.2345")) {
            model.qty().set(qty);
            assertThat(model.order().get()).as(qty).isEmpty();
        }
    }

    private static Product dish(String unit, Dish dish) {
        return new Product(
                new Sku("D"),
                Optional.empty(),
                "菜",
                "Dish",
                "c",
                new Category("food"),
                "热菜",
                Money.parse("40"),
                Optional.empty(),
                unit,
                Set.of(),
                Rate.parse("0.06"),
                Optional.of(dish));
    }
}

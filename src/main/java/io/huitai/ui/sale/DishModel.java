package io.huitai.ui.sale;

import io.huitai.money.Money;
import io.huitai.money.Quantity;
import io.huitai.shop.Dish;
import io.huitai.shop.Product;
import io.huitai.shop.Sku;
import io.huitai.shop.Weight;
import io.huitai.till.bill.Bills;
import io.huitai.till.bill.Kitchen;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// A dish while the guest says how they want it: the day's price, how much of it, what each course of a set serves,
/// the modifiers, a note. It begins as the kitchen serves it unless told otherwise. Knows no nodes.
final class DishModel {
    private static final Pattern YUAN = Pattern.compile("[0-9]{1,7}(?:[.][0-9]{0,2})?");
    private static final Pattern QUANTITY = Pattern.compile("[0-9]{1,6}(?:[.][0-9]{0,3})?");
    private static final List<String> WEIGHTS = List.of("斤", "两", "kg", "g");

    private final Product product;
    private final Dish dish;
    private final StringProperty price;
    private final StringProperty qty;
    private final StringProperty unit;
    private final StringProperty note = new SimpleStringProperty("");
    private final Map<Dish.Course, Dish.Serving> served = new HashMap<>();
    private final Set<Dish.Modifier> modified = new HashSet<>();
    private final ReadOnlyObjectWrapper<Optional<Order>> order = new ReadOnlyObjectWrapper<>(Optional.empty());

    /// What goes on the bill.
    ///
    /// @param sum at the list price
    record Order(Sku sku, Quantity qty, Bills.LineExtras extras, Money sum) {}

    /// @param wished how much of it was asked for
    DishModel(Product product, Quantity wished) {
        this.product = product;
        this.dish = product.dish().orElseGet(() -> new Dish(false, List.of(), List.of()));
        this.price = new SimpleStringProperty(product.price().toString());
        this.qty = new SimpleStringProperty(wished.toString());
        this.unit = new SimpleStringProperty(product.unit());
        dish.courses().forEach(course -> served.put(course, course.servings().getFirst()));
        Stream.of(price, qty, unit, note).forEach(typed -> typed.subscribe(_ -> work()));
    }

    Product product() {
        return product;
    }

    Dish dish() {
        return dish;
    }

    /// The day's, for what has a market price; suggested is what the catalogue has.
    StringProperty price() {
        return price;
    }

    StringProperty qty() {
        return qty;
    }

    /// What the quantity counts.
    StringProperty unit() {
        return unit;
    }

    /// The units that it can be weighed in, its own first; empty for what is counted.
    List<String> units() {
        var own = Weight.of(product.unit());
        return own.isEmpty()
                ? List.of()
                : Stream.concat(
                                Stream.of(product.unit()),
                                WEIGHTS.stream()
                                        .filter(other -> !Weight.of(other).equals(own)))
                        .toList();
    }

    StringProperty note() {
        return note;
    }

    void serve(Dish.Course course, Dish.Serving serving) {
        served.put(course, serving);
        work();
    }

    void modify(Dish.Modifier modifier, boolean wanted) {
        if (wanted) {
            modified.add(modifier);
        } else {
            modified.remove(modifier);
        }
        work();
    }

    /// The order as it stands; empty where price or quantity cannot be read.
    ReadOnlyObjectProperty<Optional<Order>> order() {
        return order.getReadOnlyProperty();
    }

    private void work() {
        var modifiers = dish.modifiers().stream().filter(modified::contains).toList();
        var servings = dish.courses().stream().map(served::get).toList();
        var extra = Stream.concat(
                        modifiers.stream().map(Dish.Modifier::extra),
                        servings.stream().map(Dish.Serving::extra))
                .reduce(Money.ZERO, Money::plus);
        var wish = new Kitchen.Wish(
                modifiers.stream().map(Dish.Modifier::code).toList(),
                servings.stream().map(Dish.Serving::sku).toList(),
                dish.marketPrice() ? typedPrice() : Optional.empty(),
                Optional.of(unit.get()).filter(given -> !given.equals(product.unit())));
        var each = dish.marketPrice() ? typedPrice() : Optional.of(product.price());
        order.set(each.flatMap(one -> typedQty()
                .flatMap(typed -> inOwnUnit(typed)
                        .map(own -> new Order(
                                product.sku(),
                                typed,
                                new Bills.LineExtras(
                                        Optional.empty(), note.get().strip(), Optional.empty(), wish),
                                own.of(one.plus(extra)))))));
    }

    private Optional<Money> typedPrice() {
        return read(YUAN, price).map(Money::parse).filter(Money::isPositive);
    }

    private Optional<Quantity> typedQty() {
        return read(QUANTITY, qty).filter(typed -> !typed.matches("0*[.]?0*")).map(Quantity::parse);
    }

    private static Optional<String> read(Pattern shape, StringProperty typed) {
        return Optional.of(typed.get().strip())
                .filter(text -> shape.matcher(text).matches())
                .map(text -> text.endsWith(".") ? text + "0" : text);
    }

    private Optional<Quantity> inOwnUnit(Quantity typed) {
        return unit.get().equals(product.unit())
                ? Optional.of(typed)
                : Weight.of(unit.get())
                        .flatMap(given -> Weight.of(product.unit()).flatMap(own -> given.in(own, typed)));
    }
}

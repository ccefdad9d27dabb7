package io.huitai.shop;

import io.huitai.money.Money;
import io.huitai.money.Quantity;
import java.util.List;

/// How a dish is ordered, where there is more to say than how many.
///
/// @param marketPrice 时价: its price is the day's, and given with every order
/// @param modifiers what a guest may ask for with it, as 加蛋
/// @param courses the parts of a set meal
public record Dish(boolean marketPrice, List<Modifier> modifiers, List<Course> courses) {
    /// @param extra what it adds to the price of one, not negative
    public record Modifier(String code, Label name, Money extra) {
        public Modifier {
            refuseNegative(extra);
        }
    }

    /// One part of a set meal; one of several where guests may choose, the first of them unless they do.
    public record Course(String code, Label name, List<Serving> servings) {
        public Course {
            servings = List.copyOf(servings);
            if (servings.isEmpty()) {
                throw new IllegalArgumentException("A course serves something: " + code);
            }
        }

        public boolean isChoice() {
            return servings.size() > 1;
        }
    }

    /// @param extra what choosing it adds to the price of one set, not negative
    public record Serving(Sku sku, Quantity qty, Money extra) {
        public Serving {
            refuseNegative(extra);
        }
    }

    public Dish {
        modifiers = List.copyOf(modifiers);
        courses = List.copyOf(courses);
    }

    /// Whether the guest is asked about it before it is ordered.
    public boolean isAskedAbout() {
        return marketPrice || !modifiers.isEmpty() || courses.stream().anyMatch(Course::isChoice);
    }

    private static void refuseNegative(Money extra) {
        if (extra.isNegative()) {
            throw new IllegalArgumentException("An extra is not negative: " + extra);
        }
    }
}

package io.huitai.journal.fact;

import io.huitai.money.Money;
import io.huitai.shop.ByHand;
import java.util.ArrayList;
import java.util.List;

/// What staff and outlet have changed of a bill beside its lines.
///
/// @param byHand discounts, in the order that they apply
/// @param rounding what is dropped of the sum; below zero where it is rounded up
/// @param removed the ids of the outlet's charges that were taken off
public record Adjusted(List<ByHand> byHand, Money rounding, List<String> removed) {
    public static final Adjusted NOTHING = new Adjusted(List.of(), Money.ZERO, List.of());

    public Adjusted {
        byHand = List.copyOf(byHand);
        removed = List.copyOf(removed);
    }

    /// With a discount in place of an earlier one of the same line, or of the whole bill.
    public Adjusted with(ByHand discount) {
        var all = new ArrayList<>(byHand);
        all.removeIf(earlier -> earlier.line().equals(discount.line()));
        if (!discount.takesNothing()) {
            all.add(discount);
        }
        return new Adjusted(all, rounding, removed);
    }

    /// With a discount that comes back to where it stood among the others.
    public Adjusted with(ByHand discount, int place) {
        var all = new ArrayList<>(byHand);
        all.add(Math.min(place, all.size()), discount);
        return new Adjusted(all, rounding, removed);
    }

    public Adjusted withRounding(Money other) {
        return new Adjusted(byHand, other, removed);
    }

    /// Without the discount of a line that is gone.
    public Adjusted withoutLine(int line) {
        var left = byHand.stream()
                .filter(discount -> discount.line().filter(own -> own == line).isEmpty())
                .toList();
        return new Adjusted(left, rounding, removed);
    }

    /// Without one of the outlet's charges.
    public Adjusted without(String charge) {
        var all = new ArrayList<>(removed);
        all.add(charge);
        return new Adjusted(byHand, rounding, all);
    }
}

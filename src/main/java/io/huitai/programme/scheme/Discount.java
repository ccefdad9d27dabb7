package io.huitai.programme.scheme;

import io.huitai.money.Rate;
import io.huitai.shop.Label;
import io.huitai.shop.id.RuleId;

/// A percentage off the lines that it touches. Of those that apply to a line the best for the guest wins; one that
/// stacks is multiplied on top.
///
/// @param rate what the guest pays, 0.85 for 85折; from 0 to 1
/// @param stacks whether it comes on top of the best offer
/// @param walkIns whether guests without a card have it too
public record Discount(RuleId id, Label name, Rate rate, Condition when, Goods goods, boolean stacks, boolean walkIns) {
    public Discount {
        if (rate.compareTo(Rate.ONE) > 0 || !rate.isCoarse()) {
            throw new IllegalArgumentException("A discount's rate is at most 1, with at most three decimals: " + rate);
        }
    }
}

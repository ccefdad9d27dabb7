package io.huitai.programme.words;

import io.huitai.money.Money;
import io.huitai.money.Rate;
import io.huitai.programme.pricing.Explanation;
import io.huitai.shop.Label;

/// Why an amount or points are on a quote, as data; {@link Explanation} puts it into words when somebody asks.
public sealed interface Reason {
    record MemberPrice() implements Reason {}

    record Discounted(Label name, Rate rate) implements Reason {}

    record ByHand(Label words) implements Reason {}

    record VoucherTaken(Label name, long count) implements Reason {}

    record PointsRedeemed(long points) implements Reason {}

    /// Points of a group of lines with this much earn base.
    record EarnedOn(Label name, Money base) implements Reason {}

    /// What a multiplier added.
    record Multiplied(Label name, Rate rate) implements Reason {}
}

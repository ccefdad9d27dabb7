package io.huitai.shop;

import io.huitai.money.Money;
import io.huitai.money.Rate;
import java.util.Optional;

/// What staff took off a bill by hand: a share or an amount.
///
/// @param line the line's number; empty is the whole bill
/// @param share of what it costs, 0.1 is ten percent off; empty where it is an amount
/// @param amount zero where it is a share
/// @param most the share of the cost that an amount may come to, whatever becomes of the bill: the limit of whoever
///     allowed it
/// @param reason as guests read it
public record ByHand(Optional<Integer> line, Optional<Rate> share, Money amount, Rate most, Label reason) {
    /// Whether it takes nothing: so an earlier one is taken back.
    public boolean takesNothing() {
        return amount.isZero() && share.filter(rate -> rate.parts() > 0).isEmpty();
    }

    public ByHand upTo(Rate limit) {
        return new ByHand(line, share, amount, limit, reason);
    }
}

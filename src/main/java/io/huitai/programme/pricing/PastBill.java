package io.huitai.programme.pricing;

import io.huitai.money.Money;
import io.huitai.money.Sums;
import io.huitai.programme.scheme.Programme;
import io.huitai.programme.words.Basket;
import io.huitai.programme.words.PricedMember;
import io.huitai.programme.words.Use;
import io.huitai.shop.Outlet;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Optional;

/// A bill that was priced once, with all that pricing it again needs.
///
/// @param member who bought, holding just what the bill used; empty for a walk-in
/// @param use what the bill used
/// @param at the moment that it was priced for, in the store's time zone
public record PastBill(
        Optional<PricedMember> member, Basket bill, Use use, Outlet outlet, ZonedDateTime at, Outcome outcome) {

    /// What it came to.
    ///
    /// @param taken what each rule took off, by the rule's id; below zero where it put something on
    public record Outcome(Sums sums, long earned, Map<String, Money> taken) {
        public Outcome {
            taken = Map.copyOf(taken);
        }
    }

    /// The bill priced by a version of a programme.
    ///
    /// @throws IllegalArgumentException when the programme lacks the member's tier or a voucher type
    public Quote under(Programme programme) {
        return Pricing.price(programme, member, bill, use, outlet, at);
    }
}

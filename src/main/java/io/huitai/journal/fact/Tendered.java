package io.huitai.journal.fact;

import io.huitai.money.Money;
import io.huitai.shop.Tender;
import io.huitai.shop.TenderType;

/// Money that goes over the counter with a fact.
///
/// @param amount never below zero
/// @param back whether it is given back and not taken
public record Tendered(TenderType type, Money amount, boolean back) {
    static Tendered in(Tender tender) {
        return new Tendered(tender.type(), tender.amount(), false);
    }

    static Tendered back(Tender tender) {
        return new Tendered(tender.type(), tender.amount(), true);
    }

    /// Below zero where it is given back.
    public Money signed() {
        return back ? amount.negated() : amount;
    }
}

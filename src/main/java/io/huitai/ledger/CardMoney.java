package io.huitai.ledger;

import io.huitai.money.Money;

/// The money on a member's card: what they paid in, and what the house gave to it.
public record CardMoney(Money principal, Money bonus) {
    /// All of it, whoever may spend it.
    public static CardMoney of(Balances balances) {
        return new CardMoney(Money.ofFen(balances.tally(Asset.PRINCIPAL)), Money.ofFen(balances.tally(Asset.BONUS)));
    }

    public Money total() {
        return principal.plus(bonus);
    }
}

package io.huitai.ledger;

import io.huitai.money.Money;
import java.math.BigInteger;

/// The money on a member's card: what they paid in, and what the house gave to it.
public record CardMoney(Money principal, Money bonus) {
    /// All of it, whoever may spend it.
    public static CardMoney of(Balances balances) {
        return new CardMoney(Money.ofFen(balances.tally(Asset.PRINCIPAL)), Money.ofFen(balances.tally(Asset.BONUS)));
    }

    public Money total() {
        return principal.plus(bonus);
    }

    /// How much of an amount is bonus where both pay in proportion: `floor(amount × bonus ÷ (principal + bonus))`.
    public Money bonusIn(Money amount) {
        return Money.ofFen(BigInteger.valueOf(bonus.fen())
                .multiply(BigInteger.valueOf(amount.fen()))
                .divide(BigInteger.valueOf(total().fen()))
                .longValueExact());
    }
}

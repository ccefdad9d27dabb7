package io.huitai.journal;

import io.huitai.ledger.Asset;
import io.huitai.money.Money;

/// The money on a member's card: what they paid in, and what the house gave to it.
public record CardMoney(Money principal, Money bonus) {
    /// All that a member has, whoever may spend it.
    public static CardMoney of(MemberRecord member) {
        return new CardMoney(sum(member, Asset.PRINCIPAL), sum(member, Asset.BONUS));
    }

    private static Money sum(MemberRecord member, Asset asset) {
        return Money.ofFen(member.balances().tally(asset));
    }

    public Money total() {
        return principal.plus(bonus);
    }
}

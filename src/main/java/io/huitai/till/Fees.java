package io.huitai.till;

import io.huitai.money.Money;
import io.huitai.shop.Tender;
import io.huitai.shop.TenderType;

/// What is paid at the till beside bills: for cards, and for time in a tier.
final class Fees {
    private final Book book;

    Fees(Book book) {
        this.book = book;
    }

    /// A fee as it is paid. Refused: `NO_SHIFT`, `NOT_IN_PROGRAMME` for what is no money in hand.
    Tender paid(Money amount, TenderType type) {
        book.shift();
        if (!type.isMoney()) {
            throw Refusal.of(ErrorCode.NOT_IN_PROGRAMME, type.code());
        }
        return new Tender(1, type, amount, Money.ZERO, "");
    }
}

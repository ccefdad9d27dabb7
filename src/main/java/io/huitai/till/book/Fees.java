package io.huitai.till.book;

import io.huitai.money.Money;
import io.huitai.shop.Tender;
import io.huitai.shop.TenderType;
import io.huitai.till.refusal.ErrorCode;
import io.huitai.till.refusal.Refusal;

/// What is paid at the till beside bills: for cards, and for time in a tier.
public final class Fees {
    private final Book book;

    public Fees(Book book) {
        this.book = book;
    }

    /// A fee as it is paid. Refused: `NO_SHIFT`, `NOT_IN_PROGRAMME` for what is no money in hand.
    public Tender paid(Money amount, TenderType type) {
        book.shift();
        if (!type.isMoney()) {
            throw Refusal.of(ErrorCode.NOT_IN_PROGRAMME, type.code());
        }
        return new Tender(1, type, amount, Money.ZERO, "");
    }
}

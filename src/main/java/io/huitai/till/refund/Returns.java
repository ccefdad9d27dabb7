package io.huitai.till.refund;

import io.huitai.journal.fact.Fact;
import io.huitai.money.Money;
import io.huitai.shop.ReceiptNo;
import io.huitai.shop.Role;
import io.huitai.shop.Tender;
import io.huitai.shop.TenderType;
import io.huitai.till.book.Approver;
import io.huitai.till.book.Book;
import io.huitai.till.book.Operators;
import io.huitai.till.refusal.ErrorCode;
import io.huitai.till.refusal.Refusal;

/// What comes back beside refunds: goods exchanged for the same again, and goods of guests without a receipt.
public final class Returns {
    private final Book book;
    private final Refunds refunds;
    private final Operators operators;

    Returns(Book book, Refunds refunds, Operators operators) {
        this.book = book;
        this.refunds = refunds;
        this.operators = operators;
    }

    /// Exchanges goods for the same again, as where a refund is refused because their points are spent. Refused: as a
    /// refund, but for `POINTS_ALREADY_SPENT`.
    ///
    /// @return the exchange slip's number
    public ReceiptNo exchange(Refunds.Wish wish, Approver approver) {
        book.shift();
        var lines = refunds.returned(wish);
        var exchanged = operators.approved(
                approver,
                Role.SUPERVISOR,
                approval ->
                        new Fact.GoodsExchanged(book.nextReceipt(), wish.receipt(), lines, wish.reason(), approval));
        book.forced(exchanged);
        return exchanged.receipt();
    }

    /// Takes goods back from a guest who has no receipt, with a manager's approval: no points, no vouchers, and the
    /// money by a means that needs no card. Refused: `BAD_AMOUNT`, `BAD_REQUEST`, approvals.
    ///
    /// @param goods in words
    /// @return the slip's number
    public ReceiptNo withoutReceipt(String goods, Money amount, TenderType type, String reason, Approver approver) {
        var shift = book.shift();
        Book.fits(amount);
        if (!amount.isPositive()) {
            throw Refusal.of(ErrorCode.BAD_AMOUNT, "");
        }
        if (goods.isBlank()) {
            throw Refusal.of(ErrorCode.BAD_REQUEST, "goods");
        }
        Book.mustBeMoney(type);
        var taken = operators.approved(
                approver,
                Role.MANAGER,
                approval -> new Fact.GoodsTakenBack(
                        book.nextReceipt(),
                        shift,
                        book.businessDay(),
                        goods,
                        new Tender(1, type, amount, Money.ZERO, ""),
                        reason,
                        approval));
        book.forced(taken);
        return taken.receipt();
    }
}

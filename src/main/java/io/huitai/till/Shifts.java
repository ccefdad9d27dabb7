package io.huitai.till;

import io.huitai.journal.Fact;
import io.huitai.money.Money;
import io.huitai.shop.Role;
import io.huitai.shop.TenderType;
import io.huitai.store.ShiftReport;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A shift from its float to its count, and the drawer between them.
public final class Shifts {
    private final Book book;
    private final Operators operators;

    Shifts(Book book, Operators operators) {
        this.book = book;
        this.operators = operators;
    }

    /// Opens the next shift. Refused: `SHIFT_OPEN`.
    ///
    /// @return its number
    public int open(Money opening) {
        book.atTheTill();
        var state = book.store().state();
        if (state.openShift() != 0) {
            throw Refusal.of(ErrorCode.SHIFT_OPEN);
        }
        Book.fits(opening);
        if (opening.isNegative()) {
            throw Refusal.of(ErrorCode.BAD_AMOUNT, "");
        }
        var shift = state.shifts() + 1;
        book.forced(new Fact.ShiftOpened(shift, book.businessDay(), opening));
        return shift;
    }

    /// Closes the open shift with a blind count. Types that nobody counted are not judged. Refused: `NO_SHIFT`,
    /// `BILL_OPEN`.
    public Closed close(Map<TenderType, Money> counted) {
        var shift = book.shift();
        if (book.openBill().filter(bill -> !bill.isBlank()).isPresent()) {
            throw Refusal.of(ErrorCode.BILL_OPEN);
        }
        var expected = x().expected();
        var count = new TreeMap<String, Money>();
        var over = new TreeMap<String, Money>();
        counted.forEach((type, amount) -> {
            count.put(type.code(), amount);
            over.put(type.code(), amount.minus(expected.getOrDefault(type.code(), Money.ZERO)));
        });
        book.forced(new Fact.ShiftClosed(shift, expected, count, over));
        return new Closed(expected, count, over);
    }

    /// By tender type; `over` is counted less expected.
    public record Closed(Map<String, Money> expected, Map<String, Money> counted, Map<String, Money> over) {}

    /// The open shift so far. Refused: `NO_SHIFT`.
    public ShiftReport x() {
        return report(book.store().state().openShift());
    }

    /// The shift closed last. Refused: `NO_SHIFT`.
    public ShiftReport z() {
        var state = book.store().state();
        return report(state.openShift() == 0 ? state.shifts() : state.openShift() - 1);
    }

    private ShiftReport report(int shift) {
        return book.store().shift(shift).orElseThrow(() -> Refusal.of(ErrorCode.NO_SHIFT));
    }

    /// Puts cash in. Refused: `NO_SHIFT`, `BAD_AMOUNT`.
    public ShiftReport.Drawer cashIn(Money amount, String reason) {
        book.shift();
        book.forced(new Fact.CashMoved(positive(amount), reason, Optional.empty()));
        return x().drawer();
    }

    /// Takes cash out, with approval. Refused: `NO_SHIFT`, `BAD_AMOUNT`, approvals.
    public ShiftReport.Drawer cashOut(Money amount, String reason, Approver approver) {
        book.shift();
        var taken = positive(amount).negated();
        book.forced(operators.approved(
                approver, Role.SUPERVISOR, approval -> new Fact.CashMoved(taken, reason, Optional.of(approval))));
        return x().drawer();
    }

    /// Opens the drawer without a sale, with approval. Refused: `NO_SHIFT`, approvals.
    public ShiftReport.Drawer noSale(String reason, Approver approver) {
        book.shift();
        book.forced(operators.approved(approver, Role.SUPERVISOR, approval -> new Fact.DrawerOpened(reason, approval)));
        return x().drawer();
    }

    private static Money positive(Money amount) {
        Book.fits(amount);
        if (!amount.isPositive()) {
            throw Refusal.of(ErrorCode.BAD_AMOUNT, "");
        }
        return amount;
    }
}

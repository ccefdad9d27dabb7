package io.huitai.till.shift;

import io.huitai.journal.fact.Fact;
import io.huitai.money.Money;
import io.huitai.shop.Approval;
import io.huitai.shop.Operator;
import io.huitai.shop.Role;
import io.huitai.shop.TenderType;
import io.huitai.store.ShiftReport;
import io.huitai.till.book.Approver;
import io.huitai.till.book.Book;
import io.huitai.till.book.Operators;
import io.huitai.till.refusal.ErrorCode;
import io.huitai.till.refusal.Refusal;
import io.huitai.till.settings.Alone;
import io.huitai.till.settings.HouseRules;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A shift from its float to its count, and the drawer between them.
public final class Shifts {
    private final Book book;
    private final Operators operators;
    private final Alone alone;
    private final List<Role> countsBlind;
    private Optional<Fact.CountDiffered> differed = Optional.empty();

    Shifts(Book book, Operators operators, HouseRules house) {
        this.book = book;
        this.operators = operators;
        this.alone = house.alone();
        this.countsBlind = house.countsBlind();
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

    /// Closes the open shift with a blind count that nobody needs to explain. Refused: as the one with a reason.
    public Closed close(Map<TenderType, Money> counted) {
        return close(counted, Optional.empty(), Approver.NOBODY);
    }

    /// Closes the open shift with a blind count. Types that nobody counted are not judged. Refused: `NO_SHIFT`,
    /// `BILL_OPEN`; where more is over or short than the house lets pass, `BAD_REQUEST` without a reason, and
    /// approvals. The count then stands in the journal, and what it differed by is what the next attempt needs.
    public Closed close(Map<TenderType, Money> counted, Optional<String> reason, Approver approver) {
        var count = counted(counted);
        var needed = alone.overShort().needed(asFirstCounted(count));
        try {
            var why = needed == Role.CASHIER ? reason : alone.overShort().because(reason);
            book.forced(operators.approvedBeyond(needed, approver, approval -> count.closing(why, approval)));
        } catch (Refusal refused) {
            stands(count, alone.overShort());
            throw refused;
        }
        return new Closed(count.expected(), count.counted(), count.over());
    }

    /// Takes a count before the shift is closed with it. Where the house lets any difference pass, the usual limit
    /// tells whether it wants a reason; it then stands in the journal. Refused: `NO_SHIFT`, `BILL_OPEN`.
    public Differs count(Map<TenderType, Money> counted) {
        var count = counted(counted);
        var rule = alone.overShort().equals(Alone.ANYTHING.overShort()) ? Alone.USUAL.overShort() : alone.overShort();
        var wantsReason = rule.needed(asFirstCounted(count)) != Role.CASHIER;
        stands(count, rule);
        return new Differs(count.differs(), wantsReason);
    }

    /// Whoever counts again has learnt from what the first count was refused for.
    private Money asFirstCounted(Count count) {
        return book.store()
                .state()
                .differed()
                .filter(first -> first.compareTo(count.differs()) > 0)
                .orElse(count.differs());
    }

    /// What a count comes to.
    ///
    /// @param by all that is over or short, whichever way
    public record Differs(Money by, boolean wantsReason) {}

    private Count counted(Map<TenderType, Money> counted) {
        var shift = book.shift();
        if (book.openBill().filter(bill -> !bill.isBlank()).isPresent()) {
            throw Refusal.of(ErrorCode.BILL_OPEN);
        }
        var expected = x().expected();
        var count = new TreeMap<String, Money>();
        var over = new TreeMap<String, Money>();
        counted.forEach((type, amount) -> {
            Book.fits(amount);
            count.put(type.code(), amount);
            over.put(type.code(), amount.minus(expected.getOrDefault(type.code(), Money.ZERO)));
        });
        return new Count(shift, expected, count, over);
    }

    private record Count(int shift, Map<String, Money> expected, Map<String, Money> counted, Map<String, Money> over) {
        Fact.ShiftClosed closing(Optional<String> reason, Optional<Approval> approval) {
            return new Fact.ShiftClosed(shift, expected, counted, over, reason, approval);
        }

        Money differs() {
            return closing(Optional.empty(), Optional.empty()).differs();
        }
    }

    /// One that differs by more than a cashier lets pass is journalled, once.
    private void stands(Count count, Alone.Act rule) {
        var stands = new Fact.CountDiffered(count.shift(), count.counted(), count.differs());
        if (rule.needed(count.differs()) != Role.CASHIER && !differed.equals(Optional.of(stands))) {
            book.forced(stands);
            differed = Optional.of(stands);
        }
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

    /// Whether who is signed in counts the drawer, and is not told before what should be in it.
    public boolean countsBlind() {
        return book.operator().map(Operator::role).filter(countsBlind::contains).isPresent();
    }

    /// Puts cash in that nobody needs to approve. Refused: as the one with an approver.
    public ShiftReport.Drawer cashIn(Money amount, String reason) {
        return cashIn(amount, reason, Approver.NOBODY);
    }

    /// Puts cash in. Refused: `NO_SHIFT`, `BAD_AMOUNT`, `BAD_REQUEST` where the house wants a reason, and approvals
    /// where more was put in during the shift than it lets; what was approved does not count.
    public ShiftReport.Drawer cashIn(Money amount, String reason, Approver approver) {
        book.shift();
        var more = positive(amount);
        var why = alone.cashIn().because(Optional.of(reason)).orElse("");
        book.forced(operators.approvedBeyond(
                alone.cashIn().needed(x().drawer().inAlone().plus(more)),
                approver,
                approval -> new Fact.CashMoved(more, why, approval)));
        return x().drawer();
    }

    /// Takes cash out, with approval. Refused: `NO_SHIFT`, `BAD_AMOUNT`, `BAD_REQUEST` where the house wants a reason,
    /// approvals.
    public ShiftReport.Drawer cashOut(Money amount, String reason, Approver approver) {
        book.shift();
        var taken = positive(amount).negated();
        var why = alone.cashOut().because(reason);
        book.forced(operators.approved(
                approver, Role.SUPERVISOR, approval -> new Fact.CashMoved(taken, why, Optional.of(approval))));
        return x().drawer();
    }

    /// Opens the drawer without a sale, with approval. Refused: `NO_SHIFT`, `BAD_REQUEST` where the house wants a
    /// reason, approvals.
    public ShiftReport.Drawer noSale(String reason, Approver approver) {
        book.shift();
        var why = alone.noSale().because(reason);
        book.forced(operators.approved(approver, Role.SUPERVISOR, approval -> new Fact.DrawerOpened(why, approval)));
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

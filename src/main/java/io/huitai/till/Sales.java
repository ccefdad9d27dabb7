package io.huitai.till;

import io.huitai.journal.Fact;
import io.huitai.journal.Sale;
import io.huitai.journal.SoldLine;
import io.huitai.journal.Terms;
import io.huitai.ledger.Holding;
import io.huitai.money.Money;
import io.huitai.shop.BillLine;
import io.huitai.shop.ReceiptNo;
import io.huitai.shop.Role;
import io.huitai.shop.Tender;
import io.huitai.shop.TenderType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Payment: tenders on the open bill, and the sale when nothing is left due.
public final class Sales {
    private final Book book;
    private final MemberBook members;
    private final Pricer pricer;
    private final Operators operators;

    Sales(Book book, MemberBook members, Pricer pricer, Operators operators) {
        this.book = book;
        this.members = members;
        this.pricer = pricer;
        this.operators = operators;
    }

    /// A payment as it is asked for.
    ///
    /// @param amount handed over; absent is what is due
    public record Payment(TenderType type, Optional<Money> amount, String reference) {}

    /// What a payment came to; with nothing left due there is a sale.
    public record Tendered(Money due, Money change, Optional<Completed> completed) {}

    /// A completed sale.
    ///
    /// @param entry the journal entry that it is
    /// @param points the member's balance after it, 0 for a walk-in
    /// @param tier the member's after it
    /// @param granted vouchers that it brought
    public record Completed(
            ReceiptNo receipt,
            long entry,
            Money paid,
            long earned,
            long points,
            Optional<String> tier,
            List<Holding> granted) {}

    /// Takes a payment. Refused: `BILL_EMPTY`, `BAD_AMOUNT`, `OVER_TENDERED`, `NO_SHIFT`, `NOT_IN_PROGRAMME`.
    public Tendered tender(Payment payment) {
        book.shift();
        var bill = book.openBill()
                .filter(open -> !open.lines().isEmpty())
                .orElseThrow(() -> Refusal.of(ErrorCode.BILL_EMPTY));
        var priced = pricer.price(bill);
        if (priced.goods().lines().isEmpty()) {
            throw Refusal.of(ErrorCode.BILL_EMPTY);
        }
        refuseUnknownType(payment.type());
        var due = priced.due(bill);
        var given = payment.amount().orElse(due);
        if (given.isNegative() || (given.isZero() && !due.isZero())) {
            throw Refusal.of(ErrorCode.BAD_AMOUNT, "");
        }
        var over = given.minus(due).max(Money.ZERO);
        if (payment.type() != TenderType.CASH && (over.isPositive() || due.isZero())) {
            throw Refusal.of(ErrorCode.OVER_TENDERED, due);
        }
        var tender = new Tender(bill.lastTender() + 1, payment.type(), given.minus(over), over, payment.reference());
        var left = due.minus(tender.amount());
        if (left.isPositive()) {
            var terms = bill.terms().isEmpty() ? Optional.of(priced.terms()) : Optional.<Terms>empty();
            book.forced(new Fact.TenderTaken(bill.id(), tender, terms, List.of()));
            return new Tendered(left, over, Optional.empty());
        }
        var completed = complete(bill, priced, tender);
        return new Tendered(Money.ZERO, over, Optional.of(completed));
    }

    private void refuseUnknownType(TenderType type) {
        switch (type) {
            case CASH, CARD, WECHAT, ALIPAY, UNIONPAY, CHEQUE -> {
                // taken by every outlet
            }
            case STORED -> throw Refusal.of(ErrorCode.STORED_NOT_ENOUGH);
            case ROOM, ACCOUNT -> throw Refusal.of(ErrorCode.NOT_IN_PROGRAMME, type.code());
        }
    }

    /// Voids one tender of the open bill, or all; card and mobile payments with approval. Refused: `BILL_EMPTY`,
    /// `BAD_REQUEST`, approvals.
    public void voidTender(OptionalInt index, Approver approver) {
        book.shift();
        var bill = book.openBill()
                .filter(open -> !open.tenders().isEmpty())
                .orElseThrow(() -> Refusal.of(ErrorCode.BILL_EMPTY));
        var voided = bill.tenders().stream()
                .filter(tender -> index.isEmpty() || tender.index() == index.getAsInt())
                .toList();
        if (voided.isEmpty()) {
            throw Refusal.of(ErrorCode.BAD_REQUEST, "index");
        }
        book.forced(operators.approvedWhere(
                voided.stream().anyMatch(tender -> tender.type().isElectronic()),
                approver,
                Role.SUPERVISOR,
                approval -> new Fact.TendersVoided(bill.id(), voided, approval, List.of())));
    }

    // Completion

    private Completed complete(Bill bill, Pricer.Priced priced, Tender last) {
        var facts = new ArrayList<Fact>();
        var tenders = new ArrayList<>(bill.tenders());
        if (!last.amount().isZero() || !last.change().isZero()) {
            facts.add(new Fact.TenderTaken(bill.id(), last, Optional.empty(), List.of()));
            tenders.add(last);
        }
        var entry = book.journal().next() + facts.size();
        var draft = new SaleDraft(book, members, bill, priced, List.copyOf(tenders), entry);
        facts.addAll(draft.facts());
        book.record(true, facts);
        var sale = draft.sale();
        return new Completed(
                sale.receipt(),
                entry,
                sale.payable(),
                sale.earned(),
                sale.after().map(Sale.MemberAfter::points).orElse(0L),
                sale.after().map(Sale.MemberAfter::tier),
                sale.granted());
    }

    /// The bill of a sale as pricing takes it.
    static io.huitai.programme.Bill sold(Sale sale) {
        List<BillLine> lines = sale.priced().stream().map(SoldLine::item).toList();
        return Pricer.priced(sale.service(), lines, sale.byHand());
    }
}

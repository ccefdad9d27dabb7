package io.huitai.till.sale;

import io.huitai.journal.fact.Fact;
import io.huitai.journal.fact.MemberRecord;
import io.huitai.journal.fact.Sale;
import io.huitai.journal.fact.SoldLine;
import io.huitai.journal.fact.Terms;
import io.huitai.ledger.Holding;
import io.huitai.ledger.Posting;
import io.huitai.money.Money;
import io.huitai.programme.words.Basket;
import io.huitai.shop.BillLine;
import io.huitai.shop.Outlet;
import io.huitai.shop.ReceiptNo;
import io.huitai.shop.Role;
import io.huitai.shop.Tender;
import io.huitai.shop.TenderType;
import io.huitai.shop.Writing;
import io.huitai.shop.id.TierId;
import io.huitai.till.bill.Pricer;
import io.huitai.till.book.Approver;
import io.huitai.till.book.Bill;
import io.huitai.till.book.Book;
import io.huitai.till.book.ChargedTo;
import io.huitai.till.book.GuestProof;
import io.huitai.till.book.Operators;
import io.huitai.till.member.MemberBook;
import io.huitai.till.member.Proofs;
import io.huitai.till.refusal.ErrorCode;
import io.huitai.till.refusal.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Payment: tenders on the open bill, and the sale when nothing is left due.
public final class Sales {
    private final Book book;
    private final MemberBook members;
    private final Pricer pricer;
    private final CardPayments cards;
    private final Companies companies;
    private final Operators operators;
    private final Proofs proofs;
    private final Outlet outlet;

    Sales(
            Book book,
            MemberBook members,
            Pricer pricer,
            Companies companies,
            Operators operators,
            Proofs proofs,
            Outlet outlet) {
        this.book = book;
        this.members = members;
        this.pricer = pricer;
        this.cards = new CardPayments(book, members);
        this.companies = companies;
        this.operators = operators;
        this.proofs = proofs;
        this.outlet = outlet;
    }

    /// A payment as it is asked for.
    ///
    /// @param amount handed over; absent is what is due
    /// @param room and `guest` that a room tender charges
    /// @param company that an account tender charges
    public record Payment(
            TenderType type,
            Optional<Money> amount,
            String reference,
            Optional<String> room,
            Optional<String> guest,
            Optional<String> company) {
        /// A payment that charges nobody.
        public Payment(TenderType type, Optional<Money> amount, String reference) {
            this(type, amount, reference, Optional.empty(), Optional.empty(), Optional.empty());
        }

        /// Refused: `BAD_REQUEST` naming what is missing.
        Optional<ChargedTo> charged() {
            return switch (type) {
                case ROOM -> Optional.of(new ChargedTo.Room(named("room", room), named("guest", guest)));
                case ACCOUNT -> Optional.of(new ChargedTo.Company(named("company", company)));
                case CASH, CARD, WECHAT, ALIPAY, UNIONPAY, CHEQUE, STORED -> Optional.empty();
            };
        }

        private static String named(String field, Optional<String> name) {
            return name.filter(text -> text.strip().lines().count() == 1)
                    .map(Writing::tidy)
                    .filter(text -> !text.isEmpty())
                    .orElseThrow(() -> Refusal.of(ErrorCode.BAD_REQUEST, field));
        }
    }

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
            Optional<TierId> tier,
            List<Holding> granted) {}

    /// Takes a payment that nobody needs to approve. Refused: as the one with an approver.
    public Tendered tender(Payment payment) {
        return tender(payment, GuestProof.NONE);
    }

    /// Takes a payment of somebody who has nothing to prove. Refused: as the one with a proof.
    public Tendered tender(Payment payment, Approver approver) {
        return tender(payment, GuestProof.by(approver));
    }

    /// Takes a payment. Refused: `BILL_EMPTY`, `BAD_AMOUNT`, `OVER_TENDERED`, `NO_SHIFT`; from a card
    /// `NO_MEMBER`, `STORED_NOT_ENOUGH`, `NO_RIGHT`, `STORED_LIMIT`; on a room `BAD_REQUEST`; on account
    /// that, `NOT_IN_PROGRAMME` and, above the company's limit, approvals; where something of a member's is
    /// used, proofs.
    public Tendered tender(Payment payment, GuestProof proof) {
        book.shift();
        var charged = payment.charged().map(this::known);
        var bill = book.openBill()
                .filter(open -> !open.lines().isEmpty())
                .orElseThrow(() -> Refusal.of(ErrorCode.BILL_EMPTY));
        var priced = pricer.price(bill);
        if (priced.goods().lines().isEmpty()) {
            throw Refusal.of(ErrorCode.BILL_EMPTY);
        }
        if (!bill.committed().isEmpty() || !priced.used().isEmpty()) {
            members.mustBeAwake();
        }
        var due = priced.due(bill);
        var given = payment.amount().orElse(due);
        if (given.isNegative() || (given.isZero() && !due.isZero())) {
            throw Refusal.of(ErrorCode.BAD_AMOUNT, "");
        }
        Book.fits(given);
        var over = given.minus(due).max(Money.ZERO);
        if (payment.type() != TenderType.CASH && (over.isPositive() || due.isZero())) {
            throw Refusal.of(ErrorCode.OVER_TENDERED, due);
        }
        var reference = charged.map(whom -> whom.reference(payment.reference())).orElse(payment.reference());
        var tender = new Tender(bill.paid().last() + 1, payment.type(), given.minus(over), over, reference);
        var left = due.minus(tender.amount());
        var terms = bill.terms().isEmpty() && left.isPositive() ? Optional.of(priced.terms()) : Optional.<Terms>empty();
        var moved = moved(bill, priced, tender);
        var proven = tender.type() == TenderType.STORED || !priced.used().isEmpty()
                ? proofs.proving(bill, proof)
                : Optional.<Fact.MemberProven>empty();
        proven.ifPresent(book::forced);
        var taken = operators.approvedWhere(
                ChargedTo.company(tender)
                        .filter(company -> companies.isAboveLimit(company, tender.amount()))
                        .isPresent(),
                proven.isPresent() ? proof.approver().forTheNext() : proof.approver(),
                Role.MANAGER,
                approval -> new Fact.TenderTaken(bill.id(), tender, terms, moved, approval));
        if (left.isPositive()) {
            book.forced(taken);
            return new Tendered(left, over, Optional.empty());
        }
        return new Tendered(Money.ZERO, over, Optional.of(complete(bill, priced, taken)));
    }

    /// A company is charged by the name that it has here.
    private ChargedTo known(ChargedTo whom) {
        return switch (whom) {
            case ChargedTo.Company(var name) -> new ChargedTo.Company(companies.named(name));
            case ChargedTo.Room room -> room;
        };
    }

    /// What a tender takes from a card or charges to a company.
    private List<Posting> moved(Bill bill, Pricer.Priced priced, Tender tender) {
        return switch (tender.type()) {
            case CASH, CARD, WECHAT, ALIPAY, UNIONPAY, CHEQUE, ROOM -> List.of();
            case STORED -> cards.paying(bill, priced, tender.amount());
            case ACCOUNT -> companies.charging(ChargedTo.company(tender).orElseThrow(), tender.amount());
        };
    }

    /// Voids one tender of the open bill, or all; card and mobile payments with approval. Refused: `BILL_EMPTY`,
    /// `BAD_REQUEST`, approvals.
    public void voidTender(OptionalInt index, Approver approver) {
        book.shift();
        var bill = book.openBill().orElseThrow(() -> Refusal.of(ErrorCode.BILL_EMPTY));
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
                approval -> new Fact.TendersVoided(
                        bill.id(), voided, approval, bill.paid().movedBack(voided))));
    }

    // Completion

    private Completed complete(Bill bill, Pricer.Priced priced, Fact.TenderTaken last) {
        var step = book.step();
        var paid = bill;
        if (!last.tender().amount().isZero() || !last.tender().change().isZero()) {
            step.put(last);
            paid = bill.after(last, book.now().toOffsetDateTime());
        }
        var before = priced.member().map(MemberRecord::no).map(members::record); // as they are now
        var entry = step.number();
        var draft = new SaleDraft(
                book, members, outlet, paid, priced, before.map(member -> member.after(last.postings())), step);
        step.forced();
        var sale = draft.sale();
        return new Completed(
                sale.receipt(),
                entry,
                sale.sums().payable(),
                sale.brought().earned(),
                sale.after().map(Sale.MemberAfter::points).orElse(0L),
                sale.after().map(Sale.MemberAfter::tier),
                sale.brought().vouchers());
    }

    /// The bill of a sale as pricing takes it.
    public static Basket sold(Sale sale) {
        List<BillLine> lines = sale.priced().stream().map(SoldLine::item).toList();
        return Pricer.priced(sale.service(), lines, sale.byHand());
    }
}

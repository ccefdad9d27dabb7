package io.huitai.till.refund;

import io.huitai.journal.fact.Fact;
import io.huitai.journal.fact.Refund;
import io.huitai.journal.fact.Sale;
import io.huitai.ledger.Holding;
import io.huitai.money.Money;
import io.huitai.money.Quantity;
import io.huitai.shop.Approval;
import io.huitai.shop.Outlet;
import io.huitai.shop.ReceiptNo;
import io.huitai.shop.Role;
import io.huitai.shop.StepDigest;
import io.huitai.shop.TenderType;
import io.huitai.store.StoredSale;
import io.huitai.till.book.Approver;
import io.huitai.till.book.Book;
import io.huitai.till.book.Operators;
import io.huitai.till.book.Scheme;
import io.huitai.till.member.MemberBook;
import io.huitai.till.refusal.ErrorCode;
import io.huitai.till.refusal.Refusal;
import io.huitai.till.sale.Companies;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Refunds: the exact inverse of what was sold, however many parts it comes in. Each part is the difference of two
/// cumulative values, so rounding never leaks.
public final class Refunds {
    private final Book book;
    private final Scheme scheme;
    private final MemberBook members;
    private final Companies companies;
    private final Operators operators;
    private final Outlet outlet;
    private final Fapiaos fapiaos;
    private final GiftReturns gifts;

    Refunds(
            Book book,
            Scheme scheme,
            MemberBook members,
            Companies companies,
            Operators operators,
            Outlet outlet,
            Fapiaos fapiaos) {
        this.book = book;
        this.scheme = scheme;
        this.members = members;
        this.companies = companies;
        this.operators = operators;
        this.outlet = outlet;
        this.fapiaos = fapiaos;
        this.gifts = new GiftReturns(book, scheme, operators);
    }

    /// What is to be returned.
    ///
    /// @param lines by line number; empty is all that is left
    public record Wish(ReceiptNo receipt, Map<Integer, Quantity> lines, String reason, boolean goodsBack) {}

    /// A sale for the refund sheet: what was bought and what of it can still come back.
    ///
    /// @param tenders what was paid, by type
    public record Refundable(
            ReceiptNo receipt,
            OffsetDateTime at,
            Optional<String> member,
            Money paid,
            Map<TenderType, Money> tenders,
            long earned,
            List<Line> lines) {
        /// @param left how much can still be returned, in thousandths
        public record Line(int number, String name, Quantity sold, long left, Money net) {}
    }

    /// What a refund comes to.
    ///
    /// @param refunded money back, by tender type
    /// @param amount the guest's share before a shortfall was taken off
    /// @param takenBack points that the sale would not have earned without the returned goods
    /// @param givenBack points that had been redeemed on them
    /// @param shortfall of `takenBack`, what the member no longer has
    /// @param shortfallValue what that took off the money
    /// @param vouchers that come back
    public record Refunded(
            ReceiptNo receipt,
            Map<TenderType, Money> refunded,
            Money amount,
            long takenBack,
            long givenBack,
            long shortfall,
            Money shortfallValue,
            List<Holding> vouchers) {
        private static Refunded of(Refund refund) {
            var byType = new LinkedHashMap<TenderType, Money>();
            refund.tenders().forEach(share -> byType.merge(share.type(), share.paid(), Money::plus));
            return new Refunded(
                    refund.receipt(),
                    Collections.unmodifiableMap(byType),
                    refund.amount(),
                    refund.points().takenBack(),
                    refund.points().givenBack(),
                    refund.points().shortfall(),
                    refund.points().shortfallValue(),
                    refund.vouchers());
        }
    }

    /// A sale, or gifts, for the refund sheet. Refused: `UNKNOWN_RECEIPT`.
    public Refundable look(ReceiptNo receipt) {
        var gift = gifts.given(receipt);
        if (gift.isPresent()) {
            return gifts.look(gift.get());
        }
        var stored = stored(receipt);
        var sale = stored.sale();
        var returned = ReturnedGoods.before(stored);
        var tenders = new LinkedHashMap<TenderType, Money>();
        sale.paid().tenders().forEach(tender -> tenders.merge(tender.type(), tender.amount(), Money::plus));
        return new Refundable(
                receipt,
                stored.at(),
                sale.buyer().map(Sale.Buyer::name),
                sale.sums().payable(),
                tenders,
                sale.brought().earned(),
                sale.lines().stream()
                        .map(line -> new Refundable.Line(
                                line.item().number(),
                                line.item().name(),
                                line.item().qty(),
                                returned.left(line),
                                line.net()))
                        .toList());
    }

    /// What a refund would come to, and what an approval of exactly that is bound to.
    public record Preview(Refunded refund, StepDigest step) {}

    /// What a refund would come to; nothing is recorded. Refused: as {@link #refund}.
    public Preview preview(Wish wish) {
        book.shift();
        members.mustBeAwake();
        var gift = gifts.given(wish.receipt());
        if (gift.isPresent()) {
            return gifts.preview(gift.get(), wish);
        }
        var part = part(wish);
        var refund = part.refund();
        return new Preview(Refunded.of(refund), Operators.digest(refunding(part, refund)));
    }

    /// Refunds with a supervisor's approval; a gift's receipt gives its points back. Refused: `UNKNOWN_RECEIPT`,
    /// `ALREADY_REFUNDED`, `REFUND_TOO_MUCH`, `BAD_FILE` where the version that priced the sale is no longer on the
    /// disk, `RETURN_NOT_ALLOWED`, `POINTS_ALREADY_SPENT`, `BAD_REQUEST`, approvals; `NO_RIGHT` while
    /// rights sleep.
    public Refunded refund(Wish wish, Approver approver) {
        book.shift();
        members.mustBeAwake();
        var gift = gifts.given(wish.receipt());
        if (gift.isPresent()) {
            return gifts.bringBack(gift.get(), wish, approver);
        }
        var part = part(wish);
        var refund = part.refund();
        var facts = new ArrayList<Fact>();
        facts.add(operators.approved(approver, Role.SUPERVISOR, refunding(part, refund)));
        var red = fapiaos.red(part.sold(), part.after(), refund);
        red.ifPresent(fapiao -> facts.add(new Fact.FapiaoRequested(fapiao)));
        book.record(true, facts);
        red.ifPresent(fapiaos::issue);
        return Refunded.of(refund);
    }

    private static Function<Approval, Fact.SaleRefunded> refunding(RefundDraft part, Refund refund) {
        return approval -> new Fact.SaleRefunded(refund, approval, part.postings(refund));
    }

    /// The goods of a wish, as far as they may come back at all. Refused: as {@link #refund}.
    List<Refund.Returned> returned(Wish wish) {
        return part(wish).returned();
    }

    private RefundDraft part(Wish wish) {
        return new RefundDraft(book, scheme, members, companies, outlet, stored(wish.receipt()), wish);
    }

    private StoredSale stored(ReceiptNo receipt) {
        if (book.store().refund(receipt).isPresent()
                || book.store().slip(receipt).isPresent()) {
            throw Refusal.of(ErrorCode.RETURN_NOT_ALLOWED, receipt);
        }
        return book.store().sale(receipt).orElseThrow(() -> Refusal.of(ErrorCode.UNKNOWN_RECEIPT, receipt));
    }
}

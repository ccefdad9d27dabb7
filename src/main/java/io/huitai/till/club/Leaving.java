package io.huitai.till.club;

import io.huitai.journal.fact.Fact;
import io.huitai.journal.fact.MemberRecord;
import io.huitai.ledger.Account;
import io.huitai.ledger.Asset;
import io.huitai.ledger.Balances;
import io.huitai.ledger.CardMoney;
import io.huitai.ledger.Holding;
import io.huitai.ledger.Posting;
import io.huitai.money.Money;
import io.huitai.programme.scheme.StoredValue;
import io.huitai.programme.scheme.StoredValue.Closing;
import io.huitai.shop.MemberNo;
import io.huitai.shop.Role;
import io.huitai.shop.Tender;
import io.huitai.shop.TenderType;
import io.huitai.till.book.Approver;
import io.huitai.till.book.Bill;
import io.huitai.till.book.Book;
import io.huitai.till.book.Operators;
import io.huitai.till.book.Scheme;
import io.huitai.till.member.MemberBook;
import io.huitai.till.refusal.ErrorCode;
import io.huitai.till.refusal.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// How a membership ends, and what becomes of what was on it. Who leaves forfeits points and vouchers, and is paid
/// money out only where the programme says so; of who is cancelled everything stays on the record.
public final class Leaving {
    private final Book book;
    private final Scheme scheme;
    private final MemberBook members;
    private final Operators operators;

    Leaving(Book book, Scheme scheme, MemberBook members, Operators operators) {
        this.book = book;
        this.scheme = scheme;
        this.members = members;
        this.operators = operators;
    }

    /// What a member left with.
    ///
    /// @param forfeited points
    /// @param balance money that was paid out of the drawer, or else stays on the record
    public record Left(long forfeited, Money balance) {}

    /// Closes a membership, with approval. Refused: `UNKNOWN_MEMBER`, `BILL_TENDERED` where a bill of theirs is part
    /// paid, for a payout `NO_SHIFT` and `NO_RIGHT`, approvals.
    public Left close(MemberNo no, String reason, Approver approver) {
        book.atTheTill();
        var member = leaving(members.active(no));
        var account = Account.of(no);
        var postings = forfeiting(member);
        var paidOut = Optional.<Tender>empty();
        if (closing() == Closing.CASH
                && CardMoney.of(member.holdings()).principal().isPositive()) {
            book.shift();
            var principal = held(member, Asset.PRINCIPAL);
            paidOut = Optional.of(new Tender(1, TenderType.CASH, sum(principal), Money.ZERO, ""));
            principal.forEach(holding -> postings.add(holding.moved(account, Account.MONEY)));
            postings.addAll(lapsing(account, held(member, Asset.BONUS)));
        }
        var paid = paidOut;
        record(
                member,
                operators.approved(
                        approver,
                        Role.SUPERVISOR,
                        approval -> new Fact.MembershipEnded(
                                no, false, book.today(), reason, paid, Optional.of(approval), List.copyOf(postings))));
        return new Left(
                forfeited(postings),
                paid.map(Tender::amount).orElse(CardMoney.of(member.holdings()).total()));
    }

    /// Cancels a membership for the house, as after a violation, with approval: no card and no benefit is good from
    /// then on, and nothing is taken off the record. Refused: `BAD_REQUEST` without a reason, `UNKNOWN_MEMBER`,
    /// `BILL_TENDERED`, approvals.
    public Left cancel(MemberNo no, String reason, Approver approver) {
        book.atTheTill();
        var member = leaving(members.active(no));
        if (reason.isBlank()) {
            throw Refusal.of(ErrorCode.BAD_REQUEST, "reason");
        }
        record(
                member,
                operators.approved(
                        approver,
                        Role.SUPERVISOR,
                        approval -> new Fact.MembershipEnded(
                                no, true, book.today(), reason, Optional.empty(), Optional.of(approval), List.of())));
        return new Left(0, CardMoney.of(member.holdings()).total());
    }

    /// Takes a member's cards back, with approval. Where the programme keeps the money for a room's bill and there is
    /// some, the member stays one by name and phone; else the membership is closed. Refused: as {@link #close}.
    public Left returnCard(MemberNo no, String reason, Approver approver) {
        book.atTheTill();
        var member = members.active(no);
        var money = CardMoney.of(member.holdings()).total();
        if (closing() != Closing.ROOM_BILL || money.isZero()) {
            return close(no, reason, approver);
        }
        var postings = forfeiting(leaving(member));
        var cards = member.cards().stream()
                .filter(card -> !card.blocked())
                .map(MemberRecord.Card::number)
                .toList();
        book.forced(operators.approved(
                approver,
                Role.SUPERVISOR,
                approval -> new Fact.CardsReturned(
                        no, cards, reason, Optional.empty(), Optional.of(approval), List.copyOf(postings))));
        return new Left(forfeited(postings), money);
    }

    /// Forgets who a member was, with approval; a membership that is closed already too. Refused: `UNKNOWN_MEMBER`,
    /// `BILL_TENDERED`, approvals.
    public Left forget(MemberNo no, String reason, Approver approver) {
        book.atTheTill();
        var member = members.record(no);
        if (member.isForgotten()) {
            throw Refusal.of(ErrorCode.UNKNOWN_MEMBER);
        }
        var postings = forfeiting(leaving(member));
        record(
                member,
                operators.approved(
                        approver,
                        Role.SUPERVISOR,
                        approval ->
                                new Fact.MemberForgotten(no, book.today(), reason, approval, List.copyOf(postings))));
        return new Left(forfeited(postings), CardMoney.of(member.holdings()).total());
    }

    private Closing closing() {
        return scheme.now().membership().storedValue().map(StoredValue::closing).orElse(Closing.NONE);
    }

    /// A part-paid bill stands on what its member holds.
    private MemberRecord leaving(MemberRecord member) {
        if (bills(member).anyMatch(bill -> !bill.tenders().isEmpty())) {
            throw Refusal.of(ErrorCode.BILL_TENDERED);
        }
        return member;
    }

    private Stream<Bill> bills(MemberRecord member) {
        return Stream.concat(book.openBill().stream(), book.heldBills().stream())
                .filter(bill -> bill.member().filter(member.no()::equals).isPresent());
    }

    /// Their bills are nobody's from then on.
    private void record(MemberRecord member, Fact ended) {
        var facts = new ArrayList<Fact>(List.of(ended));
        bills(member).forEach(bill -> facts.add(new Fact.MemberDropped(bill.id())));
        book.record(true, facts);
    }

    // What is lost

    private List<Posting> forfeiting(MemberRecord member) {
        var lots = unexpired(member.holdings(), asset -> asset.equals(Asset.POINTS) || asset.isVoucher());
        return new ArrayList<>(lapsing(Account.of(member.no()), lots));
    }

    private List<Holding> unexpired(Balances balances, Predicate<Asset> which) {
        return balances.lots().stream()
                .filter(holding -> which.test(holding.asset()) && holding.amount() > 0)
                .filter(holding -> !holding.lot().expiredOn(book.lotDay()))
                .toList();
    }

    private static List<Posting> lapsing(Account account, List<Holding> lots) {
        return lots.stream().map(held -> held.moved(account, Account.EXPIRED)).toList();
    }

    private static long forfeited(List<Posting> postings) {
        return postings.stream()
                .filter(posting -> posting.asset().equals(Asset.POINTS))
                .mapToLong(Posting::amount)
                .sum();
    }

    /// Money on the card that this till may pay out, which must be all of it.
    private List<Holding> held(MemberRecord member, Asset asset) {
        var lots = unexpired(member.holdings(), asset::equals);
        if (!lots.stream().allMatch(holding -> members.isHeld(holding.lot()))) {
            throw members.noRight();
        }
        return lots;
    }

    private static Money sum(List<Holding> lots) {
        return Money.ofFen(lots.stream().mapToLong(Holding::amount).sum());
    }
}

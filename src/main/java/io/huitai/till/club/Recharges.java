package io.huitai.till.club;

import io.huitai.journal.fact.Fact;
import io.huitai.journal.fact.MemberRecord;
import io.huitai.ledger.Account;
import io.huitai.ledger.Asset;
import io.huitai.ledger.CardMoney;
import io.huitai.ledger.Holding;
import io.huitai.ledger.Posting;
import io.huitai.money.Money;
import io.huitai.money.Rate;
import io.huitai.programme.scheme.Membership;
import io.huitai.programme.scheme.Programme;
import io.huitai.programme.scheme.StoredValue;
import io.huitai.shop.MemberNo;
import io.huitai.shop.ReceiptNo;
import io.huitai.shop.Role;
import io.huitai.shop.Tender;
import io.huitai.shop.TenderType;
import io.huitai.shop.id.TierId;
import io.huitai.till.book.Approver;
import io.huitai.till.book.Book;
import io.huitai.till.book.Operators;
import io.huitai.till.book.Scheme;
import io.huitai.till.member.Deeds;
import io.huitai.till.member.MemberBook;
import io.huitai.till.refusal.ErrorCode;
import io.huitai.till.refusal.Refusal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Money put on members' cards.
public final class Recharges {
    private final Book book;
    private final Scheme scheme;
    private final MemberBook members;
    private final Operators operators;

    Recharges(Book book, Scheme scheme, MemberBook members, Operators operators) {
        this.book = book;
        this.scheme = scheme;
        this.members = members;
        this.operators = operators;
    }

    /// A recharge as it is asked for.
    ///
    /// @param bonus as a share of the amount; absent is the programme's
    public record Wish(MemberNo member, Money amount, TenderType tender, Optional<Rate> bonus) {}

    /// A recharge that has been made.
    ///
    /// @param after what is on the card then
    /// @param granted vouchers that it brought
    /// @param tier the member's after it
    public record Recharged(ReceiptNo receipt, CardMoney after, List<Holding> granted, TierId tier) {}

    /// Puts money on a member's card, with what the programme adds. Refused: `NO_SHIFT`, `BAD_REQUEST` for a tender
    /// that is no money, `NOT_IN_PROGRAMME`, `UNKNOWN_MEMBER`, `BAD_AMOUNT`, `RECHARGE_LIMIT`, approvals.
    public Recharged recharge(Wish wish, Approver approver) {
        var shift = book.shift();
        Book.mustBeMoney(wish.tender());
        var programme = scheme.now();
        var stored = programme
                .membership()
                .storedValue()
                .orElseThrow(() -> Refusal.of(ErrorCode.NOT_IN_PROGRAMME, "recharge"));
        var member = members.active(wish.member());
        Book.fits(wish.amount());
        if (!wish.amount().isPositive()) {
            throw Refusal.of(ErrorCode.BAD_AMOUNT, "");
        }
        if (wish.amount().compareTo(stored.minimum()) < 0) {
            throw Refusal.of(ErrorCode.RECHARGE_LIMIT, "≥ " + stored.minimum());
        }
        var bonus = bonus(stored, member, wish);
        var amount = wish.amount();
        var given = amount.at(bonus.rate());
        var postings = postings(member.no(), amount, given);
        var after = CardMoney.of(member.after(postings).holdings());
        var receipt = book.nextReceipt();
        var kind = kind(programme, member, amount);
        var tender = new Tender(1, wish.tender(), amount, Money.ZERO, "");
        var recharged = operators.approvedStep(
                bonus.approver().isPresent(),
                approver,
                bonus.approver().orElse(Role.MANAGER),
                (_, approval) -> new Fact.Recharged(
                        receipt,
                        shift,
                        book.businessDay(),
                        member.no(),
                        kind,
                        amount,
                        given,
                        tender,
                        after,
                        approval,
                        postings));
        var brought = new Deeds(members, programme, book.today(), member.after(recharged.fact()), recharged.step())
                .recharged(receipt, amount);
        recharged.step().forced();
        return new Recharged(
                receipt, after, brought.vouchers(), brought.member().tier());
    }

    /// What a recharge gets on top.
    ///
    /// @param approver whose approval it needs, if any
    private record Bonus(Rate rate, Optional<Role> approver) {}

    private static Bonus bonus(StoredValue stored, MemberRecord member, Wish wish) {
        var none = Rate.ZERO;
        var band = stored.bands().stream()
                .filter(each -> each.from().compareTo(wish.amount()) <= 0)
                .filter(each -> each.tiers().isEmpty() || each.tiers().contains(member.tier()))
                .reduce((_, last) -> last);
        var usual = band.map(StoredValue.Band::usual).orElse(none);
        var asked = wish.bonus().orElse(usual);
        var most = band.map(StoredValue.Band::most).orElse(none);
        if (asked.compareTo(most) > 0) {
            throw Refusal.of(ErrorCode.RECHARGE_LIMIT, "≤ " + most.percent());
        }
        return new Bonus(asked, asked.compareTo(usual) > 0 ? band.map(StoredValue.Band::approver) : Optional.empty());
    }

    /// The kind of card that a recharge makes of one that is of no kind yet; empty where it makes none.
    private static String kind(Programme programme, MemberRecord member, Money amount) {
        if (!member.kind().isEmpty()) {
            return "";
        }
        return programme.membership().kinds().stream()
                .filter(kind -> kind.recharge()
                        .filter(least -> least.compareTo(amount) <= 0)
                        .isPresent())
                .filter(kind -> kind.tiers().isEmpty() || kind.tiers().contains(member.tier()))
                .max(Comparator.comparing(kind -> kind.recharge().orElse(Money.ZERO)))
                .map(Membership.Kind::id)
                .orElse("");
    }

    private List<Posting> postings(MemberNo no, Money amount, Money bonus) {
        var account = Account.of(no);
        var postings = new ArrayList<>(preloaded(members, no, amount));
        if (bonus.isPositive()) {
            postings.add(new Posting(Account.ISSUED, account, Asset.BONUS, members.kept(), bonus.fen()));
        }
        postings.add(Posting.tally(account, Asset.RECHARGED, book.today(), amount.fen()));
        return List.copyOf(postings);
    }

    /// The money that a card is sold with.
    static List<Posting> preloaded(MemberBook members, MemberNo no, Money amount) {
        return List.of(new Posting(Account.MONEY, Account.of(no), Asset.PRINCIPAL, members.kept(), amount.fen()));
    }
}

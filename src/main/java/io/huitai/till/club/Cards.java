package io.huitai.till.club;

import io.huitai.device.decode.Codes;
import io.huitai.device.decode.Uids;
import io.huitai.journal.fact.Fact;
import io.huitai.journal.fact.MemberRecord;
import io.huitai.money.Money;
import io.huitai.shop.CardNumber;
import io.huitai.shop.MemberNo;
import io.huitai.shop.Role;
import io.huitai.shop.Tender;
import io.huitai.shop.TenderType;
import io.huitai.till.book.Approver;
import io.huitai.till.book.Book;
import io.huitai.till.book.Fees;
import io.huitai.till.book.Operators;
import io.huitai.till.book.Scheme;
import io.huitai.till.member.JoiningGrants;
import io.huitai.till.member.KnownCards;
import io.huitai.till.member.MemberBook;
import io.huitai.till.member.MemberView;
import io.huitai.till.member.ReadCard;
import io.huitai.till.refusal.ErrorCode;
import io.huitai.till.refusal.Refusal;
import io.huitai.till.settings.HouseRules;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Members' cards: bound, reported lost, replaced.
public final class Cards {
    private final Book book;
    private final Scheme scheme;
    private final MemberBook members;
    private final JoiningGrants grants;
    private final Fees fees;
    private final KnownCards known;
    private final Operators operators;
    private final HouseRules.Persons persons;

    Cards(
            Book book,
            Scheme scheme,
            MemberBook members,
            KnownCards known,
            Operators operators,
            HouseRules.Persons persons) {
        this.book = book;
        this.scheme = scheme;
        this.members = members;
        this.grants = new JoiningGrants(book, scheme, members);
        this.fees = new Fees(book);
        this.known = known;
        this.operators = operators;
        this.persons = persons;
    }

    /// Why a card is replaced.
    public enum Reason {
        LOST,
        DAMAGED;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Reason> of(String code) {
            return Arrays.stream(values())
                    .filter(reason -> reason.code().equals(code))
                    .findFirst();
        }
    }

    /// A card in place of others.
    ///
    /// @param showsDocument whether the programme wants the member's document seen with it
    public record Replaced(Money fee, CardNumber card, boolean showsDocument) {}

    /// The number of a card that is nobody's yet. Refused: `CARD_IN_USE`, also for a card that somebody approves with,
    /// cards' codes, `CARD_UNREADABLE` for a number that is made up for each tap or the same on many cards.
    CardNumber free(Members.CardShown shown) {
        var number = switch (shown) {
            case Members.CardShown.Uid(var hex) -> uid(Uids.hex(hex));
            case Members.CardShown.Track2(var track) ->
                ReadCard.swiped(Optional.empty(), Optional.of(track), Optional.empty());
            case Members.CardShown.Typed(var text) -> typed(text);
        };
        if (Uids.isOneByte(number.value())) {
            throw Refusal.worded(ErrorCode.CARD_UNREADABLE, "passing");
        }
        if (known.find(number.value()).isPresent()) {
            throw Refusal.of(ErrorCode.CARD_IN_USE);
        }
        if (known.forms(number).stream()
                .anyMatch(form -> operators.holding(form).isPresent())) {
            throw Refusal.worded(ErrorCode.CARD_IN_USE, "operator");
        }
        return number;
    }

    private static CardNumber uid(Optional<String> read) {
        return read.map(ReadCard::tapped).orElseThrow(() -> Refusal.of(ErrorCode.CARD_UNREADABLE));
    }

    private CardNumber typed(String text) {
        var plain = Codes.plain(text);
        if (Codes.isMemberCard(plain)) {
            return new CardNumber(plain);
        }
        if (Codes.isPan(plain)) {
            throw Refusal.of(ErrorCode.PAN_REFUSED);
        }
        return Codes.swipe(text).map(ReadCard::swiped).orElseGet(() -> uid(known.uid(plain)));
    }

    /// Gives a member a card, with approval where the house asks for it; what the programme brings with a first one
    /// comes once. Refused: `UNKNOWN_MEMBER`, `CARD_IN_USE`, cards' codes, approvals.
    public CardNumber bind(MemberNo no, Members.CardShown shown, Approver approver) {
        book.atTheTill();
        var member = members.active(no);
        var card = free(shown);
        operators
                .approvedStep(isApproved(), approver, Role.SUPERVISOR, (entry, approval) -> {
                    var made = grants.binding(member, entry);
                    return new Fact.CardBound(no, card, made.ids(), approval, made.postings());
                })
                .step()
                .forced();
        return card;
    }

    private boolean isApproved() {
        return persons.approveCards();
    }

    /// Blocks a member's card, or all of them, at once. Refused: `UNKNOWN_MEMBER`, `UNKNOWN_CARD` for a card that is
    /// not theirs, `NOT_IN_PROGRAMME` where a card is as good as cash.
    ///
    /// @return all cards of the member
    public List<MemberView.Card> reportLost(MemberNo no, Optional<CardNumber> card) {
        book.atTheTill();
        refuseUnreported();
        var member = members.active(no);
        if (card.isPresent()
                && member.cards().stream().noneMatch(own -> own.number().equals(card.get()))) {
            throw Refusal.of(ErrorCode.UNKNOWN_CARD);
        }
        var lost = working(member).stream()
                .filter(number -> card.isEmpty() || number.equals(card.get()))
                .toList();
        if (!lost.isEmpty()) {
            book.forced(new Fact.CardsBlocked(no, lost, Reason.LOST.code()));
        }
        return members.view(members.record(no)).cards();
    }

    /// Gives a member a new card for the programme's fee, with approval where the house asks for it; all others are
    /// blocked. Refused: approvals, `UNKNOWN_MEMBER`,
    /// `NOT_ALLOWED` for a nameless card where the programme says so, `NO_SHIFT` where there is a fee,
    /// `CARD_IN_USE`, cards' codes, `NOT_IN_PROGRAMME`.
    public Replaced replace(MemberNo no, Members.CardShown shown, Reason reason, TenderType tender, Approver approver) {
        book.atTheTill();
        var rules = scheme.now().membership().cards().replacement();
        var amount = switch (reason) {
            case LOST -> {
                refuseUnreported();
                yield rules.lostFee();
            }
            case DAMAGED -> rules.damagedFee();
        };
        var member = members.active(no);
        if (member.profile().name().isEmpty() && !rules.anonymousToo()) {
            throw Refusal.of(ErrorCode.NOT_ALLOWED, "");
        }
        var card = free(shown);
        var fee = amount.filter(Money::isPositive).map(due -> fees.paid(due, tender));
        book.forced(operators.approvedWhere(
                isApproved(),
                approver,
                Role.SUPERVISOR,
                approval -> new Fact.CardReplaced(no, card, working(member), reason.code(), fee, approval)));
        return new Replaced(fee.map(Tender::amount).orElse(Money.ZERO), card, rules.document());
    }

    private void refuseUnreported() {
        if (!scheme.now().membership().cards().replacement().lostReported()) {
            throw Refusal.of(ErrorCode.NOT_IN_PROGRAMME, "report-lost");
        }
    }

    private static List<CardNumber> working(MemberRecord member) {
        return member.cards().stream()
                .filter(card -> !card.blocked())
                .map(MemberRecord.Card::number)
                .toList();
    }
}

package io.huitai.till.member;

import io.huitai.device.decode.CardRead;
import io.huitai.device.decode.Codes;
import io.huitai.journal.fact.Fact;
import io.huitai.protocol.SignedCode;
import io.huitai.shop.MemberNo;
import io.huitai.shop.Role;
import io.huitai.shop.Writing;
import io.huitai.till.book.Attempts;
import io.huitai.till.book.Bill;
import io.huitai.till.book.Book;
import io.huitai.till.book.GuestProof;
import io.huitai.till.book.Operators;
import io.huitai.till.refusal.ErrorCode;
import io.huitai.till.refusal.Refusal;
import io.huitai.till.settings.CodeKeys;
import io.huitai.till.settings.HouseRules;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Whether a guest is the member whom they name, before anything of the member's is used: their card or code was shown,
/// or is shown now, or they tell the end of their document, or somebody approves it. A rule of the house.
public final class Proofs {
    /// How many characters of a document are asked.
    private static final int LAST = 4;

    private final Book book;
    private final MemberBook members;
    private final Operators operators;
    private final Attempts attempts;
    private final HouseRules.Persons persons;
    private final KnownCards cards;
    private final CodeKeys keys;
    private final ShownCodes codes;

    Proofs(
            Book book,
            MemberBook members,
            Operators operators,
            Attempts attempts,
            HouseRules.Persons persons,
            KnownCards cards,
            CodeKeys keys,
            ShownCodes codes) {
        this.book = book;
        this.members = members;
        this.operators = operators;
        this.attempts = attempts;
        this.persons = persons;
        this.cards = cards;
        this.keys = keys;
        this.codes = codes;
    }

    /// What is to be recorded in front of using something of a bill's member; nothing where they have shown who they
    /// are, or the house does not ask. Refused: `APPROVAL_REQUIRED` where there is no proof,
    /// `APPROVAL_DENIED` where it proves nothing, `OPERATOR_LOCKED`, cards' codes.
    public Optional<Fact.MemberProven> proving(Bill bill, GuestProof proof) {
        if (bill.member().isEmpty() || bill.proven() || !isAsked()) {
            return Optional.empty();
        }
        var no = bill.member().get();
        if (isShown(no, proof)) {
            return Optional.of(new Fact.MemberProven(bill.id(), no, Optional.empty()));
        }
        return Optional.of(operators.approved(
                proof.approver(),
                Role.SUPERVISOR,
                approval -> new Fact.MemberProven(bill.id(), no, Optional.of(approval)),
                Optional.of(no)));
    }

    /// Records it at once, for what is used beside the bill.
    public void prove(GuestProof proof) {
        book.openBill().flatMap(bill -> proving(bill, proof)).ifPresent(book::forced);
    }

    /// Whether a member's own are to be used without a word of anybody: the bill is theirs and they have shown it, or
    /// they show it now.
    public boolean isProven(MemberNo no, GuestProof proof) {
        return !isAsked()
                || book.openBill()
                        .filter(bill -> bill.isOf(no) && bill.proven())
                        .isPresent()
                || isShown(no, proof);
    }

    // Who may see who members are

    /// Refused: `NOT_SIGNED_IN` where the house shows members to its own people only.
    public void mayRead() {
        if (!isSeen()) {
            throw Refusal.of(ErrorCode.NOT_SIGNED_IN);
        }
    }

    public boolean isSeen() {
        return book.operator().isPresent() || !persons.signedIn();
    }

    public boolean isAsked() {
        return persons.askProof();
    }

    /// Refused: `APPROVAL_DENIED` where something was shown and it is not theirs.
    private boolean isShown(MemberNo no, GuestProof proof) {
        if (proof.shown().isEmpty()) {
            return false;
        }
        switch (proof.shown().get()) {
            case GuestProof.Shown.Card(var read) -> {
                var theirs = isCardOf(no, read);
                if (!theirs && proof.approver().asked().isEmpty()) { // else it may be the approver's
                    throw Refusal.worded(ErrorCode.APPROVAL_DENIED, "card");
                }
                return theirs;
            }
            case GuestProof.Shown.Document(var last) -> checkDocument(no, last);
        }
        return true;
    }

    private boolean isCardOf(MemberNo no, String read) {
        var plain = Codes.plain(read);
        if (SignedCode.isMeant(plain)) {
            var key = keys.trusted().orElseThrow(() -> Refusal.of(ErrorCode.LINK_DOWN));
            return switch (SignedCode.read(plain, List.of(key), book.now().toInstant(), book.today())) {
                case SignedCode.Reading.Forged() -> throw Refusal.of(ErrorCode.CODE_FORGED);
                case SignedCode.Reading.Expired() -> throw Refusal.of(ErrorCode.CODE_EXPIRED);
                case SignedCode.Reading.Genuine(var code, var at) -> isTheirs(no, code, at);
            };
        }
        var swiped = Codes.swipe(read).filter(CardRead.class::isInstance).map(CardRead.class::cast);
        var held = cards.find(swiped.map(CardRead::number).orElse(plain));
        if (held.filter(KnownCards.Held::blocked).isPresent()) {
            throw Refusal.of(ErrorCode.CARD_BLOCKED);
        }
        return held.filter(card -> card.member().equals(no)).isPresent();
    }

    /// A voucher's code is none of the member: it may stand on paper, in anybody's hand.
    private boolean isTheirs(MemberNo no, SignedCode code, Optional<Instant> at) {
        return switch (code) {
            case SignedCode.OfVoucher _ -> false;
            case SignedCode.OfMember(var member, var _, var _, var _, var _) -> {
                var theirs = member.equals(no);
                if (theirs) {
                    at.ifPresent(moment -> codes.refuseReplay(code, moment));
                    at.ifPresent(moment -> codes.used(code, moment));
                }
                yield theirs;
            }
        };
    }

    private void checkDocument(MemberNo no, String last) {
        if (attempts.isWaiting(no)) {
            throw Refusal.worded(ErrorCode.OPERATOR_LOCKED, "member");
        }
        var document = members.record(no).profile().documentNo();
        if (document.length() < LAST) {
            throw Refusal.worded(ErrorCode.APPROVAL_DENIED, "none");
        }
        var told = Writing.plain(last).toUpperCase(Locale.ROOT);
        if (told.length() < LAST || !document.endsWith(told)) {
            attempts.notProven(no);
            throw Refusal.worded(ErrorCode.APPROVAL_DENIED, "document");
        }
    }
}

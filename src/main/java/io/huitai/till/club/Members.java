package io.huitai.till.club;

import io.huitai.journal.fact.Fact;
import io.huitai.journal.fact.MemberRecord;
import io.huitai.ledger.Holding;
import io.huitai.ledger.Posting;
import io.huitai.programme.scheme.Tier;
import io.huitai.shop.CardNumber;
import io.huitai.shop.MemberNo;
import io.huitai.shop.ReceiptNo;
import io.huitai.shop.Role;
import io.huitai.shop.TenderType;
import io.huitai.shop.Writing;
import io.huitai.shop.person.PhoneNumber;
import io.huitai.till.book.Approver;
import io.huitai.till.book.Book;
import io.huitai.till.book.Operators;
import io.huitai.till.book.Scheme;
import io.huitai.till.member.DueGrants;
import io.huitai.till.member.MemberBook;
import io.huitai.till.member.MemberView;
import io.huitai.till.member.Proofs;
import io.huitai.till.refusal.ErrorCode;
import io.huitai.till.refusal.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// Members: found, enrolled, given tiers.
public final class Members {
    private final Book book;
    private final Scheme scheme;
    private final MemberBook members;
    private final DueGrants due;
    private final Operators operators;
    private final Enrolment enrolment;
    private final Proofs proofs;

    Members(
            Book book,
            Scheme scheme,
            MemberBook members,
            DueGrants due,
            Operators operators,
            Cards cards,
            Proofs proofs) {
        this.book = book;
        this.scheme = scheme;
        this.members = members;
        this.due = due;
        this.operators = operators;
        this.proofs = proofs;
        this.enrolment = new Enrolment(book, scheme, members, cards, operators);
    }

    /// A card as it was read at the counter.
    public sealed interface CardShown {
        record Track2(String track) implements CardShown {
            @Override
            public String toString() {
                return "Track2[]";
            }
        }

        /// A contactless card's UID, hex.
        record Uid(String hex) implements CardShown {}

        /// What a reader that is a keyboard or a scanner made of a card: the digits of its barcode, its track, or its
        /// UID in a form of the settings.
        record Typed(String text) implements CardShown {
            @Override
            public String toString() {
                return "Typed[]";
            }
        }
    }

    /// What is asked of a new member; absent where not given. Name and phone are empty on an anonymous card.
    ///
    /// @param kind of card, as the programme names it
    /// @param referrer the member who told them
    public record Application(
            String name,
            String phone,
            Optional<String> email,
            Optional<Document> document,
            Optional<LocalDate> birthday,
            Optional<String> gender,
            Optional<Boolean> consent,
            Optional<CardShown> card,
            Optional<String> kind,
            Optional<MemberNo> referrer,
            Ground ground) {
        /// As somebody wrote it.
        public record Document(String type, String no) {
            @Override
            public String toString() {
                return "Document[" + type + "]";
            }
        }

        @Override
        public String toString() {
            return "Application[]";
        }
    }

    /// Why the card may be issued.
    public sealed interface Ground {
        record None() implements Ground {}

        record Receipts(List<ReceiptNo> receipts) implements Ground {}

        record Fee(TenderType tender) implements Ground {}

        record Waived(String reason) implements Ground {}
    }

    /// A new member.
    public record Enrolled(MemberView member, Optional<CardNumber> card, List<Holding> granted) {}

    /// Refused: `UNKNOWN_MEMBER`, and as the others here `NOT_SIGNED_IN` where the house asks for it.
    public MemberView view(MemberNo no) {
        proofs.mayRead();
        return members.view(due.read(no));
    }

    /// Active members with a phone number, whichever way it is written.
    public List<MemberView> byPhone(String phone) {
        return PhoneNumber.isNone(phone) ? List.of() : active(book.store().membersByPhone(phone));
    }

    /// Active members with a name, whichever way it is written.
    public List<MemberView> byName(String name) {
        return Writing.tidy(name).isEmpty() ? List.of() : active(book.store().membersByName(name));
    }

    /// The one who was found. Refused: `UNKNOWN_MEMBER` where it was nobody, or more than one.
    public MemberView only(List<MemberView> found) {
        if (found.size() != 1) {
            throw Refusal.of(ErrorCode.UNKNOWN_MEMBER);
        }
        return found.getFirst();
    }

    private List<MemberView> active(List<MemberRecord> found) {
        proofs.mayRead();
        return found.stream().filter(MemberRecord::isActive).map(members::view).toList();
    }

    /// Enrols a member, and attaches them to an open bill. Refused: `BAD_REQUEST` naming a field that the programme
    /// asks for, `CONSENT_REQUIRED`, `UNDER_AGE`, `DUPLICATE_MEMBER`, `GROUND_REQUIRED`, `UNKNOWN_MEMBER` for
    /// who told them, cards' codes, approvals.
    public Enrolled enrol(Application application, Approver approver) {
        var approved = enrolment.enrol(application, approver);
        var enrolled = approved.fact();
        var no = enrolled.member();
        book.openBill()
                .filter(bill -> bill.tenders().isEmpty())
                .ifPresent(bill -> approved.step().put(new Fact.MemberAttached(bill.id(), no, true)));
        approved.step().forced();
        var granted = enrolled.postings().stream()
                .filter(posting -> posting.asset().isVoucher())
                .map(Posting::holding)
                .toList();
        return new Enrolled(view(no), enrolled.card(), granted);
    }

    // Tiers

    /// Sets a member's tier until the next review, with approval. Refused: `UNKNOWN_MEMBER`, `UNKNOWN_TIER`,
    /// approvals.
    public MemberView setTier(MemberNo no, String id, String reason, Approver approver) {
        book.atTheTill();
        members.active(no);
        var tier = scheme.now().tierNamed(id).map(Tier::id).orElseThrow(() -> Refusal.of(ErrorCode.UNKNOWN_TIER, id));
        book.forced(operators.approved(
                approver, Role.SUPERVISOR, approval -> new Fact.TierSet(no, tier, book.today(), reason, approval)));
        return view(no);
    }
}

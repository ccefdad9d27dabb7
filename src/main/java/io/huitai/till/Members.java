package io.huitai.till;

import io.huitai.device.CardRead;
import io.huitai.device.PaymentCard;
import io.huitai.device.Tracks;
import io.huitai.device.Unreadable;
import io.huitai.journal.Fact;
import io.huitai.journal.MemberRecord;
import io.huitai.ledger.Holding;
import io.huitai.ledger.Posting;
import io.huitai.programme.Grant;
import io.huitai.programme.Membership;
import io.huitai.shop.CardNumber;
import io.huitai.shop.MemberNo;
import io.huitai.shop.Operator;
import io.huitai.shop.ReceiptNo;
import io.huitai.shop.Role;
import io.huitai.shop.TenderType;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Members: found, enrolled, given cards and tiers.
public final class Members {
    private final Book book;
    private final Scheme scheme;
    private final MemberBook members;
    private final DueGrants due;
    private final Operators operators;
    private final Grounds grounds;

    Members(Book book, Scheme scheme, MemberBook members, DueGrants due, Operators operators) {
        this.book = book;
        this.scheme = scheme;
        this.members = members;
        this.due = due;
        this.operators = operators;
        this.grounds = new Grounds(book, scheme);
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
    }

    /// What is asked of a new member; absent where not given.
    public record Application(
            String name,
            String phone,
            Optional<String> email,
            Optional<Document> document,
            Optional<LocalDate> birthday,
            Optional<String> gender,
            Optional<Boolean> consent,
            Optional<CardShown> card,
            Ground ground) {
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

    public MemberView view(MemberNo no) {
        return members.view(due.read(no));
    }

    /// Active members with a phone number.
    public List<MemberView> byPhone(String phone) {
        return active(book.store().membersByPhone(digits(phone)));
    }

    /// A phone number as it is kept: without the spaces and dashes that people write.
    private static String digits(String phone) {
        return phone.replaceAll("[\\s-]", "");
    }

    /// Active members with a name.
    public List<MemberView> byName(String name) {
        return active(book.store().membersByName(name.strip()));
    }

    private List<MemberView> active(List<MemberRecord> found) {
        return found.stream()
                .filter(member -> member.status() == MemberRecord.Status.ACTIVE)
                .map(members::view)
                .toList();
    }

    /// Enrols a member, and attaches them to an open bill. Refused: `BAD_REQUEST` naming a field that the programme
    /// asks for, `CONSENT_REQUIRED`, `UNDER_AGE`, `DUPLICATE_MEMBER`, `GROUND_REQUIRED`, cards' codes, approvals.
    public Enrolled enrol(Application application, Approver approver) {
        book.atTheTill();
        askedFor(application);
        refuseDuplicate(application);
        var card = application.card().map(this::free);
        var ground = grounds.counting(application);
        var no = new MemberNo(
                "%s%05d".formatted(members.enrolledHere(), book.store().state().members() + 1));
        var enrolled = operators.approvedWhere(
                !ground.waived().isEmpty(),
                approver,
                Role.SUPERVISOR,
                approval -> new Fact.MemberEnrolled(
                        no,
                        profile(application),
                        scheme.now().firstTier().id().value(),
                        "",
                        card,
                        ground,
                        approval,
                        grants(no, card.isPresent())));
        var facts = new ArrayList<Fact>(List.of(enrolled));
        book.openBill()
                .filter(bill -> bill.tenders().isEmpty())
                .ifPresent(bill -> facts.add(new Fact.MemberAttached(bill.id(), no, true)));
        book.record(true, facts);
        var granted = enrolled.postings().stream()
                .filter(posting -> posting.asset().isVoucher())
                .map(posting -> new Holding(posting.asset(), posting.lot(), posting.amount()))
                .toList();
        return new Enrolled(view(no), card, granted);
    }

    private List<Posting> grants(MemberNo no, boolean withCard) {
        var programme = scheme.now();
        var entry = book.journal().next(); // a PIN that was asked for in between is an entry too
        var postings = new ArrayList<Posting>();
        for (var grant : programme.membership().grants()) {
            var due = switch (grant.occasion()) {
                case Grant.Occasion.Joining _ -> true;
                case Grant.Occasion.CardBinding _ -> withCard;
                case Grant.Occasion.TierReached _,
                        Grant.Occasion.FirstBill _,
                        Grant.Occasion.Birthday _,
                        Grant.Occasion.BirthdayMonth _,
                        Grant.Occasion.JoiningDay _,
                        Grant.Occasion.EveryNthVisit _,
                        Grant.Occasion.YearlySpend _,
                        Grant.Occasion.Dormancy _,
                        Grant.Occasion.RechargeAtLeast _ -> false;
            };
            if (due && grant.isFor(programme.firstTier().id())) {
                postings.addAll(Grants.postings(members, programme, grant, no, entry, postings.size(), book.today()));
            }
        }
        return List.copyOf(postings);
    }

    private void askedFor(Application application) {
        if (application.name().isBlank() || digits(application.phone()).isEmpty()) {
            throw Refusal.of(ErrorCode.BAD_REQUEST, application.name().isBlank() ? "name" : "phone");
        }
        for (var detail : scheme.now().membership().enrolment().asks()) {
            var missing = switch (detail) {
                case NAME -> application.name().isBlank() ? "name" : "";
                case PHONE -> application.phone().isBlank() ? "phone" : "";
                case EMAIL -> application.email().isEmpty() ? "email" : "";
                case DOCUMENT -> application.document().isEmpty() ? "document" : "";
                case BIRTHDAY -> application.birthday().isEmpty() ? "birthday" : "";
                case GENDER -> application.gender().isEmpty() ? "gender" : "";
                case CONSENT -> "";
            };
            if (!missing.isEmpty()) {
                throw Refusal.of(ErrorCode.BAD_REQUEST, missing);
            }
            if (detail == Membership.Detail.CONSENT && application.consent().isEmpty()) {
                throw Refusal.of(ErrorCode.CONSENT_REQUIRED);
            }
        }
        var age = scheme.now().membership().enrolment().minimumAge();
        if (age.isPresent()) {
            var birthday = application.birthday().orElseThrow(() -> Refusal.of(ErrorCode.BAD_REQUEST, "birthday"));
            if (Period.between(birthday, book.today()).getYears() < age.getAsInt()) {
                throw Refusal.of(ErrorCode.UNDER_AGE, age.getAsInt());
            }
        }
        application.document().ifPresent(document -> {
            if (document.type().equals("id") && !IdentityNumbers.isValid(document.no())) {
                throw Refusal.of(ErrorCode.BAD_REQUEST, "document.no");
            }
        });
    }

    /// One card per identity document; without one, the same name with the same phone is the same person.
    private void refuseDuplicate(Application application) {
        var same = application.document().isPresent()
                ? book.store()
                        .membersByDocument(
                                application.document().get().type(),
                                application.document().get().no())
                : book.store().membersByPhone(digits(application.phone())).stream()
                        .filter(member -> member.profile()
                                .name()
                                .equals(application.name().strip()))
                        .toList();
        same.stream()
                .filter(member -> member.status() == MemberRecord.Status.ACTIVE)
                .findFirst()
                .ifPresent(member -> {
                    throw Refusal.of(ErrorCode.DUPLICATE_MEMBER, member.no());
                });
    }

    private Fact.Profile profile(Application application) {
        return new Fact.Profile(
                application.name().strip(),
                digits(application.phone()),
                application.email().orElse(""),
                application.document().map(Application.Document::type).orElse(""),
                application.document().map(Application.Document::no).orElse(""),
                application.birthday(),
                application.gender().orElse(""),
                application.consent().orElse(false),
                book.today(),
                new Fact.Origin("", Optional.empty(), book.operator().map(Operator::id)));
    }

    // Cards and tiers

    private CardNumber free(CardShown shown) {
        var number = switch (shown) {
            case CardShown.Uid(var hex) -> uid(hex);
            case CardShown.Track2(var track) ->
                switch (Tracks.decode(Optional.empty(), Optional.of(track), Optional.empty())) {
                    case CardRead(var digits) -> new CardNumber(digits);
                    case PaymentCard _ -> throw Refusal.of(ErrorCode.PAN_REFUSED);
                    case Unreadable _ -> throw Refusal.of(ErrorCode.CARD_UNREADABLE);
                };
        };
        if (book.store().card(number).isPresent()) {
            throw Refusal.of(ErrorCode.CARD_IN_USE);
        }
        return number;
    }

    private static CardNumber uid(String hex) {
        if (!hex.matches("[0-9A-Fa-f]{8,20}") || hex.length() % 2 != 0) {
            throw Refusal.of(ErrorCode.CARD_UNREADABLE);
        }
        return new CardNumber(hex.toUpperCase(Locale.ROOT));
    }

    /// Gives a member a card. Refused: `UNKNOWN_MEMBER`, `CARD_IN_USE`, cards' codes.
    public CardNumber bindCard(MemberNo no, CardShown shown) {
        book.atTheTill();
        members.record(no);
        var card = free(shown);
        book.forced(new Fact.CardBound(no, card, List.of(), List.of()));
        return card;
    }

    /// Sets a member's tier until the next review, with approval. Refused: `UNKNOWN_MEMBER`, `UNKNOWN_TIER`,
    /// approvals.
    public MemberView setTier(MemberNo no, String tier, String reason, Approver approver) {
        book.atTheTill();
        members.record(no);
        if (scheme.now().tier(tier).isEmpty()) {
            throw Refusal.of(ErrorCode.UNKNOWN_TIER, tier);
        }
        book.forced(operators.approved(
                approver, Role.SUPERVISOR, approval -> new Fact.TierSet(no, tier, book.today(), reason, approval)));
        return view(no);
    }
}

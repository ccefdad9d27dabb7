package io.huitai.till.club;

import io.huitai.journal.fact.Fact;
import io.huitai.journal.fact.GivenGround;
import io.huitai.journal.fact.MemberRecord;
import io.huitai.journal.fact.Profile;
import io.huitai.ledger.Posting;
import io.huitai.programme.scheme.Club;
import io.huitai.programme.scheme.Membership;
import io.huitai.programme.words.Dates;
import io.huitai.shop.Approval;
import io.huitai.shop.CardNumber;
import io.huitai.shop.MemberNo;
import io.huitai.shop.Operator;
import io.huitai.shop.Role;
import io.huitai.shop.id.TierId;
import io.huitai.shop.person.IdentityDocument;
import io.huitai.till.book.Approver;
import io.huitai.till.book.Book;
import io.huitai.till.book.Operators;
import io.huitai.till.book.Scheme;
import io.huitai.till.member.JoiningGrants;
import io.huitai.till.member.MemberBook;
import io.huitai.till.refusal.ErrorCode;
import io.huitai.till.refusal.Refusal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How a guest becomes a member: what the programme asks for, why the card may be issued, and what joining brings.
final class Enrolment {
    private final Book book;
    private final Scheme scheme;
    private final MemberBook members;
    private final Cards cards;
    private final Operators operators;
    private final Grounds grounds;
    private final JoiningGrants grants;

    Enrolment(Book book, Scheme scheme, MemberBook members, Cards cards, Operators operators) {
        this.book = book;
        this.scheme = scheme;
        this.members = members;
        this.cards = cards;
        this.operators = operators;
        this.grounds = new Grounds(book, scheme);
        this.grants = new JoiningGrants(book, scheme, members);
    }

    /// An application that has been found good.
    ///
    /// @param referrer who told them, where the programme thanks for it
    private record Joining(
            MemberNo no,
            Applicant applicant,
            Optional<Membership.Kind> kind,
            Optional<CardNumber> card,
            GivenGround ground,
            Optional<MemberRecord> referrer) {}

    /// The enrolment as it will go into the journal. Refused: as {@link Members#enrol}.
    Operators.Approved<Fact.MemberEnrolled> enrol(Members.Application application, Approver approver) {
        book.atTheTill();
        var applicant = Applicant.of(application, scheme.now().membership(), book.today());
        refuseDuplicate(applicant);
        var card = application.card().map(cards::free);
        var kind = grounds.kind(application);
        var ground = grounds.counting(application, kind);
        var joining = new Joining(members.nextNo(0), applicant, kind, card, ground, referrer(application));
        return operators.approvedStep(
                !ground.waived().isEmpty(),
                approver,
                Role.SUPERVISOR,
                (entry, approval) -> enrolled(joining, entry, approval));
    }

    /// @param approval asked for a ground that was waived
    private Fact.MemberEnrolled enrolled(Joining joining, long entry, Optional<Approval> approval) {
        var tier = joining.kind()
                .flatMap(kind -> kind.tiers().stream().findFirst())
                .orElse(scheme.now().firstTier().id());
        var made = grants.joining(joining.no(), tier, joining.card().isPresent(), entry);
        var postings = new ArrayList<>(made.postings());
        postings.addAll(preloaded(joining));
        postings.addAll(thanks(joining));
        return new Fact.MemberEnrolled(
                joining.no(),
                profile(joining),
                tier,
                joining.kind().map(Membership.Kind::id).orElse(""),
                joining.card(),
                joining.ground(),
                paidUntil(tier, joining.ground()),
                made.ids(),
                approval,
                postings);
    }

    /// What is on the card already when it is sold.
    private List<Posting> preloaded(Joining joining) {
        return joining.kind()
                .flatMap(Membership.Kind::preloaded)
                .filter(_ -> joining.ground().fee().isPresent())
                .map(amount -> Recharges.preloaded(members, joining.no(), amount))
                .orElse(List.of());
    }

    private List<Posting> thanks(Joining joining) {
        var points = scheme.now()
                .membership()
                .club()
                .referral()
                .map(Club.Referral::points)
                .orElse(0L);
        return points == 0
                ? List.of()
                : joining.referrer()
                        .map(member -> members.earned(
                                member, members.earnedOn(book.today(), scheme.now()), points, book.today()))
                        .orElse(List.of());
    }

    /// Where the fee for joining is the price of some time in the tier, that time begins with it.
    private Optional<LocalDate> paidUntil(TierId tier, GivenGround ground) {
        var membership = scheme.now().membership();
        var fee = Grounds.fee(membership.enrolment().grounds());
        if (ground.equals(GivenGround.NONE) || fee.isEmpty()) {
            return Optional.empty();
        }
        return membership.ladder().subscription().stream()
                .flatMap(subscription -> subscription.prices().stream())
                .filter(price -> price.tier().equals(tier) && price.amount().equals(fee.get()))
                .findFirst()
                .map(price -> Dates.lastOfMonths(book.today(), price.period().months()));
    }

    private Optional<MemberRecord> referrer(Members.Application application) {
        return scheme.now().membership().club().referral().isEmpty()
                ? Optional.empty()
                : application.referrer().map(members::active);
    }

    /// One card per identity document, where the programme says so; without one, the same name with the same phone is
    /// the same person.
    private void refuseDuplicate(Applicant applicant) {
        if (!scheme.now().membership().enrolment().onePerDocument()) {
            return;
        }
        same(applicant).stream().filter(MemberRecord::isActive).findFirst().ifPresent(member -> {
            throw Refusal.of(ErrorCode.DUPLICATE_MEMBER, member.no());
        });
    }

    private List<MemberRecord> same(Applicant applicant) {
        return applicant
                .document()
                .map(book.store()::membersByDocument)
                .orElseGet(() -> applicant.phone().isEmpty()
                        ? List.of()
                        : book.store().membersByNameAndPhone(applicant.name(), applicant.phone()));
    }

    private Profile profile(Joining joining) {
        var applicant = joining.applicant();
        return new Profile(
                applicant.name(),
                applicant.phone(),
                applicant.email(),
                applicant.document().map(IdentityDocument::type).orElse(""),
                applicant.document().map(IdentityDocument::no).orElse(""),
                applicant.birthday(),
                applicant.gender().orElse(""),
                applicant.consent().orElse(false),
                book.today(),
                new Profile.Origin(
                        "",
                        joining.referrer().map(MemberRecord::no),
                        book.operator().map(Operator::id)));
    }
}

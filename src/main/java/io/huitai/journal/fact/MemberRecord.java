package io.huitai.journal.fact;

import io.huitai.ledger.Account;
import io.huitai.ledger.Asset;
import io.huitai.ledger.Balances;
import io.huitai.ledger.Posting;
import io.huitai.shop.CardNumber;
import io.huitai.shop.MemberNo;
import io.huitai.shop.id.TierId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// A member as facts have made them: who they are, tier, cards, and what they hold. Folded alike by tills and by head
/// office, so both come to the same.
///
/// @param kind of card, as the programme names it; empty is the usual one
/// @param held the last entry of the reading till that a feed value already holds; 0 where no feed has told
public record MemberRecord(
        MemberNo no,
        Profile profile,
        Standing standing,
        String kind,
        Status status,
        List<Card> cards,
        Balances holdings,
        List<Once> grants,
        long held) {
    /// Whether the membership can be used.
    public enum Status {
        ACTIVE,
        CLOSED,
        CANCELLED
    }

    /// A card of this member.
    public record Card(CardNumber number, boolean blocked) {}

    public MemberRecord {
        cards = List.copyOf(cards);
        Objects.requireNonNull(holdings);
        grants = List.copyOf(grants);
    }

    /// A member who has just come.
    public static MemberRecord of(MemberNo no, Profile profile, TierId tier, List<Card> cards) {
        return new MemberRecord(
                no,
                profile,
                Standing.of(tier, profile.joined()),
                "",
                Status.ACTIVE,
                cards,
                Balances.NONE,
                List.of(),
                0);
    }

    public static MemberRecord of(Fact.MemberEnrolled enrolled) {
        var cards = enrolled.card().map(card -> new Card(card, false)).stream().toList();
        var member = of(enrolled.member(), enrolled.profile(), enrolled.tier(), cards)
                .withKind(enrolled.cardKind())
                .withGrants(enrolled.grants());
        return enrolled.paidUntil()
                .map(until -> member.standing(member.standing().paid(until)))
                .orElse(member)
                .after(enrolled);
    }

    /// Somebody of whom nothing is known but what the code said.
    public static MemberRecord of(Fact.MemberIntroduced told) {
        var profile =
                new Profile(told.name(), "", "", "", "", Optional.empty(), "", false, told.on(), Profile.Origin.NONE);
        return of(told.member(), profile, told.tier(), List.of());
    }

    public TierId tier() {
        return standing.tier();
    }

    public boolean isActive() {
        return status == Status.ACTIVE;
    }

    /// Whether the card has been handed in, and no other has come since.
    public boolean hasReturnedCard() {
        return grants.contains(Once.CARD_RETURNED) && cards.stream().allMatch(Card::blocked);
    }

    /// Whether nobody is to know any more who this was.
    public boolean isForgotten() {
        return grants.contains(Once.FORGOTTEN);
    }

    /// Lifetime tier spend in fen.
    public long spend() {
        return holdings.tally(Asset.SPEND);
    }

    /// Completed bills that were not wholly refunded.
    public long visits() {
        return holdings.tally(Asset.VISITS);
    }

    /// The day of the last of them up to a day.
    public Optional<LocalDate> lastVisit(LocalDate until) {
        return visitDays().filter(day -> !day.isAfter(until)).max(Comparator.naturalOrder());
    }

    /// The days of those after a day, the first one first.
    public List<LocalDate> visitsAfter(LocalDate day) {
        return visitDays().filter(each -> each.isAfter(day)).toList();
    }

    private Stream<LocalDate> visitDays() {
        return holdings.days(Asset.VISITS);
    }

    /// The same member after a fact; facts of other members change nothing.
    public MemberRecord after(Fact fact) {
        var moved = after(fact.postings());
        if (!(fact instanceof Fact.OfMember own) || !own.member().equals(no)) {
            return moved;
        }
        return switch (own) {
            case Fact.MemberEnrolled _,
                    Fact.ProofRefused _,
                    Fact.ProofAwaited _,
                    Fact.MemberIntroduced _,
                    Fact.AssetsExpired _,
                    Fact.GiftRedeemed _,
                    Fact.GiftReturned _,
                    Fact.PointsReversed _,
                    Fact.PointsTurned _,
                    Fact.CheckedIn _ -> moved;
            case Fact.TierSet set -> moved.standing(standing.in(set.tier(), set.on(), true));
            case Fact.TierReached reached -> moved.standing(standing.in(reached.tier(), reached.on(), false));
            case Fact.TierApplied applied ->
                moved.standing(standing.applying(
                        Optional.of(new Standing.Application(applied.tier(), applied.on(), applied.due()))));
            case Fact.TierDecided decided -> moved.standing(decided(decided));
            case Fact.MemberReviewed reviewed -> moved.standing(standing.in(reviewed.tier(), reviewed.on(), false));
            case Fact.Subscribed paid ->
                moved.with(Status.ACTIVE)
                        .standing(standing.in(paid.tier(), paid.on(), false).paid(paid.until()));
            case Fact.SubscriptionLapsed lapsed -> moved.standing(standing.lapsed(lapsed.tier(), lapsed.on()));
            case Fact.Recharged recharged ->
                recharged.cardKind().isEmpty() ? moved : moved.withKind(recharged.cardKind());
            case Fact.CardBound bound -> moved.withCard(bound.card()).withGrants(bound.grants());
            case Fact.CardsBlocked blocked -> moved.withBlocked(blocked.cards());
            case Fact.CardReplaced replaced -> moved.withBlocked(replaced.old()).withCard(replaced.card());
            case Fact.CardsReturned returned ->
                moved.withBlocked(returned.cards()).withGrants(List.of(Once.CARD_RETURNED));
            case Fact.MembershipEnded ended -> moved.over(ended);
            case Fact.MemberForgotten _ -> moved.forgotten();
            case Fact.Granted granted -> moved.withGrants(List.of(granted.grant()));
            case Fact.EventAttended attended -> moved.withGrants(List.of(Once.event(attended.event())));
        };
    }

    /// Time that ran out unpaid can be paid for again, and the card is good again then; the others are dead for ever.
    private MemberRecord over(Fact.MembershipEnded ended) {
        var ranOut = !ended.cancelled() && ended.approval().isEmpty();
        return (ranOut ? this : withBlocked(numbers())).with(ended.cancelled() ? Status.CANCELLED : Status.CLOSED);
    }

    private Standing decided(Fact.TierDecided decided) {
        var settled = standing.applying(Optional.empty());
        return decided.granted() ? settled.in(decided.tier(), decided.on(), false) : settled;
    }

    /// The same member after postings; those of other accounts change nothing.
    public MemberRecord after(List<Posting> postings) {
        var account = Account.of(no);
        var own = postings.stream()
                .filter(posting -> posting.effectOn(account) != 0)
                .toList();
        return own.isEmpty() ? this : with(holdings.after(account, own));
    }

    /// The same member holding something else.
    public MemberRecord with(Balances other) {
        return new MemberRecord(no, profile, standing, kind, status, cards, other, grants, held);
    }

    private MemberRecord with(Status other) {
        return new MemberRecord(no, profile, standing, kind, other, cards, holdings, grants, held);
    }

    private MemberRecord standing(Standing other) {
        return new MemberRecord(no, profile, other, kind, status, cards, holdings, grants, held);
    }

    private MemberRecord withKind(String other) {
        return new MemberRecord(no, profile, standing, other, status, cards, holdings, grants, held);
    }

    /// The same member with tier, points and vouchers as they were on a bill's terms.
    public MemberRecord as(Terms.Buyer was) {
        var then = new ArrayList<>(was.holdings());
        holdings.lots().stream().filter(holding -> !Terms.Buyer.counts(holding)).forEach(then::add);
        return new MemberRecord(
                no,
                profile,
                standing.seenIn(was.tier()),
                was.kind(),
                status,
                cards,
                holdings.withLots(then),
                grants,
                held);
    }

    private List<CardNumber> numbers() {
        return cards.stream().map(Card::number).toList();
    }

    private MemberRecord withCard(CardNumber number) {
        var more = new ArrayList<>(cards);
        more.removeIf(card -> card.number().equals(number));
        more.add(new Card(number, false));
        var had =
                grants.stream().filter(each -> !each.equals(Once.CARD_RETURNED)).toList();
        return new MemberRecord(no, profile, standing, kind, status, more, holdings, had, held);
    }

    private MemberRecord withBlocked(List<CardNumber> numbers) {
        return withCards(cards.stream()
                .map(card -> numbers.contains(card.number()) ? new Card(card.number(), true) : card)
                .toList());
    }

    private MemberRecord withCards(List<Card> other) {
        return new MemberRecord(no, profile, standing, kind, status, other, holdings, grants, held);
    }

    private MemberRecord withGrants(List<Once> made) {
        var more = new ArrayList<>(grants);
        more.addAll(made);
        return new MemberRecord(no, profile, standing, kind, status, cards, holdings, more, held);
    }

    /// The same member once forgotten: the dates and sums alone stay.
    public MemberRecord forgotten() {
        var nobody = Profile.nobody(profile.joined(), Profile.Origin.NONE);
        return new MemberRecord(no, nobody, standing, kind, Status.CLOSED, List.of(), holdings, grants, held)
                .withGrants(List.of(Once.FORGOTTEN));
    }

    public MemberRecord withHeld(long number) {
        return new MemberRecord(no, profile, standing, kind, status, cards, holdings, grants, number);
    }
}

package io.huitai.journal;

import io.huitai.ledger.Account;
import io.huitai.ledger.Asset;
import io.huitai.ledger.Balances;
import io.huitai.ledger.Holding;
import io.huitai.ledger.Posting;
import io.huitai.shop.CardNumber;
import io.huitai.shop.MemberNo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A member as facts have made them: who they are, tier, cards, and what they hold. Folded alike by tills and by head
/// office, so both come to the same.
///
/// @param tierHeld whether the tier was set by hand and stands until the next review
/// @param held the last entry of the reading till that a feed value already holds; 0 where no feed has told
public record MemberRecord(
        MemberNo no,
        Fact.Profile profile,
        String tier,
        boolean tierHeld,
        String kind,
        Status status,
        List<Card> cards,
        List<Holding> holdings,
        List<String> grants,
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
        holdings = List.copyOf(holdings);
        grants = List.copyOf(grants);
    }

    public static MemberRecord of(Fact.MemberEnrolled enrolled) {
        return new MemberRecord(
                        enrolled.member(),
                        enrolled.profile(),
                        enrolled.tier(),
                        false,
                        "",
                        Status.ACTIVE,
                        enrolled.card().map(card -> new Card(card, false)).stream()
                                .toList(),
                        List.of(),
                        List.of(),
                        0)
                .after(enrolled);
    }

    /// Somebody of whom nothing is known but what the code said.
    public static MemberRecord of(Fact.MemberIntroduced told) {
        return new MemberRecord(
                told.member(),
                new Fact.Profile(told.name(), "", "", "", "", Optional.empty(), "", false, told.on()),
                told.tier(),
                false,
                "",
                Status.ACTIVE,
                List.of(),
                List.of(),
                List.of(),
                0);
    }

    public Balances balances() {
        return Balances.of(holdings);
    }

    /// Lifetime tier spend in fen.
    public long spend() {
        return balances().tally(Asset.SPEND);
    }

    /// Completed bills that were not wholly refunded.
    public long visits() {
        return balances().tally(Asset.VISITS);
    }

    /// The same member after a fact; facts of other members change nothing.
    public MemberRecord after(Fact fact) {
        var moved = after(fact.postings());
        if (!(fact instanceof Fact.OfMember own) || !own.member().equals(no)) {
            return moved;
        }
        return switch (own) {
            case Fact.MemberEnrolled _, Fact.MemberIntroduced _ -> moved;
            case Fact.TierSet set -> moved.withTier(set.tier(), true);
            case Fact.TierReached reached -> moved.withTier(reached.tier(), false);
            case Fact.CardBound bound -> moved.withCard(bound.card());
            case Fact.Granted granted -> moved.withGrant(granted.grant());
        };
    }

    /// The same member after postings; those of other accounts change nothing.
    public MemberRecord after(List<Posting> postings) {
        var account = Account.of(no);
        var own = postings.stream()
                .filter(posting -> posting.effectOn(account) != 0)
                .toList();
        return own.isEmpty() ? this : with(balances().after(account, own).all());
    }

    private MemberRecord with(List<Holding> other) {
        return new MemberRecord(no, profile, tier, tierHeld, kind, status, cards, other, grants, held);
    }

    /// The same member with tier, points and vouchers as they were on a bill's terms.
    public MemberRecord as(Terms.Buyer was) {
        var held = new ArrayList<>(was.holdings());
        holdings.stream().filter(holding -> !Terms.Buyer.counts(holding)).forEach(held::add);
        return new MemberRecord(no, profile, was.tier(), tierHeld, was.kind(), status, cards, held, grants, this.held);
    }

    public MemberRecord withTier(String other, boolean byHand) {
        return new MemberRecord(no, profile, other, byHand, kind, status, cards, holdings, grants, held);
    }

    private MemberRecord withCard(CardNumber number) {
        var more = new ArrayList<>(cards);
        more.removeIf(card -> card.number().equals(number));
        more.add(new Card(number, false));
        return new MemberRecord(no, profile, tier, tierHeld, kind, status, more, holdings, grants, held);
    }

    private MemberRecord withGrant(String grant) {
        var more = new ArrayList<>(grants);
        more.add(grant);
        return new MemberRecord(no, profile, tier, tierHeld, kind, status, cards, holdings, more, held);
    }

    public MemberRecord withHeld(long number) {
        return new MemberRecord(no, profile, tier, tierHeld, kind, status, cards, holdings, grants, number);
    }
}

package io.huitai.till.member;

import io.huitai.journal.fact.MemberRecord;
import io.huitai.ledger.Asset;
import io.huitai.money.Money;
import io.huitai.programme.scheme.Programme;
import io.huitai.programme.scheme.Requirement;
import io.huitai.programme.scheme.Tier;
import io.huitai.programme.words.Span;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;

/// Which tier a member's deeds lift them into. A tier set by hand stands until the next review.
public final class Tiers {
    private Tiers() {}

    /// The highest tier above the member's own whose entry requirement is met; empty where none is.
    ///
    /// @param recharge what was put on the card just now
    static Optional<Tier> reached(Programme programme, MemberRecord member, LocalDate today, Money recharge) {
        var rank = programme.tier(member.tier()).map(Tier::rank).orElse(Integer.MAX_VALUE);
        return member.standing().byHand()
                ? Optional.empty()
                : highest(programme, rank, new Done(member, today, recharge));
    }

    /// The highest tier above a rank whose entry requirement is met by deeds.
    static Optional<Tier> highest(Programme programme, int above, Requirement.Deeds deeds) {
        return programme.tiers().stream()
                .filter(tier -> tier.rank() > above)
                .filter(tier -> tier.entry().filter(entry -> entry.metBy(deeds)).isPresent())
                .max(Comparator.comparingInt(Tier::rank));
    }

    /// The deeds that may lift a member; empty where the tier was set by hand.
    public static Optional<Requirement.Deeds> deeds(MemberRecord member, LocalDate today) {
        return member.standing().byHand() ? Optional.empty() : Optional.of(done(member, today));
    }

    /// What a member has done by a day.
    static Requirement.Deeds done(MemberRecord member, LocalDate today) {
        return new Done(member, today, Money.ZERO);
    }

    /// What a member has done by a day, told by the tallies of feed and own later entries.
    ///
    /// @param largestRecharge just now: a recharge lifts at once or not at all
    private record Done(MemberRecord member, LocalDate today, Money largestRecharge) implements Requirement.Deeds {
        @Override
        public Money spend(Span span) {
            return Money.ofFen(tally(Asset.SPEND, span));
        }

        @Override
        public long points(Span span) {
            return tally(Asset.EARNED, span);
        }

        @Override
        public long visits(Span span) {
            return tally(Asset.VISITS, span);
        }

        private long tally(Asset asset, Span span) {
            var balances = member.holdings();
            var first = span.first(today, member.profile().joined());
            return span instanceof Span.Lifetime
                    ? balances.tally(asset)
                    : balances.tally(asset, first, span.last(today));
        }
    }
}

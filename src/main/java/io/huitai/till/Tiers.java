package io.huitai.till;

import io.huitai.journal.MemberRecord;
import io.huitai.ledger.Asset;
import io.huitai.money.Money;
import io.huitai.programme.Programme;
import io.huitai.programme.Requirement;
import io.huitai.programme.Span;
import io.huitai.programme.Tier;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;

/// Which tier a member's deeds lift them into. A tier set by hand stands until the next review.
final class Tiers {
    private Tiers() {}

    /// The highest tier above the member's own whose entry requirement is met; empty where none is.
    ///
    /// @param recharge what has just been put on the card
    static Optional<Tier> reached(Programme programme, MemberRecord member, LocalDate today, Money recharge) {
        var rank = programme.tier(member.tier()).map(Tier::rank).orElse(Integer.MAX_VALUE);
        return deeds(member, today, recharge)
                .flatMap(deeds -> programme.tiers().stream()
                        .filter(tier -> tier.rank() > rank)
                        .filter(tier ->
                                tier.entry().filter(entry -> entry.metBy(deeds)).isPresent())
                        .max(Comparator.comparingInt(Tier::rank)));
    }

    /// The deeds that may lift a member; empty where the tier was set by hand.
    static Optional<Requirement.Deeds> deeds(MemberRecord member, LocalDate today) {
        return deeds(member, today, Money.ZERO);
    }

    private static Optional<Requirement.Deeds> deeds(MemberRecord member, LocalDate today, Money recharge) {
        return member.standing().byHand() ? Optional.empty() : Optional.of(new Done(member, today, recharge));
    }

    /// What a member has done by a day, told by the tallies of feed and own later entries.
    ///
    /// @param largestRecharge a recharge is a deed of its moment, and not remembered
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
            var balances = member.balances();
            var first = span.first(today, member.profile().joined());
            return span instanceof Span.Lifetime
                    ? balances.tally(asset)
                    : balances.tally(asset, first, span.last(today));
        }
    }
}

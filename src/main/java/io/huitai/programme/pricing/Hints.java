package io.huitai.programme.pricing;

import io.huitai.money.Money;
import io.huitai.programme.scheme.Earning.EarnRate;
import io.huitai.programme.scheme.Goods;
import io.huitai.programme.scheme.Programme;
import io.huitai.programme.scheme.Requirement;
import io.huitai.programme.scheme.Requirement.Deeds;
import io.huitai.programme.scheme.Tier;
import io.huitai.programme.scheme.VoucherType;
import io.huitai.programme.scheme.VoucherType.Limit;
import io.huitai.programme.scheme.VoucherType.Worth;
import io.huitai.programme.words.Hint;
import io.huitai.programme.words.Hint.PointsNear;
import io.huitai.programme.words.Hint.TierNear;
import io.huitai.programme.words.Hint.TierReached;
import io.huitai.programme.words.Hint.UnitNear;
import io.huitai.programme.words.Hint.VoucherNear;
import io.huitai.programme.words.PricedMember;
import io.huitai.programme.words.Span;
import io.huitai.shop.id.VoucherTypeId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What would help a member who stands at the counter with a bill. Only what is within reach is worth saying: of a
/// step of a voucher or of points at least half is there.
public final class Hints {
    private static final int MOST = 3;
    /// Below this every bill would hear of the next point.
    private static final Money STEP_WORTH_SAYING = Money.ofFen(10_00);

    private final Programme programme;
    private final Situation situation;
    private final PricedMember member;
    private final Quote quote;

    private Hints(Programme programme, Situation situation, PricedMember member, Quote quote) {
        this.programme = programme;
        this.situation = situation;
        this.member = member;
        this.quote = quote;
    }

    /// At most three hints, the most useful first; none for a walk-in.
    ///
    /// @param quote of the situation's bill
    /// @param deeds what the member did before this bill; empty where nobody knows, or deeds move no tier
    public static List<Hint> of(Programme programme, Situation situation, Quote quote, Optional<Deeds> deeds) {
        if (situation.member().isEmpty()) {
            return List.of();
        }
        var hints = new Hints(programme, situation, situation.member().get(), quote);
        return Stream.of(
                        deeds.flatMap(hints::reached).stream(),
                        hints.vouchers().stream(),
                        deeds.flatMap(hints::nextTier).stream(),
                        hints.points().stream(),
                        hints.unit().stream())
                .<Hint>flatMap(each -> each)
                .limit(MOST)
                .toList();
    }

    // Tiers

    private Optional<TierReached> reached(Deeds deeds) {
        var after = new DeedsAfter(deeds, quote);
        return higherTiers()
                .filter(tier -> tier.entry().orElseThrow().metBy(after))
                .max(Comparator.comparingInt(Tier::rank))
                .map(tier -> new TierReached(tier.name()));
    }

    private Optional<TierNear> nextTier(Deeds deeds) {
        var after = new DeedsAfter(deeds, quote);
        return reached(deeds).isPresent()
                ? Optional.empty()
                : higherTiers()
                        .min(Comparator.comparingInt(Tier::rank))
                        .flatMap(tier ->
                                tier.entry().orElseThrow().gaps(after).map(gaps -> new TierNear(tier.name(), gaps)));
    }

    /// Those that deeds lead to.
    private Stream<Tier> higherTiers() {
        var rank = programme.known(member.tier()).rank();
        return programme.tiers().stream()
                .filter(tier -> tier.rank() > rank && tier.entry().isPresent());
    }

    /// The deeds when the bill is paid, as they are counted right after it.
    private record DeedsAfter(Deeds before, Quote bill) implements Deeds {
        @Override
        public boolean tell(Requirement single) {
            return before.tell(single);
        }

        @Override
        public Money spend(Span span) {
            return before.spend(span).plus(counts(span) ? bill.sums().payable() : Money.ZERO);
        }

        @Override
        public long points(Span span) {
            return Math.addExact(
                    before.points(span), counts(span) ? bill.earned().points() : 0);
        }

        @Override
        public long visits(Span span) {
            return Math.addExact(before.visits(span), counts(span) ? 1 : 0);
        }

        @Override
        public Money largestRecharge() {
            return before.largestRecharge();
        }

        private boolean counts(Span span) {
            return !bill.lines().isEmpty() && !(span instanceof Span.PastYear);
        }
    }

    // Vouchers

    private List<VoucherNear> vouchers() {
        var lines = Pricing.discounted(programme, situation, new ArrayList<>());
        var near = new ArrayList<VoucherNear>();
        for (var type : programme.vouchers()) {
            var goods = 0L;
            for (var line : lines) {
                if (type.goods().include(line.line)) {
                    goods += line.afterDiscounts();
                }
            }
            var missing = situation.holds(type.when()) ? missing(type, goods) : 0;
            if (missing > 0) {
                near.add(new VoucherNear(type.name(), !type.goods().equals(Goods.ALL), Money.ofFen(missing)));
            }
        }
        near.sort(Comparator.comparing(VoucherNear::missing));
        return near;
    }

    /// What the goods lack in fen for one more of these; 0 where nothing is missing, or too much.
    private long missing(VoucherType type, long goods) {
        var minimum = type.minimum().map(Money::fen).orElse(0L);
        var full = type.worth() instanceof Worth.Amount amount && amount.limit() instanceof Limit.OnePerFull(var each)
                ? each.fen()
                : 0;
        var held = held(type.id());
        if (goods < minimum) {
            var needed = Math.max(minimum, full);
            return held > 0 && isNear(goods, needed) ? needed - goods : 0;
        }
        return full > 0 && held > goods / full && isNear(goods % full, full) ? full - goods % full : 0;
    }

    private long held(VoucherTypeId type) {
        var count = 0L;
        for (var held : member.vouchers()) {
            if (held.type().equals(type) && held.goodOn(situation.today())) {
                count = Math.addExact(count, held.count());
            }
        }
        return count;
    }

    private static boolean isNear(long reached, long step) {
        return reached >= step - step / 2;
    }

    // Points

    /// Only where one plain rate counts for every line: else what is missing depends on what is bought.
    private Optional<PointsNear> points() {
        var earning = programme.points().earning();
        var rules = earning.rules().stream()
                .filter(rule -> situation.holds(rule.when()))
                .toList();
        var multiplied = earning.multipliers().stream().anyMatch(each -> situation.holds(each.when()));
        if (multiplied
                || rules.size() != 1
                || !rules.getFirst().goods().equals(Goods.ALL)
                || !(rules.getFirst().rate() instanceof EarnRate.Per(var per, var points))
                || points == 0
                || per.compareTo(STEP_WORTH_SAYING) < 0) {
            return Optional.empty();
        }
        var over = quote.sums().payable().fen() % per.fen();
        return isNear(over, per.fen())
                ? Optional.of(new PointsNear(Money.ofFen(per.fen() - over), points))
                : Optional.empty();
    }

    private Optional<UnitNear> unit() {
        var has = Math.addExact(
                PointsUse.balance(programme, situation), quote.earned().points());
        return programme
                .points()
                .redemption()
                .filter(redemption ->
                        quote.pointsUsed() == 0 && has < redemption.unit() && isNear(has, redemption.unit()))
                .map(redemption -> new UnitNear(redemption.unit() - has, redemption.unitValue()));
    }
}

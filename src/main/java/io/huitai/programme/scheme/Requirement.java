package io.huitai.programme.scheme;

import io.huitai.money.Money;
import io.huitai.programme.words.Hint.Gap;
import io.huitai.programme.words.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a member must have done.
public sealed interface Requirement {
    /// Net paid after vouchers and points, refunds subtracted.
    record SpendAtLeast(Money amount, Span span) implements Requirement {}

    /// Points earned, taken back ones subtracted, spent ones not.
    record PointsAtLeast(long points, Span span) implements Requirement {}

    /// Completed bills that were not wholly refunded.
    record VisitsAtLeast(long visits, Span span) implements Requirement {}

    /// One recharge of at least so much.
    record RechargeAtLeast(Money amount) implements Requirement {}

    record AllOf(List<Requirement> parts) implements Requirement {
        public AllOf {
            parts = List.copyOf(parts);
        }
    }

    record AnyOf(List<Requirement> parts) implements Requirement {
        public AnyOf {
            parts = List.copyOf(parts);
        }
    }

    /// What is known of a member's doings; asked only for what the programme needs.
    interface Deeds {
        /// Whether they tell of what a single requirement asks for.
        default boolean tell(Requirement single) {
            return true;
        }

        Money spend(Span span);

        long points(Span span);

        long visits(Span span);

        Money largestRecharge();
    }

    default boolean metBy(Deeds deeds) {
        return switch (this) {
            case SpendAtLeast(var amount, var span) -> deeds.spend(span).compareTo(amount) >= 0;
            case PointsAtLeast(var points, var span) -> deeds.points(span) >= points;
            case VisitsAtLeast(var visits, var span) -> deeds.visits(span) >= visits;
            case RechargeAtLeast(var amount) -> deeds.largestRecharge().compareTo(amount) >= 0;
            case AllOf(var parts) -> parts.stream().allMatch(part -> part.metBy(deeds));
            case AnyOf(var parts) -> parts.stream().anyMatch(part -> part.metBy(deeds));
        };
    }

    /// What the deeds lack, all of which is needed; of several ways the first that the deeds tell of. Empty where they
    /// do not tell, or where only a recharge would do, for that is no matter of a little more.
    default Optional<List<Gap>> gaps(Deeds deeds) {
        return switch (this) {
            case SpendAtLeast(var amount, var span)
            when deeds.tell(this) -> gap(new Gap.OfSpend(amount.minus(deeds.spend(span))), metBy(deeds));
            case PointsAtLeast(var points, var span)
            when deeds.tell(this) -> gap(new Gap.OfPoints(points - deeds.points(span)), metBy(deeds));
            case VisitsAtLeast(var visits, var span)
            when deeds.tell(this) -> gap(new Gap.OfVisits(visits - deeds.visits(span)), metBy(deeds));
            case SpendAtLeast _, PointsAtLeast _, VisitsAtLeast _, RechargeAtLeast _ -> Optional.empty();
            case AllOf(var parts) -> {
                var all = new ArrayList<Gap>();
                for (var part : parts) {
                    var gaps = part.gaps(deeds);
                    if (gaps.isEmpty()) {
                        yield Optional.empty();
                    }
                    all.addAll(gaps.get());
                }
                yield Optional.of(all);
            }
            case AnyOf(var parts) ->
                parts.stream().flatMap(part -> part.gaps(deeds).stream()).findFirst();
        };
    }

    private static Optional<List<Gap>> gap(Gap gap, boolean met) {
        return Optional.of(met ? List.of() : List.of(gap));
    }
}

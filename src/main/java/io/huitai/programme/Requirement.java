package io.huitai.programme;

import io.huitai.money.Money;
import java.util.List;

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
}

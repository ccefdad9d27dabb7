package io.huitai.programme.scheme;

import io.huitai.money.Money;
import io.huitai.money.Rate;
import io.huitai.shop.Label;
import io.huitai.shop.id.RuleId;
import java.util.List;

/// How a sale earns points.
///
/// @param rules the first that holds and includes a line gives the line its rate; a line without one earns nothing
/// @param multipliers applied to the sum, one after the other; floored once
/// @param storedValueEarns whether what is paid from stored value earns
public record Earning(List<EarnRule> rules, List<Multiplier> multipliers, boolean storedValueEarns) {
    /// No points at all.
    public static final Earning NONE = new Earning(List.of(), List.of(), true);

    public Earning {
        rules = List.copyOf(rules);
        multipliers = List.copyOf(multipliers);
    }

    public record EarnRule(RuleId id, Label name, Condition when, Goods goods, EarnRate rate) {}

    /// What the sum of a sale is multiplied by, as 2 or 1.5.
    public record Multiplier(RuleId id, Label name, Condition when, Rate rate) {
        public Multiplier {
            if (!rate.isCoarse()) {
                throw new IllegalArgumentException("A multiplier has at most three decimals: " + rate);
            }
        }
    }

    /// What a group of lines earns. Lines of equal rates are one group.
    public sealed interface EarnRate {
        /// `floor(base ÷ per) × points`.
        record Per(Money per, long points) implements EarnRate {
            public Per {
                if (!per.isPositive() || points < 0) {
                    throw new IllegalArgumentException("Points are earned per amount above zero and not negative");
                }
            }
        }

        /// By the size of the base: the last band that begins at or below it counts, for the whole base.
        record Staged(List<Band> bands) implements EarnRate {
            public Staged {
                bands = List.copyOf(bands);
                for (var i = 1; i < bands.size(); i++) {
                    if (bands.get(i).from().compareTo(bands.get(i - 1).from()) <= 0) {
                        throw new IllegalArgumentException(
                                "The band from " + bands.get(i).from() + " overlaps the one before it");
                    }
                }
            }
        }
    }

    /// One stage; `from` is its smallest base, to the fen.
    public record Band(Money from, Yield yield) {}

    public sealed interface Yield {
        record Fixed(long points) implements Yield {
            public Fixed {
                if (points < 0) {
                    throw new IllegalArgumentException("Points are not negative: " + points);
                }
            }
        }

        /// `floor(base in yuan × rate)`.
        record Share(Rate rate) implements Yield {}
    }
}

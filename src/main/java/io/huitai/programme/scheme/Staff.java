package io.huitai.programme.scheme;

import io.huitai.money.Money;
import io.huitai.money.Rate;
import io.huitai.shop.id.TierId;
import java.util.List;

/// What staff have of the programme.
///
/// @param consultant whether the member's consultant is shown and credited with the sale
public record Staff(List<Commission> commissions, boolean consultant) {
    public Staff {
        commissions = List.copyOf(commissions);
    }

    /// What a seller is paid.
    public sealed interface Commission {
        /// For each card sold.
        ///
        /// @param tiers for cards of these; empty is every tier
        record Card(Money amount, List<TierId> tiers) implements Commission {
            public Card {
                tiers = List.copyOf(tiers);
            }
        }

        /// On top, for a seller's first card.
        record FirstCard(Money amount) implements Commission {}

        /// On top, for the best seller of the period.
        record BestOfPeriod(Money amount) implements Commission {}

        /// A share of each recharge.
        record Recharge(Rate share) implements Commission {}

        /// Shares of what a company spends in a month: each part of it by its own band.
        record CompanySpend(List<Band> bands) implements Commission {
            public CompanySpend {
                bands = List.copyOf(bands);
                for (var i = 1; i < bands.size(); i++) {
                    if (bands.get(i).from().compareTo(bands.get(i - 1).from()) <= 0) {
                        throw new IllegalArgumentException(
                                "The band from " + bands.get(i).from() + " overlaps the one before");
                    }
                }
            }
        }
    }

    /// What is above `from` and at most the next band's.
    public record Band(Money from, Rate share) {}
}

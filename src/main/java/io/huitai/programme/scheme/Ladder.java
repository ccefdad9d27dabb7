package io.huitai.programme.scheme;

import io.huitai.money.Money;
import io.huitai.shop.id.TierId;
import java.time.MonthDay;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/// How members move between tiers, beside what each tier itself asks.
///
/// @param review when tiers are looked at again; empty is never
/// @param decidedWithin the working days in which an application for a tier is decided; empty where nobody applies
/// @param subscription tiers that are paid for by the month; empty where none are
/// @param resetsPoints whether reaching a tier sets the points to 0
public record Ladder(
        Optional<Review> review, OptionalInt decidedWithin, Optional<Subscription> subscription, boolean resetsPoints) {

    /// Once a year each member whose tier's `keep` is not met falls one tier.
    ///
    /// @param day handled with the business day of this date
    public record Review(MonthDay day) {}

    /// Tiers, or the membership itself, paid for by time.
    ///
    /// @param grace the days without payment after which a member falls to the first tier
    public record Subscription(List<Price> prices, int grace) {
        public Subscription {
            prices = List.copyOf(prices);
            if (grace < 0) {
                throw new IllegalArgumentException("Days of grace are not negative: " + grace);
            }
        }

        public Optional<Money> price(TierId tier, Period period) {
            return prices.stream()
                    .filter(price -> price.tier().equals(tier) && price.period() == period)
                    .map(Price::amount)
                    .findFirst();
        }
    }

    /// What a tier costs for a time.
    public record Price(TierId tier, Period period, Money amount) {}

    /// What is paid for at once.
    public enum Period {
        MONTH(1),
        QUARTER(3),
        YEAR(12);

        private final int months;

        Period(int months) {
            this.months = months;
        }

        public static Optional<Period> of(String code) {
            return Arrays.stream(values())
                    .filter(period -> period.code().equals(code))
                    .findFirst();
        }

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public int months() {
            return months;
        }
    }
}

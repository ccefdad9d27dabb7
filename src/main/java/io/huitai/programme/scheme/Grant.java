package io.huitai.programme.scheme;

import io.huitai.money.Money;
import io.huitai.programme.words.Validity;
import io.huitai.shop.id.RuleId;
import io.huitai.shop.id.TierId;
import io.huitai.shop.id.VoucherTypeId;
import java.util.List;

/// Something given to a member when something happens.
///
/// @param occasion what must happen
/// @param tiers for members of these; empty is every tier
/// @param given at once
public record Grant(RuleId id, Occasion occasion, List<TierId> tiers, List<Given> given) {
    public Grant {
        tiers = List.copyOf(tiers);
        given = List.copyOf(given);
    }

    public boolean isFor(TierId tier) {
        return tiers.isEmpty() || tiers.contains(tier);
    }

    /// When it is given; the day that it is given for begins its validity.
    public sealed interface Occasion {
        record Joining() implements Occasion {}

        record CardBinding() implements Occasion {}

        /// Reaching a tier that the grant is for.
        record TierReached() implements Occasion {}

        /// The first bill of at least so much after joining, once.
        record FirstBill(Money atLeast) implements Occasion {}

        /// The birthday, each year; given where the validity's first day has come.
        record Birthday() implements Occasion {}

        /// The first of the birthday's month, each year.
        record BirthdayMonth() implements Occasion {}

        /// The day of joining, each later year.
        record JoiningDay() implements Occasion {}

        record EveryNthVisit(long n) implements Occasion {
            public EveryNthVisit {
                if (n <= 0) {
                    throw new IllegalArgumentException("Every nth visit needs n above zero");
                }
            }
        }

        /// So much spent in a calendar year, once a year.
        record YearlySpend(Money amount) implements Occasion {}

        /// So many days without a visit, once until the next one.
        record Dormancy(int days) implements Occasion {}

        /// A recharge of at least so much.
        record RechargeAtLeast(Money amount) implements Occasion {}
    }

    /// What is given.
    public sealed interface Given {
        /// Points; they live as the programme's points do.
        record Points(long points) implements Given {
            public Points {
                if (points <= 0) {
                    throw new IllegalArgumentException("Points given are above zero: " + points);
                }
            }
        }

        record Vouchers(VoucherTypeId type, long count, Validity validity) implements Given {
            public Vouchers {
                if (count <= 0) {
                    throw new IllegalArgumentException("Vouchers given are above zero: " + count);
                }
            }
        }
    }
}

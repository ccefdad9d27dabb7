package io.huitai.programme.scheme;

import io.huitai.money.Rate;
import io.huitai.shop.id.VoucherTypeId;
import java.util.Optional;
import java.util.OptionalLong;

/// What brings members beside their purchases.
///
/// @param checkIn points for coming by, once a day
/// @param suggestions whether the till suggests what goes with what the member buys
public record Club(Optional<Referral> referral, OptionalLong checkIn, Optional<Events> events, boolean suggestions) {
    /// For who brings a new member.
    ///
    /// @param points at once
    /// @param firstBill this share of the new member's first bill, in yuan, rounded down, as points
    public record Referral(long points, Rate firstBill) {
        public Referral {
            if (points < 0) {
                throw new IllegalArgumentException("Points for a referral are not negative: " + points);
            }
        }
    }

    /// Club events.
    ///
    /// @param aYear how many there are at most; empty is any number
    /// @param places at each; empty is any number
    /// @param points for taking part
    /// @param prize what can be won there
    public record Events(OptionalLong aYear, OptionalLong places, OptionalLong points, Optional<VoucherTypeId> prize) {}
}

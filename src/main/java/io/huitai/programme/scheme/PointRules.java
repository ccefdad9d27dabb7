package io.huitai.programme.scheme;

import io.huitai.programme.words.Validity;
import io.huitai.shop.id.VoucherTypeId;
import java.util.Optional;

/// Everything about points.
///
/// @param redemption how they are money; empty where they are not
/// @param expiry how long a lot lives
/// @param storeBound whether they can be redeemed only in the store that earned them
/// @param transferable whether one member may pass them to another; lots keep expiry and store
/// @param turning into which voucher they can be turned
public record PointRules(
        Earning earning,
        Optional<Redemption> redemption,
        Validity expiry,
        boolean storeBound,
        boolean transferable,
        Optional<Turning> turning) {

    /// So many points make one voucher.
    public record Turning(long points, VoucherTypeId voucher) {
        public Turning {
            if (points <= 0) {
                throw new IllegalArgumentException("A voucher costs points above zero: " + points);
            }
        }
    }
}

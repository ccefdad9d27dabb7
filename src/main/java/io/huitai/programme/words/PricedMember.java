package io.huitai.programme.words;

import io.huitai.shop.StoreId;
import io.huitai.shop.id.TierId;
import io.huitai.shop.id.VoucherTypeId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// What pricing must know of a member.
///
/// @param kind the kind of card, where a programme tells kinds apart
/// @param points what the member holds, expired or not
/// @param vouchers what the member holds, expired or not
public record PricedMember(
        TierId tier,
        Optional<String> kind,
        Optional<LocalDate> birthday,
        List<PointsHeld> points,
        List<VoucherHeld> vouchers) {
    public PricedMember {
        points = List.copyOf(points);
        vouchers = List.copyOf(vouchers);
    }

    /// A lot of points. A debt is a lot below zero.
    ///
    /// @param from the first day of use; empty is since ever
    /// @param expires the last day of use; empty is never
    /// @param store where it was earned; empty counts as earned here
    public record PointsHeld(
            long points, Optional<LocalDate> from, Optional<LocalDate> expires, Optional<StoreId> store) {
        public boolean goodOn(LocalDate day) {
            return PricedMember.goodOn(from, expires, day);
        }
    }

    /// Vouchers of one type with the same days.
    public record VoucherHeld(VoucherTypeId type, long count, Optional<LocalDate> from, Optional<LocalDate> expires) {
        public VoucherHeld {
            if (count < 0) {
                throw new IllegalArgumentException("A count of vouchers is not negative: " + count);
            }
        }

        public boolean goodOn(LocalDate day) {
            return PricedMember.goodOn(from, expires, day);
        }
    }

    private static boolean goodOn(Optional<LocalDate> from, Optional<LocalDate> expires, LocalDate day) {
        return (from.isEmpty() || !day.isBefore(from.get())) && (expires.isEmpty() || !day.isAfter(expires.get()));
    }
}

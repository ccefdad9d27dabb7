package io.huitai.journal.fact;

import io.huitai.ledger.Asset;
import io.huitai.ledger.Holding;
import io.huitai.ledger.Lot;
import io.huitai.money.Money;
import io.huitai.shop.BillLine;
import io.huitai.shop.id.TierId;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/// What a bill's price stands on from its first tender on, whatever becomes of its member meanwhile. Pricing is a pure
/// function, so this and the bill's other facts give the same price at any time.
///
/// @param at the moment that the programme's rules are applied for
/// @param programme the version that prices it; older entries leave it to the moment
/// @param buyer the member as they were; empty for a walk-in
/// @param settled older entries leave it to the outlet's settings
public record Terms(
        OffsetDateTime at, Optional<Sale.ProgrammeRef> programme, Optional<Buyer> buyer, Optional<Settled> settled) {
    /// What the outlet itself had put on the bill and dropped of its sum.
    ///
    /// @param rounding what it dropped in all
    public record Settled(List<BillLine> charges, Money rounding) {
        public Settled {
            charges = List.copyOf(charges);
        }
    }

    /// The part of a member's record that trade changes; who they are stays in the record alone.
    ///
    /// @param holdings the points and vouchers that they held
    /// @param used what the bill uses of them, by lot
    public record Buyer(TierId tier, String kind, List<Holding> holdings, List<Holding> used) {
        public Buyer {
            holdings = List.copyOf(holdings);
            used = List.copyOf(used);
        }

        public static Buyer of(MemberRecord member, List<Holding> used) {
            var holdings =
                    member.holdings().lots().stream().filter(Buyer::counts).toList();
            return new Buyer(member.tier(), member.kind(), holdings, used);
        }

        /// Whether a price may depend on it.
        static boolean counts(Holding holding) {
            return holding.asset().equals(Asset.POINTS) || holding.asset().isVoucher();
        }

        public boolean uses(Lot lot) {
            return used.stream().anyMatch(holding -> holding.lot().id().equals(lot.id()));
        }
    }
}

package io.huitai.programme.scheme;

import io.huitai.money.Money;
import io.huitai.money.Rate;
import io.huitai.shop.Role;
import io.huitai.shop.id.TierId;
import java.util.List;
import java.util.Optional;

/// Money kept on the card. Principal and bonus are two accounts; a payment takes them in proportion.
///
/// @param minimum the smallest recharge
/// @param bands what a recharge brings, by its size; empty is nothing
/// @param invoicedAtRecharge whether the invoice is issued for the recharge, once, and never for what is paid from it
public record StoredValue(
        Money minimum, List<Band> bands, Spending spending, boolean invoicedAtRecharge, Closing closing) {
    public StoredValue {
        bands = List.copyOf(bands);
        for (var i = 1; i < bands.size(); i++) {
            if (bands.get(i).from().compareTo(bands.get(i - 1).from()) <= 0) {
                throw new IllegalArgumentException(
                        "The band from " + bands.get(i).from() + " overlaps the one before");
            }
        }
    }

    /// Recharges from an amount on, to the fen, until the next band.
    ///
    /// @param usual the bonus as a share of the recharge
    /// @param most what may be given at most, above the usual with the approval of `approver`
    /// @param tiers for members of these; empty is every tier
    public record Band(Money from, Rate usual, Rate most, Role approver, List<TierId> tiers) {
        public Band {
            tiers = List.copyOf(tiers);
            if (most.compareTo(usual) < 0) {
                throw new IllegalArgumentException("The most that is given is not below the usual " + usual);
            }
        }
    }

    /// How it is spent.
    ///
    /// @param goods what it pays for
    /// @param withoutDiscounts whether a bill paid from the card gets no discount
    /// @param belowToday on a day with a recharge, what is paid from the card stays below this share of the day's
    ///     recharged principal
    /// @param signature whether the guest signs the slip
    public record Spending(Goods goods, boolean withoutDiscounts, Optional<Rate> belowToday, boolean signature) {
        public static final Spending FREE = new Spending(Goods.ALL, false, Optional.empty(), false);
    }

    /// What becomes of the balance when the card is given back.
    public enum Closing {
        /// Its principal is paid out.
        CASH,
        /// It goes to a room's bill, never into cash.
        ROOM_BILL,
        /// It is spent, not paid out.
        NONE
    }
}

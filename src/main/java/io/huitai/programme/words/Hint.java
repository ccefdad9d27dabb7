package io.huitai.programme.words;

import io.huitai.money.Money;
import io.huitai.programme.pricing.Explanation;
import io.huitai.shop.Label;
import java.util.List;

/// What would help the guest, as data; {@link Explanation} puts it into words when somebody asks.
public sealed interface Hint {
    /// The bill as it stands lifts the member.
    record TierReached(Label tier) implements Hint {}

    /// So much more of a voucher's goods, after discounts, and one more of those that the member holds can be used.
    ///
    /// @param particular whether it is for some goods only
    record VoucherNear(Label voucher, boolean particular, Money missing) implements Hint {}

    /// What the member lacks of a tier when the bill as it stands is paid; all of it is needed.
    record TierNear(Label tier, List<Gap> gaps) implements Hint {
        public TierNear {
            gaps = List.copyOf(gaps);
        }
    }

    /// So much more, after all that is taken off, and the bill earns more points.
    record PointsNear(Money missing, long points) implements Hint {}

    /// So many points more, when the bill's own have come, and a unit of them can pay.
    record UnitNear(long missing, Money worth) implements Hint {}

    /// Who bought the one mostly bought the other too.
    ///
    /// @param buyers members who bought the one
    /// @param both of them, who bought the other as well
    record GoesWith(Label bought, Label other, long buyers, long both) implements Hint {}

    /// What is missing of one thing that a tier asks for.
    sealed interface Gap {
        record OfSpend(Money missing) implements Gap {}

        record OfPoints(long missing) implements Gap {}

        record OfVisits(long missing) implements Gap {}
    }
}

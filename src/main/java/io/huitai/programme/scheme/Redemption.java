package io.huitai.programme.scheme;

import io.huitai.money.Money;
import io.huitai.money.Rate;
import java.util.Optional;

/// Points as money.
///
/// @param points so many are worth `value`
/// @param unit points are redeemed in whole units of so many; a unit's worth is in whole fen
/// @param cap the share of the goods amount that points may pay at most; empty is no cap
public record Redemption(long points, Money value, long unit, Optional<Rate> cap) {
    public Redemption {
        if (points <= 0 || unit <= 0 || !value.isPositive()) {
            throw new IllegalArgumentException("Points are redeemed in units above zero, worth something");
        }
        if (Math.multiplyExact(value.fen(), unit) % points != 0) {
            throw new IllegalArgumentException(unit + " points are not worth whole fen");
        }
    }

    /// What one unit is worth.
    public Money unitValue() {
        return Money.ofFen(value.fen() * unit / points);
    }

    /// What any number of points is worth, rounded down to the fen: for a refund's shortfall.
    public Money worth(long count) {
        return Money.ofFen(Math.floorDiv(Math.multiplyExact(count, value.fen()), points));
    }
}

package io.huitai.till;

import io.huitai.money.Money;
import io.huitai.money.Rate;
import java.math.BigDecimal;
import java.math.RoundingMode;

/// The tax inside a price that includes it.
public final class TaxIncluded {
    private TaxIncluded() {}

    /// `net × rate ÷ (1 + rate)`, rounded half-up to the fen.
    public static Money in(Money net, Rate rate) {
        var tax = BigDecimal.valueOf(net.fen())
                .multiply(BigDecimal.valueOf(rate.parts()))
                .divide(BigDecimal.valueOf(Rate.WHOLE + rate.parts()), 0, RoundingMode.HALF_UP);
        return Money.ofFen(tax.longValueExact());
    }
}

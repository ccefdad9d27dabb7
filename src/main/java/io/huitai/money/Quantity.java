package io.huitai.money;

/// How much of a product: a positive decimal with at most three places, held in thousandths (0.350 kg is 350).
public record Quantity(long thousandths) implements Comparable<Quantity> {
    public static final Quantity ONE = new Quantity(1_000);

    public Quantity {
        if (thousandths <= 0) {
            throw new IllegalArgumentException("A quantity is above zero");
        }
    }

    public static Quantity of(long units) {
        return new Quantity(Math.multiplyExact(units, 1_000L));
    }

    /// Reads a plain decimal above zero with at most three places.
    ///
    /// @throws NumberFormatException when it is not one, with words for a person
    /// @throws ArithmeticException when it does not fit
    public static Quantity parse(String decimal) {
        var thousandths = Decimals.parse(decimal, 3);
        if (thousandths <= 0) {
            throw new NumberFormatException("'" + decimal + "' is not above zero");
        }
        return new Quantity(thousandths);
    }

    /// A price for this much, rounded half-up to the fen.
    public Money of(Money price) {
        return Money.ofFen(Decimals.halfUp(price.fen(), thousandths, 1_000));
    }

    /// What one unit costs where this much costs `total`, rounded half-up to the fen.
    public Money unitOf(Money total) {
        return Money.ofFen(Decimals.halfUp(total.fen(), 1_000, thousandths));
    }

    /// The part of `total` that `returned` of this quantity stands for: `floor(total × returned ÷ quantity)`.
    public Money shareOf(Money total, long returnedThousandths) {
        return Money.ofFen(Decimals.floor(total.fen(), returnedThousandths, thousandths));
    }

    public boolean isWhole() {
        return thousandths % 1_000 == 0;
    }

    /// The whole units, 0 where the quantity is not whole: only whole-number quantities have units.
    public long units() {
        return isWhole() ? thousandths / 1_000 : 0;
    }

    @Override
    public int compareTo(Quantity other) {
        return Long.compare(thousandths, other.thousandths);
    }

    /// Without trailing zeros: "2", "0.35".
    @Override
    public String toString() {
        return new java.math.BigDecimal(thousandths)
                .movePointLeft(3)
                .stripTrailingZeros()
                .toPlainString();
    }
}

package io.huitai.money;

/// An amount of Chinese yuan, in whole fen. May be negative.
///
/// Every operation is exact; what does not fit a `long` is an {@link ArithmeticException}, never a wrapped number.
public record Money(long fen) implements Comparable<Money> {
    public static final Money ZERO = new Money(0);

    /// As a limit, none.
    public static final Money LARGEST = new Money(Long.MAX_VALUE);

    public static Money ofFen(long fen) {
        return fen == 0 ? ZERO : new Money(fen);
    }

    /// Reads a plain decimal of yuan: digits with at most two decimals, as "12", "12.5", "12.50", "-3.00".
    ///
    /// @throws NumberFormatException when it is not one, with words for a person
    /// @throws ArithmeticException when it does not fit
    public static Money parse(String yuan) {
        return ofFen(Decimals.parse(yuan, 2));
    }

    public Money plus(Money other) {
        return ofFen(Math.addExact(fen, other.fen));
    }

    public Money minus(Money other) {
        return ofFen(Math.subtractExact(fen, other.fen));
    }

    public Money negated() {
        return ofFen(Math.negateExact(fen));
    }

    public Money times(long count) {
        return ofFen(Math.multiplyExact(fen, count));
    }

    /// This amount at a rate, rounded half-up to the fen.
    public Money at(Rate rate) {
        return ofFen(Decimals.halfUp(fen, rate.parts(), Rate.WHOLE));
    }

    /// This amount at a rate, rounded down to the fen.
    public Money floorAt(Rate rate) {
        return ofFen(Decimals.floor(fen, rate.parts(), Rate.WHOLE));
    }

    /// The tax inside this price at a rate: `price × rate ÷ (1 + rate)`, rounded half-up to the fen.
    public Money includedTax(Rate rate) {
        return ofFen(Decimals.halfUp(fen, rate.parts(), Rate.WHOLE + rate.parts()));
    }

    /// What `part` of `whole` stands for of this amount, rounded down to the fen.
    public Money shareOf(Money part, Money whole) {
        return ofFen(Decimals.floor(fen, part.fen, whole.fen));
    }

    public Money min(Money other) {
        return fen <= other.fen ? this : other;
    }

    public Money max(Money other) {
        return fen >= other.fen ? this : other;
    }

    public boolean isZero() {
        return fen == 0;
    }

    public boolean isPositive() {
        return fen > 0;
    }

    public boolean isNegative() {
        return fen < 0;
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(fen, other.fen);
    }

    /// Yuan with two decimals, as "12.50" and "-0.05".
    @Override
    public String toString() {
        return Decimals.text(fen, 2);
    }
}

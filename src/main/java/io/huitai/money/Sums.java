package io.huitai.money;

/// What a bill comes to, in yuan: gross − discount − voucher − pointsValue, less what is dropped of the sum, is
/// payable.
///
/// @param discount what item prices, discounts and staff took off
/// @param voucher what vouchers took off
/// @param pointsValue what points took off
public record Sums(Money gross, Money discount, Money voucher, Money pointsValue, Money payable) {
    /// Of nothing.
    public static final Sums ZERO = new Sums(Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO);

    public Sums plus(Sums more) {
        return new Sums(
                gross.plus(more.gross),
                discount.plus(more.discount),
                voucher.plus(more.voucher),
                pointsValue.plus(more.pointsValue),
                payable.plus(more.payable));
    }

    /// What is dropped of the sum; below zero where it is rounded up.
    public Money rounding() {
        return gross.minus(discount).minus(voucher).minus(pointsValue).minus(payable);
    }

    /// With a charge that nothing is taken off.
    public Sums charged(Money more) {
        return new Sums(gross.plus(more), discount, voucher, pointsValue, payable.plus(more));
    }

    /// With so much of the sum dropped.
    public Sums less(Money dropped) {
        return new Sums(gross, discount, voucher, pointsValue, payable.minus(dropped));
    }
}

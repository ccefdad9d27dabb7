package io.huitai.programme.pricing;

import io.huitai.money.Money;
import io.huitai.money.Sums;
import io.huitai.programme.scheme.VoucherType;
import io.huitai.programme.words.Reason;
import io.huitai.programme.words.RefusalCode;
import io.huitai.programme.words.Use.Asked;
import io.huitai.shop.Sku;
import io.huitai.shop.id.RuleId;
import io.huitai.shop.id.VoucherTypeId;
import java.util.ArrayList;
import java.util.List;

/// A priced bill. For every line Σ of its adjustments = net − gross; over the bill
/// gross − discount − voucher − pointsValue − rounding = payable.
///
/// @param lines the lines that stand on the bill, with their own numbers; refused ones are left off
/// @param vouchersUsed in the order asked for, one row a type
/// @param refused lines first, then vouchers in the order asked, then points
public record Quote(
        List<QuotedLine> lines,
        Sums sums,
        long pointsUsed,
        List<VouchersUsed> vouchersUsed,
        List<Refusal> refused,
        Earned earned) {
    public Quote {
        lines = List.copyOf(lines);
        vouchersUsed = List.copyOf(vouchersUsed);
        refused = List.copyOf(refused);
    }

    /// Step 5: with what the outlet itself puts on the bill at the end.
    public Quote withCharges(List<QuotedLine> charges) {
        var all = new ArrayList<>(lines);
        all.addAll(charges);
        var more = charges.stream().map(QuotedLine::net).reduce(Money.ZERO, Money::plus);
        return new Quote(all, sums.charged(more), pointsUsed, vouchersUsed, refused, earned);
    }

    /// Step 5: less what is dropped of the sum; below zero where it is rounded up.
    public Quote dropping(Money dropped) {
        return new Quote(lines, sums.less(dropped), pointsUsed, vouchersUsed, refused, earned);
    }

    /// A line with what was taken off it, in order; an adjustment of 0.00 is not listed.
    public record QuotedLine(int number, Sku sku, Money gross, Money net, List<Adjustment> because) {
        public QuotedLine {
            because = List.copyOf(because);
        }
    }

    /// What one rule changed on a line.
    ///
    /// @param amount below zero where it was taken off
    public record Adjustment(RuleId rule, Reason reason, Money amount) {}

    /// Vouchers that the bill uses up.
    public record VouchersUsed(VoucherTypeId type, long count) {}

    /// Something asked for that the bill does not get.
    ///
    /// @param count what was refused: all that was asked, or the excess for `VOUCHER_LIMIT`
    public record Refusal(Subject subject, Asked count, RefusalCode code) {}

    /// What was refused.
    public sealed interface Subject {
        record Line(int number) implements Subject {}

        record Voucher(VoucherType type) implements Subject {}

        record Points() implements Subject {}
    }

    /// Points for the bill; the rows add up to the points.
    public record Earned(long points, List<EarnedRow> because) {
        /// Nothing earned.
        public static final Earned NOTHING = new Earned(0, List.of());

        public Earned {
            because = List.copyOf(because);
        }
    }

    /// What one earn rule gave or one multiplier added; a row of 0 points is not listed.
    public record EarnedRow(RuleId rule, Reason reason, long points) {}
}

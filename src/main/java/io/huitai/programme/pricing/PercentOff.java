package io.huitai.programme.pricing;

import io.huitai.money.Rate;
import io.huitai.programme.pricing.VoucherUse.Outcome;
import io.huitai.programme.scheme.VoucherType;
import io.huitai.programme.words.Reason;
import io.huitai.programme.words.RefusalCode;
import java.util.List;

/// A voucher of a percentage: takes the place of the discounts of the whole bill, once.
final class PercentOff {
    private PercentOff() {}

    static Outcome take(VoucherType type, Rate rate, List<PricedLine> lines) {
        var before = 0L;
        var after = 0L;
        var repriced = false;
        for (var line : lines) {
            before += line.net();
            after += line.netUndiscounted() - line.offAt(rate);
            repriced |= line.repriced;
        }
        if (repriced || before == 0) {
            return new Outcome.Took(0);
        }
        if (after >= before) {
            return new Outcome.No(RefusalCode.VOUCHER_NO_GAIN);
        }
        var rule = type.rule();
        var reason = new Reason.VoucherTaken(type.name(), 1);
        for (var line : lines) {
            var off = line.offAt(rate);
            line.withoutDiscounts();
            line.voucher(rule, reason, off);
        }
        return new Outcome.Took(1);
    }
}

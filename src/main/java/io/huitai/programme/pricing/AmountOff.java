package io.huitai.programme.pricing;

import io.huitai.programme.pricing.VoucherUse.Outcome;
import io.huitai.programme.scheme.VoucherType;
import io.huitai.programme.scheme.VoucherType.Worth;
import io.huitai.programme.words.Reason;
import io.huitai.programme.words.RefusalCode;
import java.util.List;

/// Vouchers of a fixed amount.
record AmountOff(VoucherType type, Worth.Amount amount, List<PricedLine> lines) {

    /// Splits amount × count once over the lines, as long as each voucher has something to take.
    Outcome split(long most) {
        var each = amount.each().fen();
        var left = 0L;
        for (var line : lines) {
            left += before(line);
        }
        var count = Math.min(most, Math.ceilDiv(left, each));
        if (count <= 0) {
            return new Outcome.Took(0);
        }
        var off = count == Math.ceilDiv(left, each) ? left : each * count;
        if (amount.offList() && left - off >= Pricing.netOf(lines)) {
            return new Outcome.No(RefusalCode.VOUCHER_NO_GAIN);
        }
        take(off, count);
        return new Outcome.Took(count);
    }

    /// One for each line where the guest gains by it, earlier lines first.
    Outcome perLine(long most) {
        var taken = 0L;
        var gainless = false;
        for (var line : lines) {
            if (taken == most || line.bears(type.rule())) {
                continue;
            }
            var before = before(line);
            var off = Math.min(amount.each().fen(), before);
            if (before - off < line.net()) {
                leaveDiscounts(line);
                line.voucher(type.rule(), new Reason.VoucherTaken(type.name(), 1), off);
                taken++;
            } else {
                gainless |= line.gross > 0;
            }
        }
        return taken == 0 && gainless ? new Outcome.No(RefusalCode.VOUCHER_NO_GAIN) : new Outcome.Took(taken);
    }

    private void take(long off, long count) {
        for (var line : lines) {
            leaveDiscounts(line);
        }
        var parts = Pricing.split(off, lines);
        var rule = type.rule();
        var reason = new Reason.VoucherTaken(type.name(), count);
        for (var i = 0; i < parts.length; i++) {
            lines.get(i).voucher(rule, reason, parts[i]);
        }
    }

    private long before(PricedLine line) {
        return amount.offList() ? line.netOffList() : line.net();
    }

    private void leaveDiscounts(PricedLine line) {
        if (amount.offList()) {
            line.backToList();
        }
    }
}

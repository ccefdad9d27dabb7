package io.huitai.programme.pricing;

import io.huitai.programme.pricing.VoucherUse.Outcome;
import io.huitai.programme.scheme.VoucherType;
import io.huitai.programme.words.Reason;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Vouchers that make single units free. A unit serves one voucher only, and one that costs nothing none.
final class FreeUnits {
    private final VoucherType type;
    private final List<PricedLine> lines;
    private final long[] free;
    private final long[] off;

    private FreeUnits(VoucherType type, List<PricedLine> lines) {
        this.type = type;
        this.lines = lines;
        free = new long[lines.size()];
        off = new long[lines.size()];
    }

    /// How many units the lines have for such a voucher before any is used.
    static long atFirst(List<PricedLine> lines) {
        var units = 0L;
        for (var line : lines) {
            if (line.line.quantity().isWhole() && line.unitPriceAtFirst() > 0) {
                units += line.line.quantity().units();
            }
        }
        return units;
    }

    /// The dearest eligible units are free, ties to the earlier line.
    static Outcome give(VoucherType type, List<PricedLine> lines, long most) {
        var units = new FreeUnits(type, lines);
        var given = 0L;
        while (given < most) {
            var dearest = units.dearest(null);
            if (dearest == null) {
                break;
            }
            given += units.giveOf(dearest, Math.min(most - given, dearest.unitsLeft()));
        }
        units.writeRows();
        return new Outcome.Took(given);
    }

    /// Units in pairs, dearest first: the second of each pair is free, and both are used.
    static Outcome pair(VoucherType type, List<PricedLine> lines, long most) {
        var units = new FreeUnits(type, lines);
        var given = 0L;
        while (given < most) {
            var first = units.dearest(null);
            if (first == null) {
                break;
            }
            if (first.unitsLeft() >= 2) {
                var pairs = units.giveOf(first, Math.min(most - given, first.unitsLeft() / 2));
                first.unitsUsed += pairs;
                given += pairs;
            } else {
                var second = units.dearest(first);
                if (second == null) {
                    break;
                }
                first.unitsUsed++;
                given += units.giveOf(second, 1);
            }
        }
        units.writeRows();
        return new Outcome.Took(given);
    }

    private @Nullable PricedLine dearest(@Nullable PricedLine except) {
        PricedLine dearest = null;
        var price = 0L;
        for (var i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            if (line != except && line.unitsLeft() > 0 && price(i) > price) {
                dearest = line;
                price = price(i);
            }
        }
        return dearest;
    }

    /// Units of one line at one price in one go; at least one.
    private long giveOf(PricedLine line, long most) {
        var i = lines.indexOf(line);
        var price = price(i);
        var count = Math.max(1, Math.min(most, (line.net() - off[i]) / price));
        free[i] += count;
        off[i] += count * price;
        line.unitsUsed += count;
        return count;
    }

    private long price(int i) {
        var line = lines.get(i);
        return Math.min(line.unitPriceAtFirst(), line.net() - off[i]);
    }

    private void writeRows() {
        for (var i = 0; i < off.length; i++) {
            lines.get(i).voucher(type.rule(), new Reason.VoucherTaken(type.name(), free[i]), off[i]);
        }
    }
}

package io.huitai.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The rules of [PriceBench] as somebody would write them by hand who needs only these: the baseline of `price.20`.
final class PlainPricing {
    private PlainPricing() {}

    /// @param thousandths of the quantity
    record Item(long fen, long thousandths, boolean special, boolean dish) {}

    record Taken(String rule, long fen) {}

    record Priced(long net, List<Taken> because) {}

    record Total(long payable, long points, long earned, List<Priced> lines) {}

    static Total price(List<Item> items, boolean gold, boolean memberDay, int cash50, int dish10, long points) {
        var count = items.size();
        var nets = new long[count];
        var because = new ArrayList<List<Taken>>(count);
        var goods = 0L;
        var dishes = 0L;
        for (var i = 0; i < count; i++) {
            var item = items.get(i);
            var gross = half(item.fen * item.thousandths, 1_000);
            var atTier = gold ? half(gross * 90, 100) : gross;
            var atDay = memberDay && !item.special ? half(gross * 88, 100) : gross;
            nets[i] = Math.min(atTier, atDay);
            var rows = new ArrayList<Taken>(4);
            if (nets[i] < gross) {
                rows.add(new Taken(atTier <= atDay ? "tier-gold" : "member-day", gross - nets[i]));
            }
            because.add(rows);
            goods += nets[i];
            dishes += item.dish ? nets[i] : 0;
        }
        var all = new boolean[count];
        Arrays.fill(all, true);
        take("cash50", Math.min(cash50 * 50_00L, goods), nets, all, because);
        var dish = new boolean[count];
        for (var i = 0; i < count; i++) {
            dish[i] = items.get(i).dish;
        }
        take("dish10", Math.min(Math.min(dish10, dishes / 100_00) * 10_00, sum(nets, dish)), nets, dish, because);
        var most = Math.min(Math.min(sum(nets, all), goods / 2) / 1_00, points / 100);
        take("points", most * 1_00, nets, all, because);
        var lines = new ArrayList<Priced>(count);
        for (var i = 0; i < count; i++) {
            lines.add(new Priced(nets[i], because.get(i)));
        }
        var payable = sum(nets, all);
        return new Total(payable, most * 100, payable / 1_00, lines);
    }

    /// Largest remainders first, ties to the earlier.
    private static void take(String rule, long amount, long[] nets, boolean[] of, List<List<Taken>> because) {
        var total = sum(nets, of);
        var parts = new long[nets.length];
        var remainders = new long[nets.length];
        var left = amount;
        for (var i = 0; i < nets.length && total > 0; i++) {
            if (of[i]) {
                parts[i] = amount * nets[i] / total;
                remainders[i] = amount * nets[i] % total;
                left -= parts[i];
            }
        }
        for (; left > 0; left--) {
            var largest = 0;
            for (var i = 1; i < nets.length; i++) {
                largest = remainders[i] > remainders[largest] ? i : largest;
            }
            parts[largest]++;
            remainders[largest] = -1;
        }
        for (var i = 0; i < nets.length; i++) {
            if (parts[i] > 0) {
                nets[i] -= parts[i];
                because.get(i).add(new Taken(rule, parts[i]));
            }
        }
    }

    private static long sum(long[] nets, boolean[] of) {
        var sum = 0L;
        for (var i = 0; i < nets.length; i++) {
            sum += of[i] ? nets[i] : 0;
        }
        return sum;
    }

    private static long half(long value, long by) {
        return (value + by / 2) / by;
    }
}

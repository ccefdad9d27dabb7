package io.huitai.programme.pricing;

import io.huitai.money.Money;
import io.huitai.programme.pricing.Quote.Earned;
import io.huitai.programme.pricing.Quote.EarnedRow;
import io.huitai.programme.scheme.Earning.EarnRate;
import io.huitai.programme.scheme.Earning.EarnRule;
import io.huitai.programme.scheme.Earning.Multiplier;
import io.huitai.programme.scheme.Earning.Yield;
import io.huitai.programme.scheme.Programme;
import io.huitai.programme.words.BasketLine;
import io.huitai.programme.words.Reason;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/// Step 6: the points that a bill earns.
final class Earn {
    private Earn() {}

    /// The points for lines with these nets, in fen.
    static Earned of(Programme programme, Situation situation, List<BasketLine> lines, long[] nets) {
        var payable = 0L;
        for (var net : nets) {
            payable = Math.addExact(payable, net);
        }
        var earning = programme.points().earning();
        if (situation.member().isEmpty() || payable == 0 || earning.rules().isEmpty()) {
            return Earned.NOTHING;
        }
        var rules = new ArrayList<EarnRule>(earning.rules().size());
        for (var rule : earning.rules()) {
            if (situation.holds(rule.when())) {
                rules.add(rule);
            }
        }
        var bases = bases(rules, lines, nets);
        var rows = new ArrayList<EarnedRow>(2);
        var sum = 0L;
        for (var i = 0; i < bases.length; i++) {
            var points = points(rules.get(i).rate(), bases[i]);
            if (points > 0) {
                sum = Math.addExact(sum, points);
                var rule = rules.get(i);
                rows.add(new EarnedRow(rule.id(), new Reason.EarnedOn(rule.name(), Money.ofFen(bases[i])), points));
            }
        }
        return sum == 0 ? Earned.NOTHING : multiplied(earning.multipliers(), situation, sum, rows);
    }

    /// The earn base of each rule. Rules of equal rates are one group, which the first of them stands for.
    private static long[] bases(List<EarnRule> rules, List<BasketLine> lines, long[] nets) {
        var bases = new long[rules.size()];
        for (var i = 0; i < nets.length; i++) {
            for (var rule : rules) {
                if (rule.goods().include(lines.get(i))) {
                    bases[leader(rules, rule)] += nets[i];
                    break;
                }
            }
        }
        return bases;
    }

    private static int leader(List<EarnRule> rules, EarnRule rule) {
        var leader = 0;
        while (!rules.get(leader).rate().equals(rule.rate())) {
            leader++;
        }
        return leader;
    }

    private static long points(EarnRate rate, long base) {
        return switch (rate) {
            case EarnRate.Per(var per, var points) -> Math.multiplyExact(base / per.fen(), points);
            case EarnRate.Staged(var bands) -> {
                var points = 0L;
                for (var band : bands) {
                    if (base >= band.from().fen()) {
                        points = points(band.yield(), base);
                    }
                }
                yield points;
            }
        };
    }

    private static long points(Yield yielded, long base) {
        return switch (yielded) {
            case Yield.Fixed(var points) -> points;
            case Yield.Share(var rate) -> Money.ofFen(base).floorAt(rate).fen() / 100;
        };
    }

    private static Earned multiplied(
            List<Multiplier> multipliers, Situation situation, long sum, List<EarnedRow> rows) {
        var exact = BigDecimal.ONE;
        var points = sum;
        for (var multiplier : multipliers) {
            if (situation.holds(multiplier.when())) {
                exact = exact.multiply(BigDecimal.valueOf(multiplier.rate().parts(), 6));
                var now = exact.multiply(BigDecimal.valueOf(sum))
                        .setScale(0, RoundingMode.FLOOR)
                        .longValueExact();
                if (now != points) {
                    var reason = new Reason.Multiplied(multiplier.name(), multiplier.rate());
                    rows.add(new EarnedRow(multiplier.id(), reason, Math.subtractExact(now, points)));
                }
                points = now;
            }
        }
        return new Earned(points, rows);
    }
}

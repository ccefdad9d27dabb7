package io.huitai.programme.doubt;

import io.huitai.money.Money;
import io.huitai.programme.doubt.Doubt.Code;
import io.huitai.programme.scheme.Condition;
import io.huitai.programme.scheme.Condition.All;
import io.huitai.programme.scheme.Earning.Band;
import io.huitai.programme.scheme.Earning.EarnRate;
import io.huitai.programme.scheme.Earning.EarnRule;
import io.huitai.programme.scheme.Earning.Multiplier;
import io.huitai.programme.scheme.Earning.Yield;
import io.huitai.programme.scheme.Programme;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Points that cost more than they bring: the points that a yuan earns at best, at what they are worth as money or as a
/// voucher, against the yuan. The formula is in decision note 13.
record PointsWorth(Programme programme, Chances chances) {
    private static final MathContext EXACTLY_ENOUGH = MathContext.DECIMAL64;
    private static final Money YUAN = Money.parse("1.00");

    Stream<Doubt> doubts() {
        var doubts = new ArrayList<Doubt>();
        var rules = programme.points().earning().rules();
        for (var i = 0; i < rules.size(); i++) {
            var worth =
                    perYuan(rules.get(i).rate()).multiply(atBest(rules.get(i))).multiply(programme.pointWorth());
            if (worth.compareTo(BigDecimal.ONE) > 0) {
                var yuan = worth.setScale(2, RoundingMode.DOWN).max(new BigDecimal("1.01"));
                doubts.add(new Doubt(
                        "points/earn/" + i, Code.POINTS_COST_MORE, rules.get(i).id(), yuan.toPlainString()));
            }
        }
        return doubts.stream();
    }

    /// The points that a yuan earns, on a bill of a yuan or more.
    private static BigDecimal perYuan(EarnRate rate) {
        return switch (rate) {
            case EarnRate.Per(var per, var points) -> BigDecimal.valueOf(points).divide(yuan(per), EXACTLY_ENOUGH);
            case EarnRate.Staged(var bands) -> {
                var most = BigDecimal.ZERO;
                for (var i = 0; i < bands.size(); i++) {
                    var over = i + 1 < bands.size() && bands.get(i + 1).from().compareTo(YUAN) <= 0;
                    most = over ? most : most.max(perYuan(bands.get(i)));
                }
                yield most;
            }
        };
    }

    private static BigDecimal perYuan(Band band) {
        return switch (band.yield()) {
            case Yield.Fixed(var points) ->
                BigDecimal.valueOf(points).divide(yuan(band.from().max(YUAN)), EXACTLY_ENOUGH);
            case Yield.Share(var rate) -> new BigDecimal(rate.toString());
        };
    }

    /// The multipliers that can come together with a rule, the largest first.
    private BigDecimal atBest(EarnRule rule) {
        var together = rule.when();
        var product = BigDecimal.ONE;
        for (var multiplier : largestFirst()) {
            Condition with = new All(List.of(together, multiplier.when()));
            var rate = new BigDecimal(multiplier.rate().toString());
            if (rate.compareTo(BigDecimal.ONE) > 0 && !chances.neverForMembers(with)) {
                together = with;
                product = product.multiply(rate, EXACTLY_ENOUGH);
            }
        }
        return product;
    }

    private List<Multiplier> largestFirst() {
        return programme.points().earning().multipliers().stream()
                .sorted(Comparator.comparing(Multiplier::rate).reversed())
                .toList();
    }

    private static BigDecimal yuan(Money amount) {
        return new BigDecimal(amount.toString());
    }
}

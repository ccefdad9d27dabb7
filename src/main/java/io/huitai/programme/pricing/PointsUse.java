package io.huitai.programme.pricing;

import io.huitai.money.Money;
import io.huitai.programme.pricing.Quote.Refusal;
import io.huitai.programme.pricing.Quote.Subject;
import io.huitai.programme.scheme.Programme;
import io.huitai.programme.scheme.Redemption;
import io.huitai.programme.words.Reason;
import io.huitai.programme.words.RefusalCode;
import io.huitai.programme.words.Use.Asked;
import io.huitai.shop.id.RuleId;
import java.util.List;
import java.util.Optional;

/// Step 4: points as money, in whole units, up to balance, cap and payable.
final class PointsUse {
    private static final RuleId POINTS = new RuleId("points");

    private PointsUse() {}

    /// Takes the points off the lines.
    ///
    /// @return the points used
    static long redeem(
            Programme programme, Situation situation, List<PricedLine> lines, Asked asked, List<Refusal> refused) {
        var rules = programme.points();
        var points = switch (asked) {
            case Asked.Max() ->
                rules.redemption()
                        .map(redemption -> most(programme, situation, lines, redemption))
                        .orElse(0L);
            case Asked.Count(var number) -> {
                var code = number == 0 ? Optional.<RefusalCode>empty() : refusal(programme, situation, lines, number);
                code.ifPresent(why -> refused.add(new Refusal(new Subject.Points(), asked, why)));
                yield code.isPresent() ? 0 : number;
            }
        };
        if (points > 0) {
            take(rules.redemption().orElseThrow(), points, lines);
        }
        return points;
    }

    private static void take(Redemption redemption, long points, List<PricedLine> lines) {
        var value = redemption.unitValue().fen() * (points / redemption.unit());
        var parts = Pricing.split(value, lines);
        var reason = new Reason.PointsRedeemed(points);
        for (var i = 0; i < parts.length; i++) {
            lines.get(i).points(POINTS, reason, parts[i]);
        }
    }

    private static long most(Programme programme, Situation situation, List<PricedLine> lines, Redemption redemption) {
        var units = Math.min(balance(programme, situation) / redemption.unit(), allowedUnits(redemption, lines));
        return units * redemption.unit();
    }

    private static Optional<RefusalCode> refusal(
            Programme programme, Situation situation, List<PricedLine> lines, long points) {
        if (situation.member().isEmpty()) {
            return Optional.of(RefusalCode.NO_MEMBER);
        }
        if (programme.points().redemption().isEmpty()) {
            return Optional.of(RefusalCode.POINTS_NO_VALUE);
        }
        var redemption = programme.points().redemption().get();
        if (points % redemption.unit() != 0) {
            return Optional.of(RefusalCode.POINTS_UNIT);
        }
        if (points > balance(programme, situation)) {
            return Optional.of(RefusalCode.POINTS_NOT_ENOUGH);
        }
        return points / redemption.unit() > allowedUnits(redemption, lines)
                ? Optional.of(RefusalCode.POINTS_OVER_CAP)
                : Optional.empty();
    }

    /// The whole units that cap and payable allow.
    private static long allowedUnits(Redemption redemption, List<PricedLine> lines) {
        var goods = 0L;
        for (var line : lines) {
            goods += line.afterDiscounts();
        }
        var payable = Pricing.netOf(lines);
        var most = redemption.cap().isEmpty()
                ? payable
                : Math.min(
                        payable,
                        Money.ofFen(goods).floorAt(redemption.cap().get()).fen());
        return most / redemption.unitValue().fen();
    }

    /// What the member can spend here today; a debt leaves nothing.
    static long balance(Programme programme, Situation situation) {
        if (situation.member().isEmpty()) {
            return 0;
        }
        var here = situation.outlet().store();
        var balance = 0L;
        for (var held : situation.member().get().points()) {
            var elsewhere = programme.points().storeBound()
                    && held.store().isPresent()
                    && !held.store().get().equals(here);
            if (!elsewhere && held.goodOn(situation.today())) {
                balance = Math.addExact(balance, held.points());
            }
        }
        return Math.max(0, balance);
    }
}

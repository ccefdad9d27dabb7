package io.huitai.programme.pricing;

import io.huitai.money.Money;
import io.huitai.money.Split;
import io.huitai.money.Sums;
import io.huitai.programme.pricing.Quote.Earned;
import io.huitai.programme.pricing.Quote.QuotedLine;
import io.huitai.programme.pricing.Quote.Refusal;
import io.huitai.programme.pricing.Quote.Subject;
import io.huitai.programme.scheme.Programme;
import io.huitai.programme.words.Basket;
import io.huitai.programme.words.BasketLine;
import io.huitai.programme.words.ManualDiscount;
import io.huitai.programme.words.ManualDiscount.Off;
import io.huitai.programme.words.PricedMember;
import io.huitai.programme.words.Reason;
import io.huitai.programme.words.RefusalCode;
import io.huitai.programme.words.Use;
import io.huitai.programme.words.Use.Asked;
import io.huitai.shop.Outlet;
import io.huitai.shop.id.RuleId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Prices a bill: one pure function. Same input, same output, on every machine, for ever.
public final class Pricing {
    /// The rule of what staff take off by hand.
    public static final RuleId MANUAL = new RuleId("manual");

    private Pricing() {}

    /// The quote of a bill, in the order of the steps: item price, discounts, vouchers, points, points earned.
    ///
    /// @param member empty for a walk-in
    /// @param now in the store's time zone, whose dates count
    /// @throws ArithmeticException when an amount does not fit
    /// @throws IllegalArgumentException when a tier or voucher type is not the programme's
    public static Quote price(
            Programme programme,
            Optional<PricedMember> member,
            Basket bill,
            Use use,
            Outlet outlet,
            ZonedDateTime now) {
        var situation = situation(programme, member, bill, outlet, now);
        var refused = new ArrayList<Refusal>();
        var lines = discounted(programme, situation, refused);
        var gross = 0L;
        for (var line : lines) {
            gross = Math.addExact(gross, line.gross);
        }
        var vouchers = new VoucherUse(programme, situation, lines, refused);
        for (var asked : use.vouchers()) {
            vouchers.use(asked);
        }
        var pointsUsed = PointsUse.redeem(programme, situation, lines, use.points(), refused);
        var nets = new long[lines.size()];
        var sold = new ArrayList<BasketLine>(nets.length);
        for (var i = 0; i < nets.length; i++) {
            nets[i] = lines.get(i).net();
            sold.add(lines.get(i).line);
        }
        return quote(lines, gross, pointsUsed, vouchers, refused, Earn.of(programme, situation, sold, nets));
    }

    /// What the programme gives for nets that a guest keeps: a refund's points are judged by it.
    ///
    /// @param bill as it was sold
    /// @param nets what is kept of each line of the bill, in the bill's order
    /// @param now the moment of the sale
    public static Earned earned(
            Programme programme,
            Optional<PricedMember> member,
            Basket bill,
            List<Money> nets,
            Outlet outlet,
            ZonedDateTime now) {
        if (nets.size() != bill.lines().size()) {
            throw new IllegalArgumentException(
                    nets.size() + " nets for " + bill.lines().size() + " lines");
        }
        var situation = situation(programme, member, bill, outlet, now);
        return Earn.of(
                programme,
                situation,
                bill.lines(),
                nets.stream().mapToLong(Money::fen).toArray());
    }

    /// Steps 1 and 2: the lines as every threshold looks at them.
    static List<PricedLine> discounted(Programme programme, Situation situation, List<Refusal> refused) {
        var lines = admitted(situation.bill(), situation.member().isPresent(), refused);
        discount(programme, situation, lines);
        for (var manual : situation.bill().manual()) {
            takeByHand(manual, lines);
        }
        for (var line : lines) {
            line.stepTwoDone();
        }
        return lines;
    }

    private static Situation situation(
            Programme programme, Optional<PricedMember> member, Basket bill, Outlet outlet, ZonedDateTime now) {
        if (member.isPresent() && programme.tier(member.get().tier()).isEmpty()) {
            throw new IllegalArgumentException("Programme " + programme.id() + " has no tier '"
                    + member.get().tier() + "'");
        }
        return new Situation(member, bill, outlet, now.toLocalDateTime());
    }

    /// The lines that the guest may buy; the others are refused.
    private static List<PricedLine> admitted(Basket bill, boolean member, List<Refusal> refused) {
        var lines = new ArrayList<PricedLine>(bill.lines().size());
        for (var line : bill.lines()) {
            if (!member && line.flags().contains(BasketLine.MEMBERS_ONLY)) {
                refused.add(new Refusal(new Subject.Line(line.number()), new Asked.Count(1), RefusalCode.MEMBERS_ONLY));
            } else {
                lines.add(new PricedLine(line));
            }
        }
        return lines;
    }

    private static void discount(Programme programme, Situation situation, List<PricedLine> lines) {
        if (situation.member().isPresent()) {
            for (var line : lines) {
                line.takeMemberPrice();
            }
        }
        var offers = LineDiscounts.holding(programme.discounts(), situation);
        for (var line : lines) {
            offers.applyTo(line);
        }
    }

    private static void takeByHand(ManualDiscount manual, List<PricedLine> lines) {
        var reason = new Reason.ByHand(manual.reason());
        var touched = new ArrayList<PricedLine>();
        for (var line : lines) {
            if (manual.line().isEmpty() || manual.line().getAsInt() == line.line.number()) {
                touched.add(line);
            }
        }
        switch (manual.off()) {
            case Off.Share(var rate) -> {
                for (var line : touched) {
                    line.byHand(
                            MANUAL,
                            reason,
                            line.net() - Money.ofFen(line.net()).at(rate).fen());
                }
            }
            case Off.Amount(var amount, var most) -> {
                var limit = Money.ofFen(netOf(touched)).floorAt(most);
                var parts = split(amount.min(limit).fen(), touched);
                for (var i = 0; i < parts.length; i++) {
                    touched.get(i).byHand(MANUAL, reason, parts[i]);
                }
            }
        }
    }

    /// An amount over lines in proportion to what is left of them; it is at most what is left.
    static long[] split(long amount, List<PricedLine> lines) {
        var weights = new long[lines.size()];
        for (var i = 0; i < weights.length; i++) {
            weights[i] = lines.get(i).net();
        }
        return Split.of(amount, weights);
    }

    static long netOf(List<PricedLine> lines) {
        var sum = 0L;
        for (var line : lines) {
            sum = Math.addExact(sum, line.net());
        }
        return sum;
    }

    private static Quote quote(
            List<PricedLine> lines,
            long gross,
            long pointsUsed,
            VoucherUse vouchers,
            List<Refusal> refused,
            Earned earned) {
        var quoted = new ArrayList<QuotedLine>(lines.size());
        var discount = 0L;
        var voucher = 0L;
        var points = 0L;
        for (var line : lines) {
            discount += line.discounted();
            voucher += line.byVouchers();
            points += line.byPoints();
            quoted.add(line.quoted());
        }
        return new Quote(
                quoted,
                new Sums(
                        Money.ofFen(gross),
                        Money.ofFen(discount),
                        Money.ofFen(voucher),
                        Money.ofFen(points),
                        Money.ofFen(gross - discount - voucher - points)),
                pointsUsed,
                vouchers.used(),
                refused,
                earned);
    }
}

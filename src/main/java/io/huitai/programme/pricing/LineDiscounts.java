package io.huitai.programme.pricing;

import io.huitai.money.Money;
import io.huitai.money.Rate;
import io.huitai.programme.scheme.Discount;
import io.huitai.programme.words.BasketLine;
import io.huitai.programme.words.Reason;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The discounts that hold for one bill: per line the best offer, and on top of it those that stack.
record LineDiscounts(List<Discount> rivals, List<Discount> stacking) {

    static LineDiscounts holding(List<Discount> discounts, Situation situation) {
        var rivals = new ArrayList<Discount>();
        var stacking = new ArrayList<Discount>();
        for (var discount : discounts) {
            if ((discount.walkIns() || situation.member().isPresent()) && situation.holds(discount.when())) {
                (discount.stacks() ? stacking : rivals).add(discount);
            }
        }
        return new LineDiscounts(rivals, stacking);
    }

    void applyTo(PricedLine line) {
        var item = line.net();
        var onTop = onTop(line.line);
        Discount best = null;
        var bestNet = Long.MAX_VALUE;
        for (var rival : rivals) {
            if (rival.goods().include(line.line)) {
                var net = at(item, rival, onTop);
                if (net < bestNet) {
                    best = rival;
                    bestNet = net;
                }
            }
        }
        if (best != null && onTop.isEmpty()) {
            line.discount(best.id(), new Reason.Discounted(best.name(), best.rate()), item - bestNet);
        } else if (!onTop.isEmpty()) {
            applyStacked(line, item, best, onTop);
        }
    }

    /// Each shows its own amount as if it were the last; the last shows the rest, so the line is rounded once.
    private static void applyStacked(PricedLine line, long item, @Nullable Discount best, List<Discount> onTop) {
        var all = new ArrayList<Discount>(onTop.size() + 1);
        if (best != null) {
            all.add(best);
        }
        all.addAll(onTop);
        var left = item;
        for (var i = 0; i < all.size(); i++) {
            var discount = all.get(i);
            var net = at(item, all.getFirst(), all.subList(1, i + 1));
            line.discount(discount.id(), new Reason.Discounted(discount.name(), discount.rate()), left - net);
            left = net;
        }
    }

    private List<Discount> onTop(BasketLine line) {
        if (stacking.isEmpty()) {
            return stacking;
        }
        var onTop = new ArrayList<Discount>(stacking.size());
        for (var discount : stacking) {
            if (discount.goods().include(line)) {
                onTop.add(discount);
            }
        }
        return onTop;
    }

    /// The rates multiplied exactly, the amount rounded half-up once.
    private static long at(long item, Discount first, List<Discount> others) {
        return switch (others.size()) {
            case 0 -> Money.ofFen(item).at(first.rate()).fen();
            case 1 ->
                Money.ofFen(item)
                        .at(first.rate().times(others.getFirst().rate()))
                        .fen();
            default -> {
                var exact = BigDecimal.valueOf(item).multiply(fraction(first.rate()));
                for (var other : others) {
                    exact = exact.multiply(fraction(other.rate()));
                }
                yield exact.setScale(0, RoundingMode.HALF_UP).longValueExact();
            }
        };
    }

    private static BigDecimal fraction(Rate rate) {
        return BigDecimal.valueOf(rate.parts(), 6);
    }
}

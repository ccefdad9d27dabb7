package io.huitai.till.book;

import io.huitai.journal.fact.Adjusted;
import io.huitai.journal.fact.Fact;
import io.huitai.money.Money;
import io.huitai.money.Quantity;
import io.huitai.shop.BillLine;
import io.huitai.shop.ByHand;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// What was taken off a bill again before it was paid: lines that can be put back, and how much went by nobody's leave.
///
/// @param most how much of a line there was before less was made of it without approval
/// @param voided lines that are gone, the one that went last behind the others
/// @param before of a part of a bill
public record TakenOff(Map<Integer, Quantity> most, List<Voided> voided, Before before) {
    static final TakenOff NOTHING = new TakenOff(Map.of(), List.of(), Before.NOTHING);

    /// How it was with a bill when it was split.
    ///
    /// @param bill that was split
    /// @param gone what had gone off it
    /// @param elsewhere all that had been on it and is not on this part
    record Before(long bill, Money gone, Money elsewhere) {
        private static final Before NOTHING = new Before(0, Money.ZERO, Money.ZERO);

        /// Whether both are parts of one bill.
        boolean isOf(Before other) {
            return bill != 0 && bill == other.bill;
        }
    }

    public TakenOff {
        most = Map.copyOf(most);
        voided = List.copyOf(voided);
    }

    /// A line that is gone.
    ///
    /// @param most how much of it there was
    /// @param approved whether somebody approved that the rest of it goes
    /// @param discount by hand that went with it
    /// @param place where that stood among the bill's
    public record Voided(BillLine line, Quantity most, boolean approved, Optional<ByHand> discount, int place) {
        Money alone() {
            var all = most.of(line.price());
            return approved ? all.minus(worth(line)) : all;
        }
    }

    /// After a line's quantity was set.
    TakenOff set(BillLine line, Quantity qty, boolean approved) {
        var peaks = new HashMap<>(most);
        var peak = peak(line).thousandths();
        var less = Math.max(0, line.qty().thousandths() - qty.thousandths());
        var counts = approved ? peak - less : peak;
        if (qty.thousandths() >= counts) {
            peaks.remove(line.number());
        } else {
            peaks.put(line.number(), new Quantity(counts));
        }
        return new TakenOff(peaks, voided, before);
    }

    /// After a line was voided.
    ///
    /// @param adjusted of the bill while it stood there
    TakenOff without(BillLine line, boolean approved, Adjusted adjusted) {
        var discounts = adjusted.byHand();
        var place = IntStream.range(0, discounts.size())
                .filter(at -> discounts
                        .get(at)
                        .line()
                        .filter(own -> own == line.number())
                        .isPresent())
                .findFirst();
        var discount = place.stream().mapToObj(discounts::get).findFirst();
        var gone = new ArrayList<>(voided);
        gone.add(new Voided(line, peak(line), approved, discount, place.orElse(0)));
        var peaks = new HashMap<>(most);
        peaks.remove(line.number());
        return new TakenOff(peaks, gone, before);
    }

    /// After a voided line was put back.
    TakenOff restored(Voided back) {
        var left = new ArrayList<>(voided);
        left.remove(back);
        var peaks = new HashMap<>(most);
        if (back.most().compareTo(back.line().qty()) > 0) {
            peaks.put(back.line().number(), back.most());
        }
        return new TakenOff(peaks, left, before);
    }

    public Optional<Voided> voided(int line) {
        return voided.stream().filter(gone -> gone.line().number() == line).findFirst();
    }

    private Quantity peak(BillLine line) {
        return most.getOrDefault(line.number(), line.qty());
    }

    /// What went before the split still counts. No line can be put back.
    static TakenOff ofPart(Fact.BillSplit split) {
        var own = NOTHING.aloneWithAll(split.lines());
        var elsewhere = split.whole().map(whole -> whole.minus(own)).orElse(Money.ZERO);
        return new TakenOff(
                Map.of(),
                List.of(),
                new Before(split.from(), split.gone().orElse(Money.ZERO), elsewhere.max(Money.ZERO)));
    }

    /// A line at its price.
    private static Money worth(BillLine line) {
        return line.qty().of(line.price());
    }

    /// What went by nobody's leave, at the prices of the lines; more than adds up is above every limit.
    ///
    /// @param lines that are left
    Money alone(List<BillLine> lines) {
        return sum(lines, before.gone(), false);
    }

    /// The same without what had gone before the bill was split.
    Money aloneSinceSplit(List<BillLine> lines) {
        return sum(lines, Money.ZERO, false);
    }

    /// The same with all that is left, and with what a bill that was split had on its other parts. The outlet's own
    /// charges are no goods.
    Money aloneWithAll(List<BillLine> lines) {
        return sum(lines, before.elsewhere(), true);
    }

    private Money sum(List<BillLine> lines, Money earlier, boolean all) {
        try {
            var sum = voided.stream().map(Voided::alone).reduce(earlier, Money::plus);
            for (var line : lines) {
                var there = all && line.charge().isEmpty() ? Money.ZERO : worth(line);
                sum = sum.plus(peak(line).of(line.price())).minus(there);
            }
            return sum;
        } catch (ArithmeticException tooLarge) {
            return Money.LARGEST;
        }
    }
}

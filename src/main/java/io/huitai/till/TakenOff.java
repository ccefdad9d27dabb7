package io.huitai.till;

import io.huitai.journal.Adjusted;
import io.huitai.journal.Fact;
import io.huitai.money.Money;
import io.huitai.money.Quantity;
import io.huitai.shop.BillLine;
import io.huitai.shop.ByHand;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/// What was taken off a bill again before it was paid: lines that can be put back, and how much went by nobody's leave.
///
/// @param most how much of a line there was before less was made of it without approval
/// @param voided lines that are gone, the one that went last behind the others
/// @param earlier of a part of a bill, what stands or went elsewhere
record TakenOff(Map<Integer, Quantity> most, List<Voided> voided, Money earlier) {
    private static final Money MOST = Money.ofFen(Long.MAX_VALUE);
    static final TakenOff NOTHING = new TakenOff(Map.of(), List.of(), Money.ZERO);

    TakenOff {
        most = Map.copyOf(most);
        voided = List.copyOf(voided);
    }

    /// A line that is gone.
    ///
    /// @param most how much of it there was
    /// @param approved whether somebody approved that it goes
    /// @param discount by hand that went with it
    /// @param place where that stood among the bill's
    record Voided(BillLine line, Quantity most, boolean approved, Optional<ByHand> discount, int place) {
        Money alone() {
            return approved ? Money.ZERO : most.of(line.price());
        }
    }

    /// After a line's quantity was set.
    TakenOff set(BillLine line, Quantity qty, boolean approved) {
        var peaks = new HashMap<>(most);
        var peak = peak(line);
        if (approved || qty.compareTo(peak) >= 0) {
            peaks.remove(line.number());
        } else {
            peaks.put(line.number(), peak);
        }
        return new TakenOff(peaks, voided, earlier);
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
        return new TakenOff(peaks, gone, earlier);
    }

    /// After a voided line was put back.
    TakenOff restored(Voided back) {
        var left = new ArrayList<>(voided);
        left.remove(back);
        var peaks = new HashMap<>(most);
        if (!back.approved() && back.most().compareTo(back.line().qty()) > 0) {
            peaks.put(back.line().number(), back.most());
        }
        return new TakenOff(peaks, left, earlier);
    }

    Optional<Voided> voided(int line) {
        return voided.stream().filter(gone -> gone.line().number() == line).findFirst();
    }

    private Quantity peak(BillLine line) {
        return most.getOrDefault(line.number(), line.qty());
    }

    /// What is not on one part of a bill may have gone off the others: it counts. No line can be put back.
    static TakenOff ofPart(Fact.BillSplit split) {
        var own = NOTHING.alone(split.lines(), TakenOff::worth);
        var others = split.whole().map(whole -> whole.minus(own)).orElse(Money.ZERO);
        return new TakenOff(Map.of(), List.of(), others.max(Money.ZERO));
    }

    /// A line at its price.
    static Money worth(BillLine line) {
        return line.qty().of(line.price());
    }

    /// What went by nobody's leave, at the prices of the lines; more than adds up is above every limit.
    ///
    /// @param lines that are left
    Money alone(List<BillLine> lines) {
        return alone(lines, _ -> Money.ZERO);
    }

    /// The same with something of each line that is left.
    Money alone(List<BillLine> lines, Function<BillLine, Money> more) {
        try {
            var sum = voided.stream().map(Voided::alone).reduce(earlier, Money::plus);
            for (var line : lines) {
                sum = sum.plus(peak(line).of(line.price()).minus(worth(line))).plus(more.apply(line));
            }
            return sum;
        } catch (ArithmeticException tooLarge) {
            return MOST;
        }
    }
}

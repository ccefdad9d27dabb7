package io.huitai.ui.sale;

import io.huitai.money.Money;
import java.util.List;
import java.util.TreeSet;

/// What a guest is likely to hand over for an amount.
final class QuickCash {
    private static final long[] NOTES = {1_00, 5_00, 10_00, 20_00, 50_00, 100_00};
    static final int MOST = 4;

    private QuickCash() {}

    /// Up to four amounts above what is due, the smallest first.
    static List<Money> of(Money due) {
        if (!due.isPositive()) {
            return List.of();
        }
        var amounts = new TreeSet<Long>();
        for (var note : NOTES) {
            var up = Math.ceilDiv(due.fen(), note) * note;
            if (up > due.fen()) {
                amounts.add(up);
            }
        }
        while (amounts.size() > MOST) {
            amounts.pollFirst();
        }
        return amounts.stream().map(Money::ofFen).toList();
    }
}

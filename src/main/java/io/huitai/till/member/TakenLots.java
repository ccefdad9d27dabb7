package io.huitai.till.member;

import io.huitai.ledger.Holding;
import java.util.ArrayList;
import java.util.List;

/// What was taken by lot, given back bit by bit in the order that it was taken.
public final class TakenLots {
    private TakenLots() {}

    /// The next part to give back.
    ///
    /// @param before how much has been given back already
    public static List<Holding> part(List<Holding> taken, long before, long amount) {
        var skip = before;
        var left = amount;
        var part = new ArrayList<Holding>();
        for (var each : taken) {
            var open = each.amount() - Math.min(skip, each.amount());
            skip -= Math.min(skip, each.amount());
            var back = Math.min(left, open);
            if (back > 0) {
                part.add(new Holding(each.asset(), each.lot(), back));
                left -= back;
            }
        }
        return List.copyOf(part);
    }
}

package io.huitai.till.refund;

import io.huitai.journal.fact.Sale;
import io.huitai.journal.fact.SoldLine;
import io.huitai.money.Money;
import io.huitai.money.Quantity;
import io.huitai.money.Rate;
import io.huitai.store.StoredSale;
import io.huitai.till.refusal.ErrorCode;
import io.huitai.till.refusal.Refusal;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// How much of a sale has come back at one point of its refunds.
///
/// @param thousandths by line number, in thousandths
record ReturnedGoods(Sale sale, Map<Integer, Long> thousandths) {
    ReturnedGoods {
        thousandths = Map.copyOf(thousandths);
    }

    /// What earlier refunds have brought back.
    static ReturnedGoods before(StoredSale stored) {
        var returned = new HashMap<Integer, Long>();
        for (var refund : stored.refunds()) {
            refund.lines().forEach(back -> returned.merge(back.line(), back.thousandths(), Long::sum));
        }
        return new ReturnedGoods(stored.sale(), returned);
    }

    /// The same with what is returned now. Refused: `ALREADY_REFUNDED`, `REFUND_TOO_MUCH`, `BAD_REQUEST`.
    ///
    /// @param wished by line number; empty is all that is left
    ReturnedGoods and(Map<Integer, Quantity> wished) {
        if (isAll()) {
            throw Refusal.of(ErrorCode.ALREADY_REFUNDED);
        }
        var returned = new HashMap<>(thousandths);
        if (wished.isEmpty()) {
            sale.lines()
                    .forEach(line ->
                            returned.put(line.item().number(), line.item().qty().thousandths()));
        }
        wished.forEach((number, qty) -> {
            var line = sale.line(number).orElseThrow(() -> Refusal.of(ErrorCode.BAD_REQUEST, "line " + number));
            if (qty.thousandths() > left(line)) {
                throw Refusal.of(ErrorCode.REFUND_TOO_MUCH, number, text(left(line)));
            }
            returned.merge(number, qty.thousandths(), Long::sum);
        });
        return new ReturnedGoods(sale, returned);
    }

    private static String text(long thousandths) {
        return thousandths == 0 ? "0" : new Quantity(thousandths).toString();
    }

    long of(SoldLine line) {
        return thousandths.getOrDefault(line.item().number(), 0L);
    }

    /// How much of a line can still come back.
    long left(SoldLine line) {
        return line.item().qty().thousandths() - of(line);
    }

    /// The part of a line's amount that belongs to what has come back.
    Money shareOf(SoldLine line, Money amount) {
        return line.item().qty().shareOf(amount, of(line));
    }

    /// The guest's share of what was paid for what has come back, by tax rate: of each line its part of the net, less
    /// the part of what was dropped of the sum.
    SortedMap<Rate, Money> paidByRate() {
        var back = new TreeMap<Rate, Money>();
        for (var line : sale.lines()) {
            back.merge(line.item().taxRate(), shareOf(line, line.net()), Money::plus);
        }
        var nets = sale.netByRate();
        sale.droppedByRate().forEach((rate, dropped) -> {
            if (!dropped.isZero()) {
                back.merge(
                        rate,
                        dropped.shareOf(back.getOrDefault(rate, Money.ZERO), nets.getOrDefault(rate, Money.ZERO))
                                .negated(),
                        Money::plus);
            }
        });
        return back;
    }

    /// Whether all of a line has come back.
    boolean isBack(int number) {
        return sale.line(number).map(line -> left(line) == 0).orElse(true);
    }

    boolean isAll() {
        return sale.lines().stream().allMatch(line -> left(line) == 0);
    }
}

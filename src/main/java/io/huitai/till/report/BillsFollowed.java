package io.huitai.till.report;

import io.huitai.journal.fact.Fact;
import io.huitai.money.Money;
import io.huitai.shop.BillLine;
import io.huitai.shop.ByHand;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The lines of bills that are not paid yet, so that what is taken off one of them can be told in money.
final class BillsFollowed {
    private final Map<Long, Map<Integer, BillLine>> bills = new HashMap<>();
    private final Map<Long, Map<Integer, BillLine>> gone = new HashMap<>();

    /// Every fact in its order, told of or not.
    void take(Fact fact) {
        if (fact instanceof Fact.OfLines changed) {
            changed(changed);
        } else if (fact instanceof Fact.EndsBill ended) {
            bills.remove(ended.bill());
            gone.remove(ended.bill());
        }
    }

    private void changed(Fact.OfLines fact) {
        switch (fact) {
            case Fact.LineAdded(var bill, var line) -> of(bill).put(line.number(), line);
            case Fact.LineQuantitySet(var bill, var line, var qty, var _) ->
                of(bill).computeIfPresent(line, (_, before) -> before.withQty(qty));
            case Fact.PriceOverridden by ->
                of(by.bill())
                        .computeIfPresent(by.line(), (_, before) -> before.withPrice(by.price(), manual(by, before)));
            case Fact.LineVoided(var bill, var line, var _, var _) ->
                Optional.ofNullable(of(bill).remove(line))
                        .ifPresent(gone -> gone(bill).put(line, gone));
            case Fact.LineRestored(var bill, var line) ->
                Optional.ofNullable(gone(bill).remove(line)).ifPresent(back -> of(bill).put(line, back));
            case Fact.BillSplit split -> {
                var lines = new HashMap<Integer, BillLine>();
                split.lines().forEach(line -> lines.put(line.number(), line));
                bills.put(split.bill(), lines);
            }
        }
    }

    private static BillLine.Manual manual(Fact.PriceOverridden by, BillLine before) {
        return new BillLine.Manual(
                BillLine.OVERRIDE, by.reason(), by.price().minus(before.price()), Optional.of(by.approval()));
    }

    private Map<Integer, BillLine> of(long bill) {
        return bills.computeIfAbsent(bill, _ -> new HashMap<>());
    }

    private Map<Integer, BillLine> gone(long bill) {
        return gone.computeIfAbsent(bill, _ -> new HashMap<>());
    }

    /// What a voided line costs that is put back.
    Money voided(long bill, int line) {
        return Optional.ofNullable(gone(bill).get(line))
                .map(BillsFollowed::gross)
                .orElse(Money.ZERO);
    }

    /// What goes off a line whose quantity is set to less; nothing where it is set to more.
    Money lessened(Fact.LineQuantitySet set) {
        return Optional.ofNullable(of(set.bill()).get(set.line()))
                .filter(before -> set.qty().compareTo(before.qty()) < 0)
                .map(before -> gross(before).minus(set.qty().of(before.price())))
                .orElse(Money.ZERO);
    }

    Optional<BillLine> item(long bill, int line) {
        return Optional.ofNullable(of(bill).get(line));
    }

    /// What a line costs before anything is taken off it; nothing where it is not known.
    Money line(long bill, int line) {
        return Optional.ofNullable(of(bill).get(line)).map(BillsFollowed::gross).orElse(Money.ZERO);
    }

    /// The same of all lines.
    Money all(long bill) {
        return of(bill).values().stream().map(BillsFollowed::gross).reduce(Money.ZERO, Money::plus);
    }

    /// What a price set by hand takes off; below zero where it adds.
    Money taken(Fact.PriceOverridden by) {
        return Optional.ofNullable(of(by.bill()).get(by.line()))
                .map(before -> gross(before).minus(before.qty().of(by.price())))
                .orElse(Money.ZERO);
    }

    /// What a discount by hand takes off the list prices at most: the programme's own come first.
    Money taken(long bill, ByHand discount) {
        var whole = discount.line().map(line -> line(bill, line)).orElseGet(() -> all(bill));
        return discount.share().map(whole::at).orElse(discount.amount());
    }

    private static Money gross(BillLine line) {
        return line.qty().of(line.price());
    }
}

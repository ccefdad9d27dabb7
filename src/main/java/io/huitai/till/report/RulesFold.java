package io.huitai.till.report;

import io.huitai.journal.Recorded;
import io.huitai.journal.fact.Fact;
import io.huitai.journal.fact.SoldLine;
import io.huitai.money.Money;
import io.huitai.shop.Wording;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/// What each rule cost: how often it took something off, how much, and of what.
final class RulesFold implements Fold {
    /// @param why as the last receipt said it
    private record Cost(Wording.InWords why, long bills, long lines, Money gross, Money taken) {
        Cost plus(Cost other) {
            return new Cost(
                    other.why,
                    bills + other.bills,
                    lines + other.lines,
                    gross.plus(other.gross),
                    taken.plus(other.taken));
        }
    }

    private final Map<String, Cost> rules = new HashMap<>();

    @Override
    public void take(Recorded recorded, LocalDate day, boolean told) {
        if (!told || !(recorded.fact() instanceof Fact.SaleCompleted completed)) {
            return;
        }
        var onBill = new HashSet<String>();
        for (var line : completed.sale().lines()) {
            var onLine = new HashSet<String>();
            for (var why : line.because()) {
                var first = onLine.add(why.rule());
                add(why, onBill.add(why.rule()), first, first ? line.gross() : Money.ZERO);
            }
        }
    }

    private void add(SoldLine.Because why, boolean newOnBill, boolean newOnLine, Money gross) {
        var cost = new Cost(
                why, newOnBill ? 1 : 0, newOnLine ? 1 : 0, gross, why.amount().negated());
        rules.merge(why.rule(), cost, Cost::plus);
    }

    @Override
    public List<Table> tables() {
        var rows = new ArrayList<List<Cell>>();
        rules.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<String, Cost> each) ->
                                each.getValue().taken())
                        .reversed()
                        .thenComparing(Map.Entry::getKey))
                .forEach(each -> {
                    var cost = each.getValue();
                    rows.add(List.of(
                            Cell.of(each.getKey()),
                            new Cell.Said(cost.why()),
                            Cell.of(cost.bills()),
                            Cell.of(cost.lines()),
                            Cell.of(cost.gross()),
                            Cell.of(cost.taken())));
                });
        return List.of(Table.of("rules", "rule", "why", "bills", "lines", "gross", "taken-off")
                .with(rows));
    }
}

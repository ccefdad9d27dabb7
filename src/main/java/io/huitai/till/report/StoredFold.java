package io.huitai.till.report;

import io.huitai.journal.Recorded;
import io.huitai.ledger.Asset;
import io.huitai.money.Money;
import io.huitai.till.report.Movements.Way;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// Stored value: what the shop owes the holders of its cards, and how that moved.
final class StoredFold implements Fold {
    private final Movements moved = new Movements(asset -> asset.equals(Asset.PRINCIPAL) || asset.equals(Asset.BONUS));

    @Override
    public void take(Recorded recorded, LocalDate day, boolean told) {
        moved.take(recorded.fact(), told);
    }

    @Override
    public List<Table> tables() {
        var rows = new ArrayList<List<Cell>>();
        for (var way : Way.values()) {
            var principal = Money.ofFen(moved.of(Asset.PRINCIPAL, way));
            var bonus = Money.ofFen(moved.of(Asset.BONUS, way));
            rows.add(
                    List.of(Cell.word(way.word()), Cell.of(principal), Cell.of(bonus), Cell.of(principal.plus(bonus))));
        }
        return List.of(
                Table.of("stored", "figure", "principal", "bonus", "together").with(rows));
    }
}

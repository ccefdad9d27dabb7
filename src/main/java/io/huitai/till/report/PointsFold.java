package io.huitai.till.report;

import io.huitai.journal.Recorded;
import io.huitai.ledger.Asset;
import io.huitai.till.report.Movements.Way;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// Points and vouchers.
final class PointsFold implements Fold {
    private static final List<Way> POINTS =
            List.of(Way.OPENING, Way.GRANTED, Way.USED, Way.TAKEN_BACK, Way.RUN_OUT, Way.CLOSING);

    private final Movements moved = new Movements(asset -> asset.equals(Asset.POINTS) || asset.isVoucher());

    @Override
    public void take(Recorded recorded, LocalDate day, boolean told) {
        moved.take(recorded.fact(), told);
    }

    @Override
    public List<Table> tables() {
        var points = new ArrayList<List<Cell>>();
        POINTS.forEach(way -> points.add(List.of(Cell.word(way.word()), Cell.of(moved.of(Asset.POINTS, way)))));
        var vouchers = new ArrayList<List<Cell>>();
        moved.assets().forEach((code, ways) -> {
            var asset = new Asset(code);
            if (asset.isVoucher()) {
                var row = new ArrayList<Cell>();
                row.add(Cell.of(asset.voucherType().value()));
                POINTS.forEach(way -> row.add(Cell.of(ways.getOrDefault(way, 0L))));
                vouchers.add(row);
            }
        });
        return List.of(
                Table.of("points", "figure", "points").with(points),
                Table.of("vouchers", "voucher", "opening", "granted", "used", "taken-back", "run-out", "closing")
                        .with(vouchers));
    }
}

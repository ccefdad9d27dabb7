package io.huitai.till.report;

import io.huitai.money.Money;
import io.huitai.store.HouseFigures;
import io.huitai.store.ShiftReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// An X or Z report in the form of the others, for paper and files.
public final class ShiftTables {
    private ShiftTables() {}

    /// @param shop whose it is
    public static Report of(ShiftReport shift, String shop, RuleNames rules) {
        var day = Optional.of(shift.businessDay());
        var house = shift.house().orElse(HouseFigures.NOTHING);
        return new Report(
                shift.closed() ? "z" : "x",
                new Period(day, day),
                shop,
                List.of(
                        totals(shift, house),
                        drawer(shift.drawer()),
                        sums("by-tender", "tender", "value", key -> Cell.word("tender." + key), shift.tenders()),
                        sums("rules", "rule", "taken-off", rules::of, shift.discounts()),
                        members(shift),
                        sums("tax", "rate", "tax-in-it", Cell::of, house.taxes()),
                        sums("charges", "charge", "value", rules::of, house.charges()),
                        sums("by-hour", "hour", "sales", Cell::of, shift.byHour()),
                        sums("by-category", "category", "net", Cell::of, shift.byCategory())));
    }

    private static Table totals(ShiftReport shift, HouseFigures house) {
        var rows = new ArrayList<List<Cell>>();
        rows.add(figure("shift", Cell.of(shift.shift())));
        rows.add(figure("bills", Cell.of(shift.bills())));
        rows.add(figure("sales", Cell.of(shift.sales())));
        rows.add(figure("refunds", Cell.of(shift.refunds())));
        rows.add(figure("net", Cell.of(shift.net())));
        rows.add(figure("recharges", Cell.of(shift.recharges())));
        rows.add(figure("fees", Cell.of(shift.fees())));
        rows.add(figure("voids", Cell.of(shift.voids())));
        if (!house.overridden().isZero()) {
            rows.add(figure("overridden", Cell.of(house.overridden())));
        }
        return Table.of("totals", "figure", "value").with(rows);
    }

    private static Table drawer(ShiftReport.Drawer drawer) {
        var rows = new ArrayList<List<Cell>>();
        rows.add(figure("float", Cell.of(drawer.opening())));
        rows.add(figure("cash-in", Cell.of(drawer.in())));
        rows.add(figure("cash-out", Cell.of(drawer.out())));
        rows.add(figure("expected", Cell.of(drawer.expected())));
        drawer.counted().ifPresent(counted -> rows.add(figure("counted", Cell.of(counted))));
        drawer.over().ifPresent(over -> rows.add(figure("over", Cell.of(over))));
        return Table.of("drawer", "figure", "value").with(rows);
    }

    private static Table members(ShiftReport shift) {
        return Table.of("members", "figure", "value")
                .with(List.of(
                        figure("points-earned", Cell.of(shift.points().earned())),
                        figure("points-used", Cell.of(shift.points().used())),
                        figure("points-reversed", Cell.of(shift.points().reversed())),
                        figure("points-expired", Cell.of(shift.points().expired())),
                        figure("vouchers-granted", Cell.of(shift.vouchers().granted())),
                        figure("vouchers-used", Cell.of(shift.vouchers().used())),
                        figure("stored-recharged", Cell.of(shift.stored().recharged())),
                        figure("stored-bonus", Cell.of(shift.stored().bonus())),
                        figure("stored-spent", Cell.of(shift.stored().spent()))));
    }

    private static List<Cell> figure(String name, Cell value) {
        return List.of(Cell.word("figure." + name), value);
    }

    /// @param named how a key is shown
    private static Table sums(
            String id, String name, String value, Function<String, Cell> named, Map<String, Money> sums) {
        var rows = new ArrayList<List<Cell>>();
        sums.forEach((key, sum) -> rows.add(List.of(named.apply(key), Cell.of(sum))));
        return Table.of(id, name, value).with(rows);
    }
}

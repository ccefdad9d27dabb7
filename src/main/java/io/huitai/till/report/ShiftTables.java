package io.huitai.till.report;

import io.huitai.money.Money;
import io.huitai.money.Rate;
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
        return of(shift, shop, rules, false);
    }

    /// @param blind for somebody who is to count the drawer: without what was taken, from which it would be known
    public static Report of(ShiftReport shift, String shop, RuleNames rules, boolean blind) {
        var day = Optional.of(shift.businessDay());
        var house = shift.house().orElse(HouseFigures.NOTHING);
        var tables = new ArrayList<>(List.of(totals(shift, house, blind), drawer(shift.drawer(), blind)));
        if (!blind) {
            tables.add(sums("by-tender", "tender", "value", key -> Cell.word("tender." + key), shift.tenders()));
        }
        tables.add(sums("rules", "rule", "taken-off", rules::of, shift.discounts()));
        tables.add(members(shift, blind));
        if (!blind) {
            tables.add(sums("tax", "rate", "tax-in-it", rate -> new Cell.Share(Rate.parse(rate)), house.taxes()));
            tables.add(sums("charges", "charge", "value", rules::of, house.charges()));
            tables.add(sums("by-hour", "hour", "sales", Cell::of, shift.byHour()));
            tables.add(sums("by-category", "category", "net", Cell::of, shift.byCategory()));
        }
        return new Report(shift.closed() ? "z" : "x", new Period(day, day), shop, tables);
    }

    private static Table totals(ShiftReport shift, HouseFigures house, boolean blind) {
        var rows = new ArrayList<List<Cell>>();
        rows.add(figure("shift", Cell.of(shift.shift())));
        rows.add(figure("bills", Cell.of(shift.bills())));
        if (!blind) {
            rows.add(figure("sales", Cell.of(shift.sales())));
            rows.add(figure("refunds", Cell.of(shift.refunds())));
            rows.add(figure("net", Cell.of(shift.net())));
            rows.add(figure("recharges", Cell.of(shift.recharges())));
            rows.add(figure("fees", Cell.of(shift.fees())));
        }
        rows.add(figure("voids", Cell.of(shift.voids())));
        if (!house.overridden().isZero()) {
            rows.add(figure("overridden", Cell.of(house.overridden())));
        }
        return Table.of("totals", "figure", "value").with(rows);
    }

    private static Table drawer(ShiftReport.Drawer drawer, boolean blind) {
        var rows = new ArrayList<List<Cell>>();
        rows.add(figure("float", Cell.of(drawer.opening())));
        rows.add(figure("cash-in", Cell.of(drawer.in())));
        rows.add(figure("cash-out", Cell.of(drawer.out())));
        if (!blind) {
            rows.add(figure("expected", Cell.of(drawer.expected())));
        }
        drawer.counted().ifPresent(counted -> rows.add(figure("counted", Cell.of(counted))));
        drawer.over().ifPresent(over -> rows.add(figure("over", Cell.of(over))));
        return Table.of("drawer", "figure", "value").with(rows);
    }

    private static Table members(ShiftReport shift, boolean blind) {
        var rows = new ArrayList<>(List.of(
                figure("points-earned", Cell.of(shift.points().earned())),
                figure("points-used", Cell.of(shift.points().used())),
                figure("points-reversed", Cell.of(shift.points().reversed())),
                figure("points-expired", Cell.of(shift.points().expired())),
                figure("vouchers-granted", Cell.of(shift.vouchers().granted())),
                figure("vouchers-used", Cell.of(shift.vouchers().used()))));
        if (!blind) {
            rows.add(figure("stored-recharged", Cell.of(shift.stored().recharged())));
            rows.add(figure("stored-bonus", Cell.of(shift.stored().bonus())));
            rows.add(figure("stored-spent", Cell.of(shift.stored().spent())));
        }
        return Table.of("members", "figure", "value").with(rows);
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

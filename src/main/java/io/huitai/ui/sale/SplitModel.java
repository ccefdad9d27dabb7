package io.huitai.ui.sale;

import io.huitai.money.Money;
import io.huitai.money.Split;
import io.huitai.till.bill.SplitBills;
import io.huitai.ui.fittings.Errands;
import io.huitai.ui.fittings.Notices;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The open bill while it is split: in equal parts, or by what goes to which part. Parts are counted from 1, which
/// stays and keeps what no other part takes. Knows no nodes.
final class SplitModel {
    static final int MOST = 9;
    private static final long UNIT = 1_000;

    private final SaleModel sale;
    private final Errands errands;
    private final Notices notices;
    private final Runnable done;
    private final List<CounterBill.Line> lines;
    private final ReadOnlyObjectWrapper<List<Map<Integer, Long>>> taken =
            new ReadOnlyObjectWrapper<>(List.of(Map.of()));
    private final ReadOnlyIntegerWrapper part = new ReadOnlyIntegerWrapper(2);
    private final ReadOnlyObjectWrapper<List<Money>> pays = new ReadOnlyObjectWrapper<>(List.of());
    private boolean splitting;

    /// @param done called when it is split
    SplitModel(SaleModel sale, Errands errands, Notices notices, Runnable done) {
        this.sale = sale;
        this.errands = errands;
        this.notices = notices;
        this.done = done;
        this.lines = sale.bill().get().lines();
    }

    /// All that can be given to a part, the outlet's own charges among them.
    List<CounterBill.Line> lines() {
        return lines;
    }

    /// What the parts from the second on take, by line number in thousandths.
    ReadOnlyObjectProperty<List<Map<Integer, Long>>> taken() {
        return taken.getReadOnlyProperty();
    }

    int parts() {
        return taken.get().size() + 1;
    }

    /// The part that is being filled, from 2.
    ReadOnlyIntegerProperty part() {
        return part.getReadOnlyProperty();
    }

    /// What each part would pay; empty while one of them has nothing.
    ReadOnlyObjectProperty<List<Money>> pays() {
        return pays.getReadOnlyProperty();
    }

    /// How much of a line is on a part, in thousandths.
    long on(int number, CounterBill.Line line) {
        if (number > 1) {
            return taken.get().get(number - 2).getOrDefault(line.number(), 0L);
        }
        return taken.get().stream()
                .map(part -> part.getOrDefault(line.number(), 0L))
                .reduce(line.qty().thousandths(), (left, each) -> left - each);
    }

    // Filling

    void fill(int number) {
        if (number >= 2 && number <= parts()) {
            part.set(number);
        }
    }

    void onePartMore() {
        if (parts() < MOST) {
            var more = new ArrayList<>(taken.get());
            more.add(Map.of());
            change(more);
            part.set(parts());
        }
    }

    /// All that stays of a line goes to the part, or what the part has of it goes back.
    void toggle(CounterBill.Line line) {
        put(line, on(part.get(), line) > 0 ? 0 : on(1, line));
    }

    /// One more or one less of a line to the part.
    void step(CounterBill.Line line, int by) {
        var now = on(part.get(), line);
        put(line, Math.clamp(now + by * UNIT, 0, now + on(1, line)));
    }

    private void put(CounterBill.Line line, long thousandths) {
        var changed = new ArrayList<>(taken.get());
        changed.set(part.get() - 2, with(changed.get(part.get() - 2), line, thousandths));
        change(changed);
    }

    /// A line that all have eaten from goes to all parts evenly.
    void share(CounterBill.Line line) {
        var same = new long[parts()];
        Arrays.fill(same, 1);
        var shares = Split.of(line.qty().thousandths(), same);
        var changed = new ArrayList<Map<Integer, Long>>();
        for (var i = 1; i < shares.length; i++) {
            changed.add(with(taken.get().get(i - 1), line, shares[i]));
        }
        change(changed);
    }

    private static Map<Integer, Long> with(Map<Integer, Long> part, CounterBill.Line line, long thousandths) {
        var changed = new TreeMap<>(part);
        if (thousandths == 0) {
            changed.remove(line.number());
        } else {
            changed.put(line.number(), thousandths);
        }
        return Map.copyOf(changed);
    }

    private void change(List<Map<Integer, Long>> changed) {
        taken.set(List.copyOf(changed));
        pays.set(List.of());
        if (isComplete()) {
            var asked = named();
            errands.desk(desk -> desk.bill().split().preview(asked), found -> {
                if (asked.equals(named())) {
                    pays.set(found);
                }
            });
        }
    }

    private boolean isComplete() {
        return taken.get().stream().noneMatch(Map::isEmpty) && lines.stream().anyMatch(line -> on(1, line) > 0);
    }

    private List<Map<Integer, Long>> named() {
        var named = new ArrayList<Map<Integer, Long>>();
        named.add(Map.of());
        named.addAll(taken.get());
        return List.copyOf(named);
    }

    // Splitting

    /// AA: so many equal parts.
    void equally(int number) {
        split(split -> split.equally(number), number);
    }

    void byLines() {
        if (isComplete()) {
            var named = named();
            split(split -> split.byLines(named), named.size());
        } else {
            notices.say(Notices.Kind.HINT, "sale.split.empty");
        }
    }

    private void split(Consumer<SplitBills> work, int number) {
        if (splitting) {
            return;
        }
        splitting = true;
        errands.desk(
                sale.drawn(desk -> {
                    work.accept(desk.bill().split());
                    return desk.bill().bills().view();
                }),
                changed -> {
                    done.run();
                    sale.show(changed);
                    notices.say(Notices.Kind.DONE, words -> words.get("sale.split.done", Integer.toString(number)));
                },
                notices::refused,
                () -> splitting = false);
    }
}

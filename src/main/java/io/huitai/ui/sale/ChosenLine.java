package io.huitai.ui.sale;

import io.huitai.money.Quantity;
import io.huitai.till.Desk;
import io.huitai.ui.fittings.Notices;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;

/// The line of the bill that plus, minus and delete work on. Knows no nodes.
final class ChosenLine {
    private final ReadOnlyObjectProperty<CounterBill> bill;
    private final Consumer<Consumer<Desk>> work;
    private final Notices notices;
    private final ReadOnlyIntegerWrapper number = new ReadOnlyIntegerWrapper();

    /// @param work does something to the open bill and shows what it is then
    ChosenLine(ReadOnlyObjectProperty<CounterBill> bill, Consumer<Consumer<Desk>> work, Notices notices) {
        this.bill = bill;
        this.work = work;
        this.notices = notices;
        bill.subscribe(_ -> {
            if (line().isEmpty()) {
                number.set(0);
            }
        });
    }

    /// Its number; 0 for none.
    ReadOnlyIntegerProperty number() {
        return number.getReadOnlyProperty();
    }

    Optional<CounterBill.Line> line() {
        return place().stream().mapToObj(lines()::get).findFirst();
    }

    /// Where it stands on the bill, from 0.
    OptionalInt place() {
        var lines = lines();
        return IntStream.range(0, lines.size())
                .filter(at -> lines.get(at).number() == number.get())
                .findFirst();
    }

    private List<CounterBill.Line> lines() {
        return bill.get().lines();
    }

    /// Another one; the same once more is none.
    void toggle(int line) {
        number.set(number.get() == line ? 0 : line);
    }

    /// What was ordered last.
    void last() {
        number.set(bill.get().lastOrdered());
    }

    /// The line above or below.
    void move(int by) {
        var lines = lines();
        if (lines.isEmpty()) {
            return;
        }
        var last = lines.size() - 1;
        var next = place().stream().map(at -> Math.clamp(at + by, 0, last)).findFirst();
        number.set(lines.get(next.orElse(last)).number());
    }

    // What is done with it

    /// One more or one less of it; none left voids it.
    void step(int by) {
        line().ifPresent(line -> {
            var left = line.qty().thousandths() + by * 1_000L;
            if (left > 0) {
                setQty(new Quantity(left));
            } else {
                voidIt();
            }
        });
    }

    void setQty(Quantity qty) {
        var line = number.get();
        if (line != 0) {
            work.accept(desk -> desk.bills().setQty(line, qty));
        }
    }

    /// A charge of the outlet's own goes with a reason only.
    void voidIt() {
        line().ifPresent(line -> {
            if (line.charge()) {
                notices.say(Notices.Kind.HINT, "sale.adjust.charge");
            } else {
                work.accept(desk -> desk.bills().voidLine(line.number()));
            }
        });
    }

    /// What the late hour costs for its room.
    void lateCheckOut() {
        line().ifPresent(line -> work.accept(desk -> desk.lateCheckOut().charge(line.number())));
    }
}

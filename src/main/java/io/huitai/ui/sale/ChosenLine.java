package io.huitai.ui.sale;

import io.huitai.money.Quantity;
import io.huitai.till.Desk;
import io.huitai.till.bill.OpenBill;
import io.huitai.till.book.Approver;
import io.huitai.ui.fittings.Notices;
import io.huitai.ui.fittings.Words;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;

/// The line of the bill that plus, minus and delete work on. Knows no nodes.
final class ChosenLine {
    private final ReadOnlyObjectProperty<CounterBill> bill;
    private final Work work;
    private final Notices notices;
    private final ReadOnlyIntegerWrapper number = new ReadOnlyIntegerWrapper();

    /// What is done to the open bill; what it is then is shown.
    interface Work {
        void on(Function<Desk, OpenBill> work);

        /// What may need a supervisor.
        ///
        /// @param what is to be approved, in words
        void approved(Function<Words, String> what, BiFunction<Desk, Approver, OpenBill> work);

        /// Takes a line off, once somebody has said why.
        void voidLine(CounterBill.Line line);
    }

    ChosenLine(ReadOnlyObjectProperty<CounterBill> bill, Work work, Notices notices) {
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

    /// This one.
    void choose(int line) {
        number.set(line);
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
        line().ifPresent(line -> work.approved(
                words -> words.get("approval.set-qty", line.name(), line.qty().toString(), qty.toString()),
                (desk, approver) -> desk.bill().bills().setQty(line.number(), qty, approver)));
    }

    /// A charge of the outlet's own goes with a reason only.
    void voidIt() {
        line().ifPresent(line -> {
            if (line.charge()) {
                notices.say(Notices.Kind.HINT, "sale.adjust.charge");
            } else {
                work.voidLine(line);
            }
        });
    }

    /// What the late hour costs for its room.
    void lateCheckOut() {
        line().ifPresent(line -> work.on(desk -> desk.bill().lateCheckOut().charge(line.number())));
    }
}

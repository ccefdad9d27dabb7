package io.huitai.ui.refund;

import io.huitai.money.Money;
import io.huitai.money.Quantity;
import io.huitai.shop.Label;
import io.huitai.shop.ReceiptNo;
import io.huitai.shop.StepDigest;
import io.huitai.store.ReceiptLine;
import io.huitai.till.Desk;
import io.huitai.till.book.ApprovalGiven;
import io.huitai.till.book.Proof;
import io.huitai.till.refund.Refunds;
import io.huitai.ui.fittings.Errands;
import io.huitai.ui.fittings.Notices;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// A refund while it is put together: which receipt, which lines and how much of them, and what that comes to.
final class RefundModel {
    private static final int LATEST = 12;

    private final Errands errands;
    private final Notices notices;
    private final Consumer<Done> done;
    private final Consumer<String> exchanged;
    private final ReadOnlyObjectWrapper<List<ReceiptLine>> latest = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<Refunds.Refundable>> sale =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Map<Integer, Long>> chosen = new ReadOnlyObjectWrapper<>(Map.of());
    private final ReadOnlyObjectWrapper<Optional<Outcome>> outcome = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final StringProperty reason = new SimpleStringProperty("");
    private LocalDate today = LocalDate.EPOCH;
    private boolean exchanging;

    /// What the choice comes to, with the names of vouchers that come back.
    ///
    /// @param step what an approval of exactly this is bound to
    record Outcome(Refunds.Wish wish, Refunds.Refunded refund, StepDigest step, List<Voucher> vouchers) {
        record Voucher(Label name, long count) {}

        static Outcome of(Desk desk, Refunds.Wish wish) {
            var preview = desk.refund().refunds().preview(wish);
            var refund = preview.refund();
            return new Outcome(
                    wish,
                    refund,
                    preview.step(),
                    refund.vouchers().stream()
                            .flatMap(back -> desk
                                    .programme()
                                    .voucher(back.asset().voucherType())
                                    .stream()
                                    .map(type -> new Voucher(type.name(), back.amount())))
                            .toList());
        }
    }

    /// A refund that has been made, with its receipt as text.
    record Done(Refunds.Refunded refund, String receipt) {}

    /// @param exchanged told the slip of an exchange
    RefundModel(Errands errands, Notices notices, Consumer<Done> done, Consumer<String> exchanged) {
        this.errands = errands;
        this.notices = notices;
        this.done = done;
        this.exchanged = exchanged;
        reason.subscribe((_, _) -> choose(chosen.get()));
    }

    ReadOnlyObjectProperty<List<ReceiptLine>> latest() {
        return latest.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Refunds.Refundable>> sale() {
        return sale.getReadOnlyProperty();
    }

    /// By line number, in thousandths of a unit.
    ReadOnlyObjectProperty<Map<Integer, Long>> chosen() {
        return chosen.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Outcome>> outcome() {
        return outcome.getReadOnlyProperty();
    }

    StringProperty reason() {
        return reason;
    }

    LocalDate today() {
        return today;
    }

    void begin(Optional<ReceiptNo> receipt) {
        errands.desk(
                desk -> new Beginning(desk.now().toLocalDate(), desk.receipts().latest(LATEST)), beginning -> {
                    today = beginning.today();
                    latest.set(beginning.latest());
                });
        receipt.ifPresent(this::look);
    }

    private record Beginning(LocalDate today, List<ReceiptLine> latest) {}

    void look(ReceiptNo receipt) {
        errands.desk(desk -> desk.refund().refunds().look(receipt), found -> {
            notices.clear();
            sale.set(Optional.of(found));
            choose(Map.of());
        });
    }

    void another() {
        sale.set(Optional.empty());
        choose(Map.of());
    }

    /// Ticks a line with all that is left of it, or unticks it.
    void toggle(Refunds.Refundable.Line line) {
        if (line.left() > 0) {
            choose(line, chosen.get().containsKey(line.number()) ? 0 : line.left());
        }
    }

    /// One more or one less to return.
    void step(Refunds.Refundable.Line line, int by) {
        var now = chosen.get().getOrDefault(line.number(), 0L);
        choose(line, Math.clamp(now + by * 1_000L, 0L, line.left()));
    }

    void everything() {
        var all = new TreeMap<Integer, Long>();
        sale.get()
                .ifPresent(found -> found.lines().stream()
                        .filter(line -> line.left() > 0)
                        .forEach(line -> all.put(line.number(), line.left())));
        choose(all.equals(chosen.get()) ? Map.of() : all);
    }

    private void choose(Refunds.Refundable.Line line, long thousandths) {
        var changed = new TreeMap<>(chosen.get());
        if (thousandths == 0) {
            changed.remove(line.number());
        } else {
            changed.put(line.number(), thousandths);
        }
        choose(changed);
    }

    private void choose(Map<Integer, Long> lines) {
        chosen.set(Map.copyOf(lines));
        work(notices::clear);
    }

    /// Works out what the choice comes to now.
    private void work(Runnable then) {
        outcome.set(Optional.empty());
        wish().ifPresent(wish -> errands.desk(desk -> Outcome.of(desk, wish), found -> {
            if (wish().equals(Optional.of(wish))) {
                then.run();
                outcome.set(Optional.of(found));
            }
        }));
    }

    /// What the returned part of a line is worth, as the till counts it: the difference of two cumulative shares.
    Money amount(Refunds.Refundable.Line line) {
        var before = line.sold().thousandths() - line.left();
        var now = chosen.get().getOrDefault(line.number(), 0L);
        return line.sold().shareOf(line.net(), before + now).minus(line.sold().shareOf(line.net(), before));
    }

    /// Without a line there is nothing to refund; to the till no lines would mean all of them.
    private Optional<Refunds.Wish> wish() {
        if (chosen.get().isEmpty()) {
            return Optional.empty();
        }
        var lines = new TreeMap<Integer, Quantity>();
        chosen.get().forEach((number, thousandths) -> lines.put(number, new Quantity(thousandths)));
        return sale.get().map(found -> new Refunds.Wish(found.receipt(), lines, reason.get(), true));
    }

    /// Gives the same goods again in place of money, as where their points are spent.
    void exchange() {
        if (!exchanging) {
            wish().ifPresentOrElse(this::exchange, () -> notices.say(Notices.Kind.HINT, "refund.nothing"));
        }
    }

    private void exchange(Refunds.Wish wish) {
        exchanging = true;
        errands.approved(
                words -> words.get("approval.exchange", wish.receipt()),
                (desk, approval) -> desk.receipts()
                        .fresh(desk.refund().returns().exchange(wish, approval))
                        .text(),
                exchanged,
                () -> exchanging = false);
    }

    /// Refunds exactly what is shown; when that is refused, the sale is looked at again.
    void approve(Proof proof) {
        outcome.get().ifPresentOrElse(shown -> approve(shown, new ApprovalGiven(proof, shown.step())), () -> {
            if (chosen.get().isEmpty()) {
                notices.say(Notices.Kind.HINT, sale.get().isEmpty() ? "refund.scan-receipt" : "refund.nothing");
            } else {
                choose(chosen.get());
            }
        });
    }

    private void approve(Outcome shown, ApprovalGiven given) {
        errands.desk(
                desk -> {
                    var refund = desk.refund().refunds().refund(shown.wish(), () -> Optional.of(given));
                    var page = desk.receipts().fresh(refund.receipt());
                    return new Done(refund, page.text());
                },
                done,
                refusal -> {
                    notices.refused(refusal);
                    again(shown.wish().receipt());
                });
    }

    private void again(ReceiptNo receipt) {
        outcome.set(Optional.empty());
        errands.desk(desk -> desk.refund().refunds().look(receipt), found -> {
            if (sale.get().map(Refunds.Refundable::receipt).equals(Optional.of(receipt))) {
                sale.set(Optional.of(found));
                work(() -> {});
            }
        });
    }
}

package io.huitai.ui.sale;

import io.huitai.device.CardRead;
import io.huitai.device.PaymentCard;
import io.huitai.device.Swipe;
import io.huitai.device.Unreadable;
import io.huitai.money.Money;
import io.huitai.money.Quantity;
import io.huitai.shop.CardNumber;
import io.huitai.shop.MemberNo;
import io.huitai.shop.Product;
import io.huitai.shop.ReceiptNo;
import io.huitai.shop.TenderType;
import io.huitai.till.Bills;
import io.huitai.till.Counter;
import io.huitai.till.CounterBill;
import io.huitai.till.Desk;
import io.huitai.till.ErrorCode;
import io.huitai.till.Refusal;
import io.huitai.till.Sales;
import io.huitai.ui.fittings.Errands;
import io.huitai.ui.fittings.Notices;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The open bill on the screen, and everything a cashier does with it. Knows no nodes.
public final class SaleModel {
    private final Errands errands;
    private final Notices notices;
    private final Consumer<ReceiptNo> receiptScanned;
    private final ReadOnlyObjectWrapper<CounterBill> bill = new ReadOnlyObjectWrapper<>(CounterBill.EMPTY);
    private final ReadOnlyIntegerWrapper selected = new ReadOnlyIntegerWrapper();
    private final ReadOnlyObjectWrapper<Optional<Finished>> finished = new ReadOnlyObjectWrapper<>(Optional.empty());

    /// A completed sale with its receipt as text, until the next one begins.
    public record Finished(Counter.Completed sale, String receipt) {}

    /// @param receiptScanned told when a scan was a receipt of this shop
    SaleModel(Errands errands, Notices notices, Consumer<ReceiptNo> receiptScanned) {
        this.errands = errands;
        this.notices = notices;
        this.receiptScanned = receiptScanned;
    }

    public ReadOnlyObjectProperty<CounterBill> bill() {
        return bill.getReadOnlyProperty();
    }

    /// The number of the line that plus, minus and delete work on; 0 for none.
    ReadOnlyIntegerProperty selected() {
        return selected.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Finished>> finished() {
        return finished.getReadOnlyProperty();
    }

    void refresh() {
        change(Counter::bill);
    }

    /// Takes over what a sheet has made of the bill.
    public void show(CounterBill changed) {
        notices.clear();
        bill.set(changed);
        if (changed.lines().stream().noneMatch(line -> line.number() == selected.get())) {
            selected.set(0);
        }
        if (!changed.isEmpty() || changed.member().isPresent()) {
            finished.set(Optional.empty());
        }
    }

    void dismiss() {
        finished.set(Optional.empty());
    }

    // Lines

    void add(Product product, Quantity qty) {
        added(desk -> desk.bills().add(product.sku(), qty, Bills.LineExtras.NONE));
    }

    void add(Product product, Quantity qty, String note) {
        added(desk -> desk.bills()
                .add(product.sku(), qty, new Bills.LineExtras(Optional.empty(), note, Optional.empty())));
    }

    void addOpen(Bills.OpenItem item, Quantity qty) {
        added(desk -> desk.bills().add(item, qty, Bills.LineExtras.NONE));
    }

    private <T> void added(Function<Desk, T> work) {
        errands.desk(
                desk -> {
                    work.apply(desk);
                    return new Counter(desk).bill();
                },
                this::showAdded);
    }

    private void showAdded(CounterBill changed) {
        show(changed);
        selected.set(changed.lines().isEmpty() ? 0 : changed.lines().getLast().number());
    }

    void select(int line) {
        selected.set(selected.get() == line ? 0 : line);
    }

    /// Selects the line above or below.
    void selectNext(int by) {
        var lines = bill.get().lines();
        if (lines.isEmpty()) {
            return;
        }
        var at = place();
        var next = at < 0 ? lines.size() - 1 : Math.clamp(at + by, 0, lines.size() - 1);
        selected.set(lines.get(next).number());
    }

    private int place() {
        var lines = bill.get().lines();
        for (var i = 0; i < lines.size(); i++) {
            if (lines.get(i).number() == selected.get()) {
                return i;
            }
        }
        return -1;
    }

    Optional<CounterBill.Line> selectedLine() {
        return bill.get().lines().stream()
                .filter(line -> line.number() == selected.get())
                .findFirst();
    }

    /// One more or one less of the selected line; none left voids it.
    void step(int by) {
        selectedLine().ifPresent(line -> {
            var left = line.qty().thousandths() + by * 1_000L;
            if (left > 0) {
                setQty(new Quantity(left));
            } else {
                voidLine();
            }
        });
    }

    void setQty(Quantity qty) {
        var line = selected.get();
        if (line != 0) {
            on(desk -> desk.bills().setQty(line, qty));
        }
    }

    void voidLine() {
        var line = selected.get();
        if (line != 0) {
            on(desk -> desk.bills().voidLine(line));
        }
    }

    // Readers

    void scan(String text, Quantity qty) {
        errands.desk(
                desk -> new AfterScan(scanned(desk, text, qty), new Counter(desk).bill()),
                after -> after.receipt().ifPresentOrElse(receiptScanned, () -> showAdded(after.bill())));
    }

    private static Optional<ReceiptNo> scanned(Desk desk, String text, Quantity qty) {
        return switch (desk.bills().scan(text)) {
            case Bills.Scanned.OfProduct _ -> {
                if (!qty.equals(Quantity.ONE)) {
                    var line = new Counter(desk).bill().lines().getLast();
                    desk.bills().setQty(line.number(), qty);
                }
                yield Optional.empty();
            }
            case Bills.Scanned.OfReceipt(var receipt) -> Optional.of(receipt);
        };
    }

    private record AfterScan(Optional<ReceiptNo> receipt, CounterBill bill) {}

    void swipe(Swipe swipe) {
        switch (swipe) {
            case CardRead(var number) -> on(desk -> desk.bills().card(new CardNumber(number)));
            case PaymentCard _ -> notices.refused(Refusal.of(ErrorCode.PAN_REFUSED));
            case Unreadable _ -> notices.refused(Refusal.of(ErrorCode.CARD_UNREADABLE));
        }
    }

    // Member

    void attach(MemberNo no) {
        on(desk -> desk.bills().member(no));
    }

    void dropMember() {
        on(desk -> desk.bills().dropMember());
    }

    void toggle(CounterBill.VoucherOffer offer) {
        change(counter -> counter.useVoucher(offer.type(), offer.used() == 0));
    }

    void toggle(CounterBill.PointsOffer offer) {
        change(counter -> offer.used() ? counter.usePoints(0) : counter.useMostPoints());
    }

    // Payment

    void payExact() {
        pay(TenderType.CASH, Optional.empty(), "");
    }

    public void pay(TenderType type, Optional<Money> amount, String reference) {
        errands.desk(
                desk -> {
                    var taken = new Counter(desk).pay(new Sales.Payment(type, amount, reference));
                    return new Paid(
                            taken,
                            taken.completed()
                                    .map(done -> new Finished(
                                            done,
                                            desk.receipts()
                                                    .print(Optional.of(done.receipt()))
                                                    .text())),
                            new Counter(desk).bill());
                },
                paid -> {
                    show(paid.bill());
                    finished.set(paid.finished());
                    if (paid.finished().isEmpty() && paid.taken().change().isPositive()) {
                        var change = paid.taken().change();
                        notices.say(Notices.Kind.DONE, words -> words.get("sale.change", words.yuan(change)));
                    }
                });
    }

    private record Paid(Counter.Taken taken, Optional<Finished> finished, CounterBill bill) {}

    void voidTender(CounterBill.Paid paid) {
        errands.approved(
                words -> words.get("approval.void-tender", words.tender(paid.type()), words.yuan(paid.amount())),
                (desk, approval) -> {
                    desk.sales().voidTender(OptionalInt.of(paid.index()), approval);
                    return new Counter(desk).bill();
                },
                this::show);
    }

    // The bill as a whole

    void hold() {
        errands.desk(
                desk -> {
                    desk.bills().hold(Optional.empty());
                    return new Put(desk.bills().held().getLast().label(), new Counter(desk).bill());
                },
                put -> {
                    show(put.bill());
                    notices.say(Notices.Kind.DONE, words -> words.get("sale.held", put.label()));
                });
    }

    private record Put(String label, CounterBill bill) {}

    void held(Consumer<List<Bills.Held>> then) {
        errands.desk(desk -> desk.bills().held(), then);
    }

    void recall(String label) {
        on(desk -> desk.bills().recall(Optional.of(label)));
    }

    void voidBill() {
        errands.approved(
                words -> words.get("approval.void-bill"),
                (desk, approval) -> {
                    desk.bills().voidBill("", approval);
                    return new Counter(desk).bill();
                },
                this::show);
    }

    void serve(CounterBill.Served served) {
        change(counter -> counter.serve(served));
    }

    private <T> void on(Function<Desk, T> work) {
        errands.desk(
                desk -> {
                    work.apply(desk);
                    return new Counter(desk).bill();
                },
                this::show);
    }

    private void change(Function<Counter, CounterBill> work) {
        errands.counter(work, this::show);
    }
}

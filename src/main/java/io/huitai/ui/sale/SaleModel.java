package io.huitai.ui.sale;

import io.huitai.device.CardRead;
import io.huitai.device.PaymentCard;
import io.huitai.device.Swipe;
import io.huitai.device.TagRead;
import io.huitai.device.Unreadable;
import io.huitai.money.Money;
import io.huitai.money.Quantity;
import io.huitai.programme.Use;
import io.huitai.programme.VoucherTypeId;
import io.huitai.shop.CardNumber;
import io.huitai.shop.Label;
import io.huitai.shop.MemberNo;
import io.huitai.shop.Product;
import io.huitai.shop.ReceiptNo;
import io.huitai.shop.Service;
import io.huitai.shop.Tender;
import io.huitai.shop.TenderType;
import io.huitai.till.Bills;
import io.huitai.till.Desk;
import io.huitai.till.ErrorCode;
import io.huitai.till.Refusal;
import io.huitai.till.Sales;
import io.huitai.ui.fittings.Errands;
import io.huitai.ui.fittings.Notices;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
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

    private boolean paying;

    /// A completed sale with its receipt as text, until the next one begins.
    public record Finished(Sales.Completed sale, Money change, List<Given> granted, String receipt) {
        /// Vouchers that the sale brought.
        record Given(Label name, long count) {}

        static Finished of(Desk desk, Sales.Completed sale, Money change) {
            var granted = sale.granted().stream()
                    .filter(holding -> holding.asset().isVoucher())
                    .flatMap(holding -> desk.programme().voucher(holding.asset().voucherType()).stream()
                            .map(type -> new Given(type.name(), holding.amount())))
                    .toList();
            var page = desk.receipts().fresh(sale.receipt());
            return new Finished(sale, change, granted, page.text());
        }
    }

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
        errands.desk(CounterBill::of, this::draw);
    }

    private void show(CounterBill changed) {
        notices.settle();
        draw(changed);
    }

    private void draw(CounterBill changed) {
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
        added(desk ->
                desk.bills().add(product.sku(), qty, new Bills.LineExtras(Optional.empty(), note, Optional.empty())));
    }

    void addOpen(Bills.OpenItem item, Quantity qty) {
        added(desk -> desk.bills().add(item, qty, Bills.LineExtras.NONE));
    }

    private void added(Consumer<Desk> work) {
        errands.desk(
                desk -> {
                    work.accept(desk);
                    return CounterBill.of(desk);
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
                desk -> new AfterScan(scanned(desk, text, qty), CounterBill.of(desk)),
                after -> after.receipt().ifPresentOrElse(receiptScanned, () -> showAdded(after.bill())));
    }

    private static Optional<ReceiptNo> scanned(Desk desk, String text, Quantity qty) {
        return switch (desk.bills().scan(text)) {
            case Bills.Scanned.OfProduct _ -> {
                if (!qty.equals(Quantity.ONE)) {
                    var line = CounterBill.of(desk).lines().getLast();
                    desk.bills().setQty(line.number(), qty);
                }
                yield Optional.empty();
            }
            case Bills.Scanned.OfReceipt(var receipt) -> Optional.of(receipt);
        };
    }

    private record AfterScan(Optional<ReceiptNo> receipt, CounterBill bill) {}

    public void swipe(Swipe swipe) {
        switch (swipe) {
            case CardRead(var number) -> on(desk -> desk.bills().card(new CardNumber(number)));
            case PaymentCard _ -> notices.refused(Refusal.of(ErrorCode.PAN_REFUSED));
            case Unreadable _ -> notices.refused(Refusal.of(ErrorCode.CARD_UNREADABLE));
        }
    }

    /// A card nobody has bound may carry a code.
    public void tap(TagRead tag) {
        errands.desk(
                desk -> {
                    desk.bills().card(new CardNumber(tag.uid()));
                    return CounterBill.of(desk);
                },
                this::show,
                refusal -> {
                    if (refusal.code() == ErrorCode.UNKNOWN_CARD && !tag.texts().isEmpty()) {
                        scan(tag.texts().getFirst(), Quantity.ONE);
                    } else {
                        notices.refused(refusal);
                    }
                });
    }

    // Member

    public void attach(MemberNo no) {
        on(desk -> desk.bills().member(no));
    }

    void dropMember() {
        on(desk -> desk.bills().dropMember());
    }

    void toggle(CounterBill.VoucherOffer offer) {
        on(desk -> desk.bills().use(with(desk.bills().view().use(), offer.type(), offer.used() == 0)));
    }

    void toggle(CounterBill.PointsOffer offer) {
        var asked = offer.used() ? new Use.Asked.Count(0) : new Use.Asked.Max();
        on(desk -> desk.bills().use(new Use(asked, desk.bills().view().use().vouchers())));
    }

    /// All of a type of voucher that fit, or none.
    private static Use with(Use use, String type, boolean wanted) {
        var vouchers = new ArrayList<>(use.vouchers());
        vouchers.removeIf(asked -> asked.type().value().equals(type));
        if (wanted) {
            vouchers.add(new Use.VouchersAsked(new VoucherTypeId(type), new Use.Asked.Max()));
        }
        return new Use(use.points(), vouchers);
    }

    // Payment

    void payExact() {
        pay(TenderType.CASH, Optional.empty(), "");
    }

    /// Takes a payment; a second press while the first is under way means the same one.
    ///
    /// @param amount absent is what is due
    public void pay(TenderType type, Optional<Money> amount, String reference) {
        if (paying) {
            return;
        }
        paying = true;
        errands.desk(
                desk -> {
                    var taken = desk.sales().tender(new Sales.Payment(type, amount, reference));
                    return new Paid(
                            taken,
                            taken.completed().map(done -> Finished.of(desk, done, taken.change())),
                            CounterBill.of(desk));
                },
                paid -> {
                    paying = false;
                    show(paid.bill());
                    finished.set(paid.finished());
                    if (paid.finished().isEmpty() && paid.taken().change().isPositive()) {
                        var change = paid.taken().change();
                        notices.say(Notices.Kind.DONE, words -> words.get("sale.change", words.yuan(change)));
                    }
                },
                refusal -> {
                    paying = false;
                    notices.refused(refusal);
                });
    }

    private record Paid(Sales.Tendered taken, Optional<Finished> finished, CounterBill bill) {}

    void voidTender(Tender paid) {
        errands.approved(
                words -> words.get("approval.void-tender", words.tender(paid.type()), words.yuan(paid.amount())),
                (desk, approval) -> {
                    desk.sales().voidTender(OptionalInt.of(paid.index()), approval);
                    return CounterBill.of(desk);
                },
                this::show);
    }

    // The bill as a whole

    void hold() {
        errands.desk(
                desk -> {
                    desk.bills().hold(Optional.empty());
                    return new Put(desk.bills().held().getLast().label(), CounterBill.of(desk));
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
                    return CounterBill.of(desk);
                },
                this::show);
    }

    void serve(Service service) {
        on(desk -> desk.bills().service(service));
    }

    private void on(Consumer<Desk> work) {
        errands.desk(
                desk -> {
                    work.accept(desk);
                    return CounterBill.of(desk);
                },
                this::show);
    }
}

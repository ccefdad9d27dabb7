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
import io.huitai.shop.MemberNo;
import io.huitai.shop.Product;
import io.huitai.shop.ReceiptNo;
import io.huitai.shop.Service;
import io.huitai.shop.Tender;
import io.huitai.till.Approver;
import io.huitai.till.Bills;
import io.huitai.till.Desk;
import io.huitai.till.ErrorCode;
import io.huitai.till.HeldBills;
import io.huitai.till.Kitchen;
import io.huitai.till.OpenBill;
import io.huitai.till.Readers;
import io.huitai.till.Refusal;
import io.huitai.ui.fittings.Errands;
import io.huitai.ui.fittings.Notices;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.stream.IntStream;
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

    void refresh() {
        errands.desk(CounterBill::of, this::draw);
    }

    void show(CounterBill changed) {
        notices.settle();
        draw(changed);
    }

    private void draw(CounterBill changed) {
        bill.set(changed);
        if (changed.lines().stream().noneMatch(line -> line.number() == selected.get())) {
            selected.set(0);
        }
    }

    // Lines

    void add(Product product, Quantity qty) {
        added(desk -> desk.bills().add(product.sku(), qty, Bills.LineExtras.NONE));
    }

    /// At the day's price.
    void add(Product product, Quantity qty, Money price) {
        var wish = new Kitchen.Wish(List.of(), List.of(), Optional.of(price), Optional.empty());
        added(desk -> desk.bills()
                .add(product.sku(), qty, new Bills.LineExtras(Optional.empty(), "", Optional.empty(), wish)));
    }

    void add(Product product, Quantity qty, String note) {
        added(desk -> desk.bills()
                .add(
                        product.sku(),
                        qty,
                        new Bills.LineExtras(Optional.empty(), note, Optional.empty(), Kitchen.Wish.NONE)));
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
        selected.set(changed.lastOrdered());
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
        var last = lines.size() - 1;
        var next = place().stream().map(at -> Math.clamp(at + by, 0, last)).findFirst();
        selected.set(lines.get(next.orElse(last)).number());
    }

    /// Where the selected line stands on the bill, from 0.
    OptionalInt place() {
        var lines = bill.get().lines();
        return IntStream.range(0, lines.size())
                .filter(at -> lines.get(at).number() == selected.get())
                .findFirst();
    }

    Optional<CounterBill.Line> selectedLine() {
        return place().stream().mapToObj(bill.get().lines()::get).findFirst();
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

    /// A charge of the outlet's own goes with a reason only.
    void voidLine() {
        selectedLine().ifPresent(line -> {
            if (line.charge()) {
                notices.say(Notices.Kind.HINT, "sale.adjust.charge");
            } else {
                on(desk -> desk.bills().voidLine(line.number()));
            }
        });
    }

    /// What the late hour costs for the selected line's room.
    void lateCheckOut() {
        selectedLine().ifPresent(line -> on(desk -> desk.lateCheckOut().charge(line.number())));
    }

    /// What staff change of the bill by hand.
    @FunctionalInterface
    interface Change {
        OpenBill by(Desk desk, Approver approver);
    }

    void adjust(String why, Change change) {
        errands.approved(
                words -> words.get("approval.adjust", why),
                (desk, approver) -> {
                    change.by(desk, approver);
                    return CounterBill.of(desk);
                },
                this::show);
    }

    /// AA: equal parts, of which the first stays.
    void split(int parts) {
        errands.desk(
                desk -> {
                    desk.split().equally(parts);
                    return CounterBill.of(desk);
                },
                changed -> {
                    show(changed);
                    notices.say(Notices.Kind.DONE, words -> words.get("sale.split.done", Integer.toString(parts)));
                });
    }

    // Readers

    void scan(String text, Quantity qty) {
        errands.desk(
                desk -> new AfterScan(scanned(desk, text, qty), CounterBill.of(desk)),
                after -> after.receipt().ifPresentOrElse(receiptScanned, () -> showAdded(after.bill())));
    }

    private static Optional<ReceiptNo> scanned(Desk desk, String text, Quantity qty) {
        return switch (desk.readers().scan(text)) {
            case Readers.Scanned.OfProduct scanned -> {
                if (!qty.equals(Quantity.ONE)) {
                    scanned.bill().lastOrdered().ifPresent(line -> desk.bills().setQty(line.number(), qty));
                }
                yield Optional.empty();
            }
            case Readers.Scanned.OfMember _, Readers.Scanned.OfVoucher _ -> Optional.empty();
            case Readers.Scanned.OfReceipt(var receipt) -> Optional.of(receipt);
        };
    }

    private record AfterScan(Optional<ReceiptNo> receipt, CounterBill bill) {}

    public void swipe(Swipe swipe) {
        switch (swipe) {
            case CardRead(var number) -> on(desk -> desk.readers().card(new CardNumber(number)));
            case PaymentCard _ -> notices.refused(Refusal.of(ErrorCode.PAN_REFUSED));
            case Unreadable _ -> notices.refused(Refusal.of(ErrorCode.CARD_UNREADABLE));
        }
    }

    /// A card nobody has bound may carry a code.
    public void tap(TagRead tag) {
        errands.desk(
                desk -> {
                    desk.readers().card(new CardNumber(tag.uid()));
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

    // The bill as a whole

    void hold() {
        errands.desk(
                desk -> {
                    desk.held().hold(Optional.empty());
                    return new Put(desk.held().waiting().getLast().label(), CounterBill.of(desk));
                },
                put -> {
                    show(put.bill());
                    notices.say(Notices.Kind.DONE, words -> words.get("sale.held", put.label()));
                });
    }

    private record Put(String label, CounterBill bill) {}

    void held(Consumer<List<HeldBills.Held>> then) {
        errands.desk(desk -> desk.held().waiting(), then);
    }

    void recall(String label) {
        on(desk -> desk.held().recall(Optional.of(label)));
    }

    void voidBill() {
        var given = bill.get().paid().stream().map(Tender::amount).reduce(Money.ZERO, Money::plus);
        errands.approved(
                words -> words.get("approval.void-bill", words.yuan(given)),
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

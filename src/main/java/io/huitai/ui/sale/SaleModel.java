package io.huitai.ui.sale;

import io.huitai.device.decode.Swipe;
import io.huitai.device.decode.TagRead;
import io.huitai.money.Money;
import io.huitai.money.Quantity;
import io.huitai.programme.words.Use;
import io.huitai.shop.MemberNo;
import io.huitai.shop.Product;
import io.huitai.shop.ReceiptNo;
import io.huitai.shop.Service;
import io.huitai.shop.Sku;
import io.huitai.shop.Tender;
import io.huitai.shop.id.VoucherTypeId;
import io.huitai.till.Desk;
import io.huitai.till.bill.Bills;
import io.huitai.till.bill.HeldBills;
import io.huitai.till.bill.OpenBill;
import io.huitai.till.bill.Readings;
import io.huitai.till.book.Approver;
import io.huitai.till.refusal.ErrorCode;
import io.huitai.ui.fittings.Errands;
import io.huitai.ui.fittings.Notices;
import io.huitai.ui.fittings.Reasons;
import io.huitai.ui.fittings.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The open bill on the screen, and everything a cashier does with it. Knows no nodes.
public final class SaleModel {
    private final Errands errands;
    private final Notices notices;
    private final Scans scans;
    private final Why why;
    private final ReadOnlyObjectWrapper<CounterBill> bill = new ReadOnlyObjectWrapper<>(CounterBill.EMPTY);
    private final ChosenLine chosen;
    /// Counts what was shown, so that what could be had on an earlier bill is neither reckoned nor shown.
    private final AtomicInteger shown = new AtomicInteger();

    /// Asks for reasons on the screen.
    @FunctionalInterface
    interface Why {
        void ask(Reasons.Act act, Consumer<String> then);
    }

    SaleModel(Errands errands, Notices notices, Scans scans, Why why) {
        this.errands = errands;
        this.notices = notices;
        this.scans = scans;
        this.why = why;
        this.chosen = new ChosenLine(bill(), new Work(), notices);
    }

    public ReadOnlyObjectProperty<CounterBill> bill() {
        return bill.getReadOnlyProperty();
    }

    ChosenLine chosen() {
        return chosen;
    }

    void refresh() {
        errands.desk(CounterBill::of, bill::set);
    }

    /// Shows the bill as an act has left it, at once; what could still be had on it follows.
    void show(CounterBill changed) {
        notices.settle();
        bill.set(changed);
        var turn = shown.incrementAndGet();
        errands.desk(
                desk -> turn == shown.get() ? Optional.of(CounterBill.of(desk)) : Optional.<CounterBill>empty(),
                offered -> offered.filter(_ -> turn == shown.get()).ifPresent(bill::set));
    }

    /// Work at the desk whose bill is then shown.
    Function<Desk, CounterBill> drawn(Function<Desk, OpenBill> work) {
        var before = bill.get();
        return desk -> before.after(desk, work.apply(desk));
    }

    BiFunction<Desk, Approver, CounterBill> drawn(BiFunction<Desk, Approver, OpenBill> work) {
        var before = bill.get();
        return (desk, approver) -> before.after(desk, work.apply(desk, approver));
    }

    // Lines

    void add(Sku sku, Quantity qty, Bills.LineExtras extras) {
        added(desk -> desk.bill().bills().add(sku, qty, extras));
    }

    void addOpen(Bills.OpenItem item, Quantity qty) {
        added(desk -> desk.bill().bills().add(item, qty, Bills.LineExtras.NONE));
    }

    private void added(Function<Desk, OpenBill> work) {
        errands.desk(drawn(work), this::showAdded);
    }

    private void showAdded(CounterBill changed) {
        show(changed);
        chosen.last();
    }

    /// What staff change of the bill by hand.
    @FunctionalInterface
    interface Change {
        OpenBill by(Desk desk, Approver approver);
    }

    void adjust(String why, Change change) {
        errands.approved(words -> words.get("approval.adjust", why), drawn(change::by), this::show);
    }

    // Readers

    /// What a scan leads to where it is not simply on the bill.
    interface Scans {
        /// A receipt of this shop.
        void receipt(ReceiptNo receipt);

        /// What a guest's telephone showed to pay with.
        void payment(String code);

        /// A dish that the guest is asked about first.
        void dish(Product product, Quantity qty);
    }

    /// @param typed how many, where that was typed before
    public void scan(String text, Optional<Quantity> typed) {
        var before = bill.get();
        errands.<Runnable>proven(
                words -> words.get("approval.use"),
                (desk, proof) -> met(desk, desk.bill().readings().meet(text, typed, proof), before),
                Runnable::run,
                () -> {});
    }

    private Runnable met(Desk desk, Readings.Met met, CounterBill before) {
        return switch (met) {
            case Readings.OfPayment(var code) -> () -> scans.payment(code);
            case Readings.OfDish(var product, var qty) -> () -> scans.dish(product, qty);
            case Readings.Scanned.OfProduct(var _, var open) -> added(before.after(desk, open));
            case Readings.Scanned.OfMember(var open) -> added(before.after(desk, open));
            case Readings.Scanned.OfVoucher(var open) -> added(before.after(desk, open));
            case Readings.Scanned.OfReceipt(var receipt) -> () -> scans.receipt(receipt);
        };
    }

    private Runnable added(CounterBill changed) {
        return () -> showAdded(changed);
    }

    public void swipe(Swipe swipe) {
        on(desk -> desk.bill().readings().swipe(swipe));
    }

    /// A card nobody has bound may carry a code.
    public void tap(TagRead tag) {
        errands.desk(drawn(desk -> desk.bill().readings().tap(tag.uid())), this::show, refusal -> {
            var nobodys = refusal.code() == ErrorCode.UNKNOWN_CARD || tag.isPassing();
            if (nobodys && !tag.texts().isEmpty()) {
                scan(tag.texts().getFirst(), Optional.empty());
            } else {
                notices.refused(refusal);
            }
        });
    }

    // Member

    public void attach(MemberNo no) {
        on(desk -> desk.bill().bills().member(no));
    }

    void dropMember() {
        on(desk -> desk.bill().bills().dropMember());
    }

    void toggle(CounterBill.VoucherOffer offer) {
        use(use -> with(use, offer.type(), offer.used() == 0));
    }

    void toggle(CounterBill.PointsOffer offer) {
        var asked = offer.used() ? new Use.Asked.Count(0) : new Use.Asked.Max();
        use(use -> new Use(asked, use.vouchers()));
    }

    private void use(UnaryOperator<Use> wish) {
        var before = bill.get();
        errands.proven(
                words -> words.get("approval.use"),
                (desk, proof) -> {
                    var bills = desk.bill().bills();
                    return before.after(desk, bills.use(wish.apply(bills.wish()), proof));
                },
                this::show,
                () -> {});
    }

    /// All of a type of voucher that fit, or none.
    private static Use with(Use use, VoucherTypeId type, boolean wanted) {
        var vouchers = new ArrayList<>(use.vouchers());
        vouchers.removeIf(asked -> asked.type().equals(type));
        if (wanted) {
            vouchers.add(new Use.VouchersAsked(type, new Use.Asked.Max()));
        }
        return new Use(use.points(), vouchers);
    }

    // The bill as a whole

    void hold() {
        var drawn = drawn(desk -> desk.bill().held().hold(Optional.empty()));
        errands.desk(
                desk -> {
                    var next = drawn.apply(desk);
                    return new Put(desk.bill().held().waiting().getLast().label(), next);
                },
                put -> {
                    show(put.bill());
                    notices.say(Notices.Kind.DONE, words -> words.get("sale.held", put.label()));
                });
    }

    private record Put(String label, CounterBill bill) {}

    void held(Consumer<List<HeldBills.Held>> then) {
        errands.desk(desk -> desk.bill().held().waiting(), then);
    }

    void recall(String label) {
        on(desk -> desk.bill().held().recall(Optional.of(label)));
    }

    /// What is on it goes for a reason; one with nothing on it any more goes without.
    void voidBill() {
        var open = bill.get();
        if (open.isEmpty() && open.paid().isEmpty() && open.member().isEmpty()) {
            voidBill("");
        } else {
            why.ask(Reasons.Act.VOID_BILL, this::voidBill);
        }
    }

    private void voidBill(String reason) {
        var open = bill.get();
        var given = open.paid().stream().map(Tender::amount).reduce(Money.ZERO, Money::plus);
        approved(
                words -> words.get("approval.void-bill", words.yuan(open.sums().payable()), words.yuan(given), reason),
                (desk, approver) -> {
                    desk.bill().bills().voidBill(reason, approver);
                    return desk.bill().bills().view();
                });
    }

    // The way back

    private void voided(CounterBill changed, CounterBill.Line line) {
        show(changed);
        notices.done(
                words -> words.get("sale.voided", line.name()),
                new Notices.Way("sale.undo", () -> restore(line.number())));
    }

    /// Puts the line back that was voided last.
    void undo() {
        errands.desk(
                desk -> desk.bill().bills().lastVoided(),
                last -> last.ifPresentOrElse(this::restore, () -> notices.say(Notices.Kind.HINT, "sale.undo.none")));
    }

    private void restore(int line) {
        errands.desk(drawn(desk -> desk.bill().bills().restoreLine(line)), changed -> {
            show(changed);
            chosen.choose(line);
        });
    }

    void serve(Service service) {
        on(desk -> desk.bill().bills().service(service));
    }

    private void on(Function<Desk, OpenBill> work) {
        errands.desk(drawn(work), this::show);
    }

    private void approved(Function<Words, String> what, BiFunction<Desk, Approver, OpenBill> work) {
        errands.approved(what, drawn(work), this::show);
    }

    /// What is done with the chosen line.
    private final class Work implements ChosenLine.Work {
        @Override
        public void on(Function<Desk, OpenBill> work) {
            SaleModel.this.on(work);
        }

        @Override
        public void approved(Function<Words, String> what, BiFunction<Desk, Approver, OpenBill> work) {
            SaleModel.this.approved(what, work);
        }

        @Override
        public void voidLine(CounterBill.Line line) {
            notices.settle(); // the way back to an earlier one
            why.ask(
                    Reasons.Act.VOID_LINE,
                    reason -> errands.approved(
                            words -> words.get("approval.void-line", line.name(), words.yuan(line.gross()), reason),
                            drawn((desk, approver) ->
                                    desk.bill().bills().voidLine(line.number(), Optional.of(reason), approver)),
                            changed -> voided(changed, line)));
        }
    }
}

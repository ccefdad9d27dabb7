package io.huitai.ui.sale;

import io.huitai.money.Money;
import io.huitai.shop.Label;
import io.huitai.shop.Tender;
import io.huitai.shop.TenderType;
import io.huitai.till.Desk;
import io.huitai.till.sale.Sales;
import io.huitai.ui.fittings.Errands;
import io.huitai.ui.fittings.Notices;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Money taken on the open bill, and the sale that the last of it completes. Knows no nodes.
public final class Payments {
    private final SaleModel sale;
    private final Errands errands;
    private final Notices notices;
    private final ReadOnlyObjectWrapper<Optional<Finished>> finished = new ReadOnlyObjectWrapper<>(Optional.empty());

    /// The moment after a payment in which a key may still mean the payment.
    private final ReadOnlyBooleanWrapper resting = new ReadOnlyBooleanWrapper();

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

    Payments(SaleModel sale, Errands errands, Notices notices) {
        this.sale = sale;
        this.errands = errands;
        this.notices = notices;
        sale.bill().subscribe(bill -> {
            if (!bill.isEmpty() || bill.member().isPresent()) {
                dismiss();
            }
        });
    }

    /// What is paid.
    public ReadOnlyObjectProperty<CounterBill> bill() {
        return sale.bill();
    }

    ReadOnlyObjectProperty<Optional<Finished>> finished() {
        return finished.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty resting() {
        return resting.getReadOnlyProperty();
    }

    void rested() {
        resting.set(false);
    }

    /// Somebody has seen the change; not in the moment after the payment.
    void next() {
        if (!resting.get()) {
            dismiss();
        }
    }

    /// The next sale begins.
    void dismiss() {
        resting.set(false);
        finished.set(Optional.empty());
    }

    void payExact() {
        pay(TenderType.CASH, Optional.empty(), "");
    }

    /// Takes what is due from the member's card, or as much of it as is there.
    void payStored() {
        var there = stored();
        if (there.isPositive()) {
            var part = Optional.of(there)
                    .filter(money -> money.compareTo(bill().get().due()) < 0);
            pay(TenderType.STORED, part, "");
        } else {
            notices.say(Notices.Kind.HINT, "pay.stored.none");
        }
    }

    /// What is on the card of the bill's member.
    public Money stored() {
        return bill().get()
                .member()
                .map(member -> member.held()
                        .stored()
                        .principal()
                        .plus(member.held().stored().bonus()))
                .orElse(Money.ZERO);
    }

    /// @param amount absent is what is due
    public void pay(TenderType type, Optional<Money> amount, String reference) {
        pay(new Sales.Payment(type, amount, reference));
    }

    /// Takes a payment; a second press while the first is under way means the same one. What is due is taken only as it
    /// was shown: a bill that changed meanwhile is shown first.
    public void pay(Sales.Payment payment) {
        if (paying) {
            return;
        }
        paying = true;
        var before = bill().get();
        errands.proven(
                words -> payment.company()
                        .map(company -> words.get("approval.charge", company))
                        .orElseGet(() -> words.get("approval.pay", words.tender(payment.type()))),
                (desk, proof) -> {
                    var open = desk.bill().bills().view();
                    if (payment.amount().isEmpty() && !open.due().equals(before.due())) {
                        return new Paid.Not(before.after(desk, open));
                    }
                    var taken = desk.sale().sales().tender(payment, proof);
                    return new Paid.Taken(
                            taken,
                            taken.completed().map(done -> Finished.of(desk, done, taken.change())),
                            before.after(desk, desk.bill().bills().view()));
                },
                this::show,
                () -> paying = false);
    }

    private sealed interface Paid {
        record Taken(Sales.Tendered taken, Optional<Finished> finished, CounterBill bill) implements Paid {}

        /// The bill was another one than was shown.
        record Not(CounterBill bill) implements Paid {}
    }

    private void show(Paid paid) {
        switch (paid) {
            case Paid.Taken(var taken, var done, var bill) -> {
                sale.show(bill);
                resting.set(done.isPresent());
                finished.set(done);
                var change = taken.change();
                if (done.isEmpty() && change.isPositive()) {
                    notices.say(Notices.Kind.DONE, words -> words.get("sale.change", words.yuan(change)));
                }
            }
            case Paid.Not(var bill) -> {
                sale.show(bill);
                notices.say(Notices.Kind.HINT, words -> words.get("pay.changed", words.yuan(bill.due())));
            }
        }
    }

    void takeBack(Tender paid) {
        errands.approved(
                words -> words.get("approval.void-tender", words.tender(paid.type()), words.yuan(paid.amount())),
                sale.drawn((desk, approval) -> {
                    desk.sale().sales().voidTender(OptionalInt.of(paid.index()), approval);
                    return desk.bill().bills().view();
                }),
                sale::show);
    }
}

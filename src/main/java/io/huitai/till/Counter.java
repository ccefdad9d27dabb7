package io.huitai.till;

import io.huitai.journal.Fact;
import io.huitai.journal.Refund;
import io.huitai.journal.Sale;
import io.huitai.ledger.Holding;
import io.huitai.money.Money;
import io.huitai.programme.Quote;
import io.huitai.programme.RefusalCode;
import io.huitai.shop.Label;
import io.huitai.shop.ReceiptNo;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/// The desk in the words of a counter's screen: the open bill, payment and refunds without the journal's records.
/// Lives for one {@link Till#perform}.
public final class Counter {
    private final Desk desk;

    public Counter(Desk desk) {
        this.desk = desk;
    }

    /// The open bill with what could still be saved on it.
    public CounterBill bill() {
        return shown(desk.bills().view());
    }

    /// Uses all of a type of voucher that fit, or none.
    public CounterBill useVoucher(String type, boolean wanted) {
        var wish = desk.bills().use();
        var vouchers = new ArrayList<>(wish.vouchers());
        vouchers.removeIf(asked -> asked.type().equals(type));
        if (wanted) {
            vouchers.add(new Fact.Use.Voucher(type, Fact.Use.MOST));
        }
        return shown(desk.bills().use(new Fact.Use(wish.points(), List.copyOf(vouchers))));
    }

    /// Redeems points: as many as go, so many, or 0.
    public CounterBill usePoints(long points) {
        return shown(
                desk.bills().use(new Fact.Use(points, desk.bills().use().vouchers())));
    }

    /// Redeems as many points as the bill takes.
    public CounterBill useMostPoints() {
        return usePoints(Fact.Use.MOST);
    }

    /// Changes how the bill is served.
    public CounterBill serve(CounterBill.Served served) {
        return shown(desk.bills()
                .service(new Sale.Service(
                        served.mode(),
                        served.adults(),
                        served.occasion(),
                        served.table(),
                        served.room(),
                        served.note())));
    }

    // Payment

    /// What a payment came to.
    ///
    /// @param change given back now
    /// @param completed with nothing left due
    public record Taken(Money due, Money change, Optional<Completed> completed) {}

    /// A completed sale in short.
    ///
    /// @param points the member's balance afterwards
    public record Completed(
            ReceiptNo receipt, Money payable, Money change, long earned, Optional<Long> points, List<Given> granted) {
        public Completed {
            granted = List.copyOf(granted);
        }
    }

    /// Vouchers that a sale or a card brought.
    public record Given(Label name, long count) {}

    /// Takes a payment; refused as {@link Sales#tender}.
    public Taken pay(Sales.Payment payment) {
        var tendered = desk.sales().tender(payment);
        return new Taken(
                tendered.due(),
                tendered.change(),
                tendered.completed().map(done -> completed(done, tendered.change())));
    }

    private Completed completed(Sales.Completed done, Money change) {
        var sale = done.sale();
        return new Completed(
                sale.receipt(),
                sale.payable(),
                change,
                sale.earned(),
                sale.after().map(Sale.MemberAfter::points),
                given(done.granted()));
    }

    /// Vouchers by their names.
    public List<Given> given(List<Holding> granted) {
        return granted.stream()
                .filter(holding -> holding.asset().isVoucher())
                .map(holding -> new Given(voucherName(holding.asset().voucherType()), holding.amount()))
                .toList();
    }

    // Refunds

    /// A sale for the refund sheet; refused as {@link Refunds#look}.
    public CounterRefund refundable(ReceiptNo receipt) {
        var found = desk.refunds().look(receipt);
        var sale = found.sale().sale();
        return new CounterRefund(
                sale.receipt(),
                found.sale().at(),
                sale.buyer().map(Sale.Buyer::name),
                sale.payable(),
                sale.tenders().stream()
                        .map(tender -> new CounterRefund.Share(tender.type(), tender.amount()))
                        .toList(),
                sale.earned(),
                sale.lines().stream()
                        .map(line -> new CounterRefund.Line(
                                line.item().number(),
                                line.item().name(),
                                line.item().qty(),
                                found.left().getOrDefault(line.item().number(), 0L),
                                line.net()))
                        .toList());
    }

    /// What a refund would come to; refused as {@link Refunds#preview}.
    public CounterRefund.Outcome preview(Refunds.Wish wish) {
        return outcome(desk.refunds().preview(wish));
    }

    /// Refunds; refused as {@link Refunds#refund}.
    public CounterRefund.Outcome refund(Refunds.Wish wish, Optional<ApprovalGiven> approval) {
        return outcome(desk.refunds().refund(wish, approval));
    }

    private CounterRefund.Outcome outcome(Refund refund) {
        var amounts = new HashMap<Integer, Money>();
        refund.lines().forEach(line -> amounts.put(line.line(), line.amount()));
        return new CounterRefund.Outcome(
                refund.receipt(),
                refund.amount(),
                amounts,
                refund.tenders().stream()
                        .map(share -> new CounterRefund.Share(share.type(), share.paid()))
                        .toList(),
                refund.takenBack(),
                refund.givenBack(),
                refund.shortfall(),
                refund.shortfallValue(),
                refund.vouchers().stream()
                        .map(voucher -> new CounterRefund.VoucherBack(
                                voucherName(voucher.asset().voucherType()), voucher.amount()))
                        .toList());
    }

    // The bill

    private CounterBill shown(OpenBill bill) {
        var quote = bill.quote();
        var subjects = quote.refused().stream()
                .filter(refusal -> !(refusal.subject() instanceof Quote.Subject.Line))
                .toList();
        return new CounterBill(
                lines(bill),
                quote.gross(),
                quote.discount(),
                quote.voucher(),
                quote.pointsValue(),
                quote.payable(),
                bill.due(),
                quote.earned().points(),
                bill.tendered().stream()
                        .map(tender -> new CounterBill.Paid(tender.index(), tender.type(), tender.amount()))
                        .toList(),
                bill.member(),
                bill.member().map(member -> vouchers(quote, member)).orElse(List.of()),
                points(quote),
                subjects,
                !bill.noRight().isEmpty(),
                served(bill.service()));
    }

    private static List<CounterBill.Line> lines(OpenBill bill) {
        var quoted = new HashMap<Integer, Quote.QuotedLine>();
        bill.quote().lines().forEach(line -> quoted.put(line.number(), line));
        var refused = new HashMap<Integer, RefusalCode>();
        for (var refusal : bill.quote().refused()) {
            if (refusal.subject() instanceof Quote.Subject.Line(var number)) {
                refused.put(number, refusal.code());
            }
        }
        return bill.items().stream()
                .map(item -> {
                    var line = quoted.get(item.number());
                    return new CounterBill.Line(
                            item.number(),
                            item.sku(),
                            item.name(),
                            item.qty(),
                            item.qty().of(item.price()),
                            line == null ? Money.ZERO : line.net(),
                            line == null ? List.of() : line.because(),
                            item.note(),
                            Optional.ofNullable(refused.get(item.number())));
                })
                .toList();
    }

    private List<CounterBill.VoucherOffer> vouchers(Quote quote, MemberView member) {
        var saves = desk.bills().savings();
        var held = new HashMap<String, Long>();
        var types = new LinkedHashSet<String>();
        for (var holding : member.vouchers()) {
            held.merge(holding.asset().voucherType(), holding.amount(), Long::sum);
            types.add(holding.asset().voucherType());
        }
        var offers = new ArrayList<CounterBill.VoucherOffer>();
        for (var type : types) {
            var used = Pricer.used(quote, type);
            if (used > 0 || saves.containsKey(type)) {
                var worth = used > 0 ? takenOff(quote, type) : saves.getOrDefault(type, Money.ZERO);
                offers.add(new CounterBill.VoucherOffer(
                        type, voucherName(type), held.getOrDefault(type, 0L), used, worth));
            }
        }
        return offers;
    }

    private static Money takenOff(Quote quote, String rule) {
        return quote.lines().stream()
                .flatMap(line -> line.because().stream())
                .filter(row -> row.rule().value().equals(rule))
                .map(row -> row.amount().negated())
                .reduce(Money.ZERO, Money::plus);
    }

    private Optional<CounterBill.PointsOffer> points(Quote quote) {
        return quote.pointsUsed() > 0
                ? Optional.of(new CounterBill.PointsOffer(quote.pointsUsed(), quote.pointsValue(), true))
                : desk.bills().pointsSaving();
    }

    private Label voucherName(String type) {
        return desk.programme().voucher(type).map(found -> found.name()).orElseGet(() -> new Label(type, type));
    }

    private static CounterBill.Served served(Sale.Service service) {
        return new CounterBill.Served(
                service.mode(),
                service.adults(),
                service.occasion(),
                service.table(),
                service.room(),
                service.note());
    }
}

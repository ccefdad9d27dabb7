package io.huitai.ui.sale;

import io.huitai.money.Money;
import io.huitai.money.Quantity;
import io.huitai.money.Sums;
import io.huitai.programme.pricing.Quote;
import io.huitai.programme.words.Hint;
import io.huitai.programme.words.RefusalCode;
import io.huitai.shop.BillLine;
import io.huitai.shop.Label;
import io.huitai.shop.Service;
import io.huitai.shop.Sku;
import io.huitai.shop.Tender;
import io.huitai.shop.id.VoucherTypeId;
import io.huitai.till.Desk;
import io.huitai.till.bill.Offers;
import io.huitai.till.bill.OpenBill;
import io.huitai.till.member.MemberView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The open bill as the counter's screen draws it.
///
/// @param lines all that stand on it, in the order they were added, also those that pricing refuses
/// @param due what is still to be paid
/// @param earned points that the bill will bring
/// @param vouchers the member's vouchers that fit now or are used
/// @param points what redeeming points would save, where it would
/// @param refused asked for but not given; refused lines say it themselves
/// @param noRight asked for, held by the member, but not to be spent here without a line
/// @param hints what would help the member, the most useful first
/// @param offers what vouchers, points and hints were made of
public record CounterBill(
        List<Line> lines,
        Sums sums,
        Money due,
        long earned,
        List<Tender> paid,
        Optional<MemberView> member,
        List<VoucherOffer> vouchers,
        Optional<PointsOffer> points,
        List<Quote.Refusal> refused,
        boolean noRight,
        List<Hint> hints,
        Service service,
        Offers offers) {
    /// Nothing on it.
    public static final CounterBill EMPTY = new CounterBill(
            List.of(),
            Sums.ZERO,
            Money.ZERO,
            0,
            List.of(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            List.of(),
            false,
            List.of(),
            Service.DEFAULT,
            Offers.NONE);

    /// One line.
    ///
    /// @param name in Chinese, as it was added
    /// @param net what is left after everything that was taken off
    /// @param parts of a set meal, and modifiers
    /// @param note what the kitchen reads
    /// @param refused why it does not count
    /// @param charge whether the outlet itself put it there
    /// @param room whether it is a room that may be left late
    public record Line(
            int number,
            Sku sku,
            String name,
            Quantity qty,
            Money gross,
            Money net,
            List<Quote.Adjustment> because,
            List<BillLine.Part> parts,
            String note,
            Optional<RefusalCode> refused,
            boolean charge,
            boolean room) {
        public Line {
            because = List.copyOf(because);
            parts = List.copyOf(parts);
        }
    }

    /// Vouchers of one type.
    ///
    /// @param held how many the member can use here
    /// @param used how many this bill uses
    /// @param saving what they take off, or would, and how much less is paid
    public record VoucherOffer(VoucherTypeId type, Label name, long held, long used, Offers.Saving saving) {}

    /// Points as money on this bill.
    public record PointsOffer(long points, Offers.Saving saving, boolean used) {}

    public CounterBill {
        lines = List.copyOf(lines);
        paid = List.copyOf(paid);
        vouchers = List.copyOf(vouchers);
        refused = List.copyOf(refused);
        hints = List.copyOf(hints);
    }

    public boolean isEmpty() {
        return lines.isEmpty();
    }

    /// Whether points or vouchers are used on it.
    boolean usesSomething() {
        return vouchers.stream().anyMatch(offer -> offer.used() > 0)
                || points.filter(PointsOffer::used).isPresent();
    }

    /// How many pieces are on it; what is sold by weight counts as one.
    public long pieces() {
        return lines.stream()
                .filter(line -> !line.charge())
                .mapToLong(line -> line.qty().isWhole() ? line.qty().units() : 1)
                .sum();
    }

    /// What the outlet drops of the sum; below zero where it rounds up.
    public Money rounding() {
        return sums.rounding();
    }

    /// What was taken off in all.
    public Money saved() {
        return sums.gross().minus(sums.payable());
    }

    /// The open bill with what could still be had on it; on the till's thread.
    static CounterBill of(Desk desk) {
        var offered = desk.bill().bills().offered();
        return of(desk, offered.bill(), offered.offers());
    }

    /// A bill as an act on this one has left it, on the till's thread: what could be had on this one stands until it is
    /// reckoned anew, where the guest is the same.
    CounterBill after(Desk desk, OpenBill changed) {
        var same = changed.member().map(MemberView::no).equals(member.map(MemberView::no)) && !changed.isEmpty();
        return of(desk, changed, same ? offers : Offers.NONE);
    }

    private static CounterBill of(Desk desk, OpenBill bill, Offers offers) {
        var quote = bill.quote();
        return new CounterBill(
                lines(desk, bill),
                quote.sums(),
                bill.due(),
                quote.earned().points(),
                bill.tendered(),
                bill.member(),
                bill.member()
                        .map(member -> vouchers(desk, quote, member, offers.savings()))
                        .orElse(List.of()),
                points(quote, offers.points()),
                quote.refused().stream()
                        .filter(refusal -> !(refusal.subject() instanceof Quote.Subject.Line))
                        .toList(),
                !bill.noRight().isEmpty(),
                offers.hints(),
                bill.service(),
                offers);
    }

    private static List<Line> lines(Desk desk, OpenBill bill) {
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
                    return new Line(
                            item.number(),
                            item.sku(),
                            item.name(),
                            item.qty(),
                            item.qty().of(item.price()),
                            line == null ? Money.ZERO : line.net(),
                            line == null ? List.of() : line.because(),
                            item.parts(),
                            item.note(),
                            Optional.ofNullable(refused.get(item.number())),
                            item.charge().isPresent(),
                            desk.bill().lateCheckOut().concerns(item));
                })
                .toList();
    }

    /// The number of the line that was ordered last, 0 where there is none.
    int lastOrdered() {
        return lines.stream()
                .filter(line -> !line.charge())
                .reduce((_, last) -> last)
                .map(Line::number)
                .orElse(0);
    }

    private static List<VoucherOffer> vouchers(
            Desk desk, Quote quote, MemberView member, Map<VoucherTypeId, Offers.Saving> saves) {
        var held = new HashMap<VoucherTypeId, Long>();
        var types = new LinkedHashSet<VoucherTypeId>();
        for (var holding : member.held().vouchers()) {
            held.merge(holding.asset().voucherType(), holding.amount(), Long::sum);
            types.add(holding.asset().voucherType());
        }
        var offers = new ArrayList<VoucherOffer>();
        for (var type : types) {
            var used = used(quote, type);
            if (used > 0 || saves.containsKey(type)) {
                var off = takenOff(quote, type.value());
                var worth = saves.getOrDefault(type, new Offers.Saving(off, off));
                var name = desk.programme().voucher(type).map(known -> known.name());
                offers.add(new VoucherOffer(
                        type,
                        name.orElseGet(() -> new Label(type.value(), type.value())),
                        held.getOrDefault(type, 0L),
                        used,
                        worth));
            }
        }
        return offers;
    }

    private static long used(Quote quote, VoucherTypeId type) {
        return quote.vouchersUsed().stream()
                .filter(row -> row.type().equals(type))
                .mapToLong(Quote.VouchersUsed::count)
                .sum();
    }

    private static Money takenOff(Quote quote, String rule) {
        return quote.lines().stream()
                .flatMap(line -> line.because().stream())
                .filter(row -> row.rule().value().equals(rule))
                .map(row -> row.amount().negated())
                .reduce(Money.ZERO, Money::plus);
    }

    private static Optional<PointsOffer> points(Quote quote, Optional<Offers.Points> offer) {
        var used = quote.pointsUsed() > 0;
        return used
                ? Optional.of(new PointsOffer(
                        quote.pointsUsed(),
                        offer.filter(most -> most.points() == quote.pointsUsed())
                                .map(Offers.Points::saving)
                                .orElseGet(() -> new Offers.Saving(
                                        quote.sums().pointsValue(), quote.sums().pointsValue())),
                        true))
                : offer.map(most -> new PointsOffer(most.points(), most.saving(), false));
    }
}

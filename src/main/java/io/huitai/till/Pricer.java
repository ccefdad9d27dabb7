package io.huitai.till;

import io.huitai.journal.Fact;
import io.huitai.journal.MemberRecord;
import io.huitai.ledger.Asset;
import io.huitai.ledger.Holding;
import io.huitai.ledger.Lot;
import io.huitai.ledger.LotDay;
import io.huitai.money.Money;
import io.huitai.programme.Pricing;
import io.huitai.programme.Programme;
import io.huitai.programme.Quote;
import io.huitai.programme.Use;
import io.huitai.programme.VoucherTypeId;
import io.huitai.shop.BillLine;
import io.huitai.shop.Outlet;
import io.huitai.shop.Service;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// Prices a till's bill with what its member holds, and judges what this till may spend of it.
final class Pricer {
    private final Book book;
    private final Programme programme;
    private final MemberBook members;
    private final Outlet outlet;
    private Optional<Standing> standing = Optional.empty();

    /// The price of the bill on which tenders have been taken. Only the open bill can have any.
    private record Standing(long bill, Priced price) {}

    Pricer(Book book, Programme programme, MemberBook members, Outlet outlet) {
        this.book = book;
        this.programme = programme;
        this.members = members;
        this.outlet = outlet;
    }

    /// When a bill is priced, and the day as its member's lots are judged on it.
    record Moment(ZonedDateTime at, LotDay day) {}

    /// A priced bill with what the till had to refuse for want of a right.
    record Priced(Quote quote, Moment moment, Optional<MemberRecord> member, List<OpenBill.NoRight> noRight) {
        Money due(Bill bill) {
            return quote.payable().minus(bill.tendered());
        }
    }

    /// The bill's price now; from its first tender on, what it was then.
    Priced price(Bill bill) {
        if (bill.pricedAt().isEmpty()) {
            return price(bill, bill.use(), now());
        }
        if (standing.filter(price -> price.bill() == bill.id()).isEmpty()) {
            var at = bill.pricedAt().get().atZoneSameInstant(book.now().getZone());
            stand(bill, price(bill, bill.use(), moment(at)));
        }
        return standing.orElseThrow().price();
    }

    /// From here on this is the bill's price, whatever becomes of its member's tier, points and vouchers.
    void stand(Bill bill, Priced price) {
        standing = Optional.of(new Standing(bill.id(), price));
    }

    private Moment now() {
        return moment(book.now());
    }

    private Moment moment(ZonedDateTime at) {
        return new Moment(at, book.lotDay(at.toLocalDate()));
    }

    private Priced price(Bill bill, Fact.Use use, Moment moment) {
        var member = bill.member().map(members::record);
        var whole = quote(bill, member, use, moment, members.goodHere(), _ -> true);
        if (member.isEmpty() || use.equals(Fact.Use.NOTHING)) {
            return new Priced(whole, moment, member, List.of());
        }
        var record = member.get();
        var noRight = new ArrayList<OpenBill.NoRight>();
        var vouchers = new ArrayList<Fact.Use.Voucher>();
        for (var asked : use.vouchers()) {
            var held = vouchersHeld(record, asked.type(), moment.day());
            var used = used(whole, asked.type());
            if (asked.count() != Fact.Use.MOST && used > held) {
                noRight.add(new OpenBill.NoRight(Optional.of(asked.type()), used - held));
                if (held > 0) {
                    vouchers.add(new Fact.Use.Voucher(asked.type(), held));
                }
            } else {
                vouchers.add(asked);
            }
        }
        var points = use.points();
        var heldPoints = record.balances().usable(Asset.POINTS, moment.day(), members.spendable());
        if (points != Fact.Use.MOST && whole.pointsUsed() > heldPoints) {
            noRight.add(new OpenBill.NoRight(Optional.empty(), points));
            points = 0;
        }
        var asksMost =
                points == Fact.Use.MOST || use.vouchers().stream().anyMatch(asked -> asked.count() == Fact.Use.MOST);
        if (noRight.isEmpty() && !asksMost) {
            return new Priced(whole, moment, member, List.of());
        }
        var most = mostAsked(use);
        var pointLots = points == Fact.Use.MOST ? members.spendable() : members.goodHere();
        var quote = quote(
                bill,
                member,
                new Fact.Use(points, List.copyOf(vouchers)),
                moment,
                pointLots,
                holding -> !most.contains(holding.asset().voucherType()) || members.isHeld(holding.lot()));
        return new Priced(quote, moment, member, List.copyOf(noRight));
    }

    private static Set<String> mostAsked(Fact.Use use) {
        return Set.copyOf(use.vouchers().stream()
                .filter(asked -> asked.count() == Fact.Use.MOST)
                .map(Fact.Use.Voucher::type)
                .distinct()
                .toList());
    }

    private long vouchersHeld(MemberRecord member, String type, LotDay day) {
        return member.balances().usable(Asset.voucher(type), day, members::isHeld);
    }

    static long used(Quote quote, String type) {
        return quote.vouchersUsed().stream()
                .filter(used -> used.type().value().equals(type))
                .mapToLong(Quote.VouchersUsed::count)
                .sum();
    }

    private Quote quote(
            Bill bill,
            Optional<MemberRecord> member,
            Fact.Use use,
            Moment moment,
            Predicate<Lot> points,
            Predicate<Holding> vouchers) {
        try {
            return Pricing.price(
                    programme,
                    member.map(record -> members.priced(record, moment.day(), points, vouchers)),
                    priced(bill.service(), bill.lines()),
                    asked(use),
                    outlet,
                    moment.at());
        } catch (ArithmeticException tooLarge) {
            throw Refusal.of(ErrorCode.OVERFLOW);
        }
    }

    /// The bill as pricing takes it.
    static io.huitai.programme.Bill priced(Service service, List<BillLine> lines) {
        return new io.huitai.programme.Bill(
                service.mode(),
                service.adults(),
                service.occasion(),
                lines.stream().map(Pricer::priced).toList());
    }

    private static io.huitai.programme.BillLine priced(BillLine line) {
        return new io.huitai.programme.BillLine(
                line.number(),
                line.sku(),
                line.category(),
                line.price(),
                line.memberPrice(),
                line.qty(),
                Set.copyOf(line.flags()));
    }

    /// A journalled wish as pricing takes it.
    static Use asked(Fact.Use use) {
        return new Use(
                count(use.points()),
                use.vouchers().stream()
                        .map(asked -> new Use.VouchersAsked(new VoucherTypeId(asked.type()), count(asked.count())))
                        .toList());
    }

    private static Use.Asked count(long count) {
        return count == Fact.Use.MOST ? new Use.Asked.Max() : new Use.Asked.Count(count);
    }

    /// What redeeming points would save beside the vouchers already asked for.
    Optional<Bills.PointsOffer> pointsSaving(Bill bill) {
        if (bill.member().isEmpty() || bill.lines().isEmpty()) {
            return Optional.empty();
        }
        var use = new Fact.Use(Fact.Use.MOST, bill.use().vouchers());
        var quote = price(bill, use, now()).quote();
        return Optional.of(new Bills.PointsOffer(quote.pointsUsed(), quote.pointsValue()))
                .filter(offer -> offer.saves().isPositive());
    }

    /// What each voucher that fits this bill now would save by itself, by type.
    Map<String, Money> savings(Bill bill) {
        var savings = new HashMap<String, Money>();
        var member = bill.member().map(members::record);
        if (member.isEmpty() || bill.lines().isEmpty()) {
            return savings;
        }
        var plain = price(bill, Fact.Use.NOTHING, now()).quote().payable();
        for (var holding : member.get().holdings()) {
            if (holding.asset().isVoucher() && members.isHeld(holding.lot())) {
                var type = holding.asset().voucherType();
                var use = new Fact.Use(0, List.of(new Fact.Use.Voucher(type, Fact.Use.MOST)));
                savings.put(type, plain.minus(price(bill, use, now()).quote().payable()));
            }
        }
        savings.values().removeIf(saved -> !saved.isPositive());
        return savings;
    }
}

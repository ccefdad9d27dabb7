package io.huitai.till.bill;

import io.huitai.journal.fact.AskedUse;
import io.huitai.journal.fact.MemberRecord;
import io.huitai.journal.fact.Terms;
import io.huitai.ledger.Holding;
import io.huitai.ledger.Lot;
import io.huitai.money.Money;
import io.huitai.money.Rate;
import io.huitai.programme.pricing.Hints;
import io.huitai.programme.pricing.Pricing;
import io.huitai.programme.pricing.Quote;
import io.huitai.programme.pricing.Situation;
import io.huitai.programme.scheme.Programme;
import io.huitai.programme.words.Basket;
import io.huitai.programme.words.BasketLine;
import io.huitai.programme.words.Hint;
import io.huitai.programme.words.ManualDiscount;
import io.huitai.programme.words.Use;
import io.huitai.shop.BillLine;
import io.huitai.shop.ByHand;
import io.huitai.shop.Outlet;
import io.huitai.shop.Service;
import io.huitai.shop.id.VoucherTypeId;
import io.huitai.till.book.Bill;
import io.huitai.till.book.Book;
import io.huitai.till.book.Scheme;
import io.huitai.till.member.MemberBook;
import io.huitai.till.member.Tiers;
import io.huitai.till.refusal.ErrorCode;
import io.huitai.till.refusal.Refusal;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Prices a till's bill with what its member holds, and judges what this till may spend of it.
public final class Pricer {
    private static final Logger LOG = LoggerFactory.getLogger(Pricer.class);

    private final Book book;
    private final Scheme scheme;
    private final MemberBook members;
    private final Outlet outlet;
    private final House house;
    private final Companions companions;

    Pricer(Book book, Scheme scheme, MemberBook members, Outlet outlet, House house, Companions companions) {
        this.book = book;
        this.scheme = scheme;
        this.members = members;
        this.outlet = outlet;
        this.house = house;
        this.companions = companions;
    }

    /// A priced bill.
    ///
    /// @param programme the version that priced it
    /// @param member as the price takes them: now, or as they were at the first tender
    /// @param noRight what the till had to refuse for want of a right
    /// @param used the member's points and vouchers that the bill uses, by lot
    /// @param goods what the programme makes of it, before what the outlet puts on it at the end
    /// @param charges what the outlet put on it
    public record Priced(
            Quote quote,
            Programme programme,
            ZonedDateTime at,
            Optional<MemberRecord> member,
            List<OpenBill.NoRight> noRight,
            List<Holding> used,
            Quote goods,
            List<BillLine> charges) {
        public Money due(Bill bill) {
            return quote.sums().payable().minus(bill.paid().sum());
        }

        /// What this price stands on once money has been taken for it.
        public Terms terms() {
            return new Terms(
                    at.toOffsetDateTime(),
                    Optional.of(Scheme.ref(programme)),
                    member.map(record -> Terms.Buyer.of(record, used)),
                    Optional.of(new Terms.Settled(charges, quote.sums().rounding())));
        }

        /// What stands on the bill under a number.
        public Optional<BillLine> item(Bill bill, int number) {
            return bill.line(number)
                    .or(() -> charges.stream()
                            .filter(line -> line.number() == number)
                            .findFirst());
        }
    }

    /// What a bill is priced on: the moment and the version of the programme that held then, the member as they were,
    /// and the lots that the till may spend.
    private record Ground(Programme programme, ZonedDateTime at, Optional<MemberRecord> member, Predicate<Lot> held) {}

    /// The bill's price now; from its first tender on, what it was then.
    public Priced price(Bill bill) {
        return price(bill, bill.use());
    }

    private Priced price(Bill bill, AskedUse use) {
        return price(bill, use, bill.terms().map(terms -> standing(bill, terms)).orElseGet(() -> now(bill)));
    }

    private Ground now(Bill bill) {
        var at = book.now();
        return ground(scheme.on(at.toLocalDate()), at, bill.member().map(members::free), members::isHeld);
    }

    private Ground standing(Bill bill, Terms terms) {
        var at = terms.at().atZoneSameInstant(book.now().getZone());
        var programme = terms.programme().map(scheme::of).orElseGet(() -> scheme.on(at.toLocalDate()));
        return terms.buyer()
                .map(was -> ground(
                        programme,
                        at,
                        bill.member().map(no -> members.record(no).as(was)),
                        was::uses))
                .orElseGet(() -> ground(programme, at, bill.member().map(members::free), members::isHeld));
    }

    private static Ground ground(
            Programme programme, ZonedDateTime at, Optional<MemberRecord> member, Predicate<Lot> held) {
        member.map(MemberRecord::tier)
                .filter(tier -> programme.tier(tier).isEmpty())
                .ifPresent(tier -> {
                    throw Refusal.of(ErrorCode.UNKNOWN_TIER, tier);
                });
        return new Ground(programme, at, member, held);
    }

    /// Takes out of the wish what the till may not spend, until it may spend all that is left.
    private Priced price(Bill bill, AskedUse wish, Ground ground) {
        LOG.trace("Bill {} is priced", bill.id());
        var here = members.goodHere(ground.programme);
        var spendable = here.and(ground.held);
        var points = wish.points() == AskedUse.MOST ? spendable : here;
        var asked = known(wish, ground.programme);
        var most = mostAsked(asked);
        Predicate<Holding> vouchers =
                holding -> !most.contains(holding.asset().voucherType()) || ground.held.test(holding.lot());
        var quote = quote(bill, asked, ground, points, vouchers);
        if (ground.member.isEmpty()) {
            return settled(bill, quote, ground, List.of(), List.of());
        }
        var day = book.lotDay(ground.at.toLocalDate());
        var purse = new Purse(ground.member.get().holdings(), day, spendable, ground.held, members.areAsleep());
        var noRight = new ArrayList<OpenBill.NoRight>();
        var lacking = purse.lacking(asked, quote);
        while (lacking.isPresent()) {
            noRight.add(lacking.get());
            asked = purse.without(asked, lacking.get());
            quote = quote(bill, asked, ground, points, vouchers);
            lacking = purse.lacking(asked, quote);
        }
        return settled(bill, quote, ground, List.copyOf(noRight), purse.taken(quote));
    }

    /// Step 5, which is the outlet's.
    private Priced settled(Bill bill, Quote goods, Ground ground, List<OpenBill.NoRight> noRight, List<Holding> used) {
        try {
            var late = house.late(bill, goods);
            var whole = goods.withCharges(late.stream().map(Pricer::charged).toList());
            Book.fits(whole.sums().gross());
            var quote = whole.dropping(house.dropped(bill, whole.sums().payable()));
            var charges = new ArrayList<>(house.early(bill));
            late.stream().filter(line -> bill.line(line.number()).isEmpty()).forEach(charges::add);
            return new Priced(
                    quote, ground.programme, ground.at, ground.member, noRight, used, goods, List.copyOf(charges));
        } catch (ArithmeticException tooLarge) {
            throw Refusal.of(ErrorCode.OVERFLOW);
        }
    }

    private static Quote.QuotedLine charged(BillLine line) {
        var price = line.qty().of(line.price());
        return new Quote.QuotedLine(line.number(), line.sku(), price, price, List.of());
    }

    /// The wish without vouchers that this version does not know; an earlier one may have.
    private static AskedUse known(AskedUse wish, Programme programme) {
        return new AskedUse(
                wish.points(),
                wish.vouchers().stream()
                        .filter(asked -> programme.voucher(asked.type()).isPresent())
                        .toList());
    }

    private static Set<VoucherTypeId> mostAsked(AskedUse use) {
        return Set.copyOf(use.vouchers().stream()
                .filter(asked -> asked.count() == AskedUse.MOST)
                .map(AskedUse.Voucher::type)
                .distinct()
                .toList());
    }

    private Quote quote(Bill bill, AskedUse use, Ground ground, Predicate<Lot> points, Predicate<Holding> vouchers) {
        var day = book.lotDay(ground.at.toLocalDate());
        try {
            return Pricing.price(
                    ground.programme,
                    ground.member.map(record -> members.priced(record, day, points, vouchers)),
                    priced(bill),
                    asked(use),
                    outlet,
                    ground.at);
        } catch (ArithmeticException tooLarge) {
            throw Refusal.of(ErrorCode.OVERFLOW);
        }
    }

    private Basket priced(Bill bill) {
        var lines = new ArrayList<>(bill.lines());
        lines.addAll(house.early(bill));
        return priced(bill.service(), lines, bill.adjusted().byHand());
    }

    /// The bill as pricing takes it.
    public static Basket priced(Service service, List<BillLine> lines, List<ByHand> byHand) {
        return new Basket(
                service.mode(),
                service.adults(),
                service.occasion(),
                lines.stream()
                        .filter(line -> !line.standsOutsideProgramme())
                        .map(Pricer::priced)
                        .toList(),
                byHand.stream().map(Pricer::priced).toList());
    }

    private static ManualDiscount priced(ByHand given) {
        var line = given.line().map(OptionalInt::of).orElseGet(OptionalInt::empty);
        var off = given.share()
                .<ManualDiscount.Off>map(share -> new ManualDiscount.Off.Share(new Rate(Rate.WHOLE - share.parts())))
                .orElseGet(() -> new ManualDiscount.Off.Amount(given.amount(), given.most()));
        return new ManualDiscount(line, off, given.reason());
    }

    private static BasketLine priced(BillLine line) {
        return new BasketLine(
                line.number(),
                line.sku(),
                line.category(),
                line.price(),
                line.memberPrice(),
                line.qty(),
                Set.copyOf(line.flags()));
    }

    /// A journalled wish as pricing takes it.
    static Use asked(AskedUse use) {
        return new Use(
                count(use.points()),
                use.vouchers().stream()
                        .map(asked -> new Use.VouchersAsked(asked.type(), count(asked.count())))
                        .toList());
    }

    private static Use.Asked count(long count) {
        return count == AskedUse.MOST ? new Use.Asked.Max() : new Use.Asked.Count(count);
    }

    /// A bill's price and what could still be had on it.
    record Offered(Priced priced, Offers offers) {}

    /// The bill's price now, with what could still be had on it: nothing once something is paid.
    Offered offered(Bill bill) {
        if (!bill.terms().isEmpty() || !bill.tenders().isEmpty()) {
            return new Offered(price(bill), Offers.NONE);
        }
        var ground = now(bill);
        var priced = price(bill, bill.use(), ground);
        var offering = new Offering(bill, ground, priced.quote());
        return new Offered(priced, new Offers(offering.savings(), offering.points(), hints(bill, priced)));
    }

    /// What would help the member of a bill as it stands; a tier set by hand is not moved by deeds.
    private List<Hint> hints(Bill bill, Priced priced) {
        var today = priced.at().toLocalDate();
        var member = priced.member()
                .map(record -> members.priced(
                        record, book.lotDay(today), members.spendable(), holding -> members.isHeld(holding.lot())));
        var situation = new Situation(member, priced(bill), outlet, priced.at().toLocalDateTime());
        var deeds = priced.member().flatMap(record -> Tiers.deeds(record, today));
        var hints = new ArrayList<>(Hints.of(priced.programme(), situation, priced.goods(), deeds));
        if (priced.programme().membership().club().suggestions()) {
            bill.member().flatMap(no -> companions.suggestion(bill.lines(), no)).ifPresent(hints::add);
        }
        return List.copyOf(hints);
    }

    /// Prices of one bill at one moment for other wishes.
    private final class Offering {
        private final Bill bill;
        private final Ground ground;
        private final Quote now;

        Offering(Bill bill, Ground ground, Quote now) {
            this.bill = bill;
            this.ground = ground;
            this.now = now;
        }

        private Quote with(long points, List<AskedUse.Voucher> vouchers) {
            var wish = new AskedUse(points, vouchers);
            return wish.equals(bill.use()) ? now : price(bill, wish, ground).quote();
        }

        /// What redeeming points would save beside the vouchers already asked for.
        Optional<Offers.Points> points() {
            if (bill.member().isEmpty() || bill.lines().isEmpty()) {
                return Optional.empty();
            }
            var used = with(AskedUse.MOST, bill.use().vouchers());
            var without = with(0, bill.use().vouchers());
            var saves = without.sums().payable().minus(used.sums().payable());
            return Optional.of(new Offers.Points(
                            used.pointsUsed(), new Offers.Saving(used.sums().pointsValue(), saves)))
                    .filter(offer -> offer.saving().saves().isPositive());
        }

        /// What each voucher that fits this bill now would take off beside what is used already, by type, and what
        /// those that are used take off.
        Map<VoucherTypeId, Offers.Saving> savings() {
            var savings = new HashMap<VoucherTypeId, Offers.Saving>();
            if (ground.member().isEmpty() || bill.lines().isEmpty()) {
                return savings;
            }
            for (var holding : ground.member().get().holdings().lots()) {
                if (holding.asset().isVoucher() && members.isHeld(holding.lot())) {
                    savings.computeIfAbsent(holding.asset().voucherType(), this::saving);
                }
            }
            bill.use().vouchers().forEach(asked -> savings.computeIfAbsent(asked.type(), this::saving));
            savings.values().removeIf(saving -> !saving.saves().isPositive());
            return savings;
        }

        private Offers.Saving saving(VoucherTypeId type) {
            var others = bill.use().vouchers().stream()
                    .filter(asked -> !asked.type().equals(type))
                    .toList();
            var used = others.size() < bill.use().vouchers().size();
            var points = bill.use().points();
            var without = used ? with(points, others) : now;
            var with = used
                    ? now
                    : with(
                            points,
                            Stream.concat(others.stream(), Stream.of(new AskedUse.Voucher(type, AskedUse.MOST)))
                                    .toList());
            var takes = with.lines().stream()
                    .flatMap(line -> line.because().stream())
                    .filter(row -> row.rule().value().equals(type.value()))
                    .map(row -> row.amount().negated())
                    .reduce(Money.ZERO, Money::plus);
            return new Offers.Saving(
                    takes, without.sums().payable().minus(with.sums().payable()));
        }
    }
}

package io.huitai.till.refund;

import io.huitai.journal.fact.MemberRecord;
import io.huitai.journal.fact.Refund;
import io.huitai.journal.fact.Sale;
import io.huitai.ledger.Account;
import io.huitai.ledger.Asset;
import io.huitai.ledger.Holding;
import io.huitai.ledger.Lot;
import io.huitai.ledger.Posting;
import io.huitai.money.Money;
import io.huitai.programme.pricing.Pricing;
import io.huitai.programme.scheme.Membership.Shortfall;
import io.huitai.programme.scheme.Programme;
import io.huitai.programme.words.PricedMember;
import io.huitai.shop.MemberNo;
import io.huitai.shop.Outlet;
import io.huitai.till.book.Book;
import io.huitai.till.member.MemberBook;
import io.huitai.till.member.TakenLots;
import io.huitai.till.refusal.ErrorCode;
import io.huitai.till.refusal.Refusal;
import io.huitai.till.sale.EarnedOn;
import io.huitai.till.sale.Sales;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// The points of a refund: what is taken back, what is given back, and what the member no longer has.
final class RefundPoints {
    private final Book book;
    private final Programme programme;
    private final MemberBook members;
    private final Outlet outlet;
    private final Optional<MemberRecord> member;
    private final Sale sale;
    private final ReturnedGoods before;
    private final ReturnedGoods after;

    RefundPoints(
            Book book,
            Programme programme,
            MemberBook members,
            Outlet outlet,
            Optional<MemberRecord> member,
            ReturnedGoods before,
            ReturnedGoods after) {
        this.book = book;
        this.programme = programme;
        this.members = members;
        this.outlet = outlet;
        this.member = member;
        this.sale = after.sale();
        this.before = before;
        this.after = after;
    }

    /// Points redeemed on the goods that come back now.
    long givenBack() {
        return redeemedOn(after) - redeemedOn(before);
    }

    /// Points that the sale would not have earned without them.
    long takenBack() {
        return earnedWithout(before) - earnedWithout(after);
    }

    /// Points redeemed that belong to goods returned so far.
    private long redeemedOn(ReturnedGoods returned) {
        if (sale.sums().pointsValue().isZero()) {
            return 0;
        }
        var value = Money.ZERO;
        for (var line : sale.lines()) {
            value = value.plus(returned.shareOf(line, line.takenBy("points")));
        }
        return BigInteger.valueOf(sale.used().redeemed())
                .multiply(BigInteger.valueOf(value.fen()))
                .divide(BigInteger.valueOf(sale.sums().pointsValue().fen()))
                .longValueExact();
    }

    /// What the sale's programme gives for what the guest keeps.
    private long earnedWithout(ReturnedGoods returned) {
        if (sale.brought().earned() == 0) {
            return 0;
        }
        var earning = EarnedOn.of(programme, sale);
        var nets = new ArrayList<Money>();
        for (var line : sale.priced()) {
            var earns = earning.get(nets.size());
            nets.add(earns.minus(returned.shareOf(line, earns)));
        }
        return Pricing.earned(
                        programme,
                        sale.buyer().map(this::asSold),
                        Sales.sold(sale),
                        nets,
                        outlet,
                        sale.pricedAt().atZoneSameInstant(book.now().getZone()))
                .points();
    }

    private PricedMember asSold(Sale.Buyer buyer) {
        return new PricedMember(
                buyer.tier(),
                Optional.of(buyer.kind()).filter(kind -> !kind.isEmpty()),
                member.flatMap(known -> known.profile().birthday()),
                List.of(),
                List.of());
    }

    /// Points to take back that the member no longer has, after those given back are booked. Refused:
    /// `POINTS_ALREADY_SPENT` where the programme says so.
    long shortfall(long takenBack, long givenBack) {
        if (takenBack == 0 || member.isEmpty()) {
            return 0;
        }
        var available = takable(takenBack, givenBack).stream()
                .mapToLong(Holding::amount)
                .sum();
        var missing = takenBack - available;
        if (missing > 0 && policy() == Shortfall.REFUSE) {
            throw Refusal.of(ErrorCode.POINTS_ALREADY_SPENT);
        }
        return missing;
    }

    /// The lots that points are taken back from: the sale's own first, then soonest expiry. A lot that has expired
    /// is not counted, as if the night job had cleared it, nor one of another store where points are store-bound.
    private List<Holding> takable(long amount, long givenBack) {
        var holder = member.orElseThrow();
        var balances = holder.holdings().after(Account.of(holder.no()), given(holder.no(), givenBack));
        Predicate<Lot> own =
                lot -> sale.brought().earnedLot().filter(lot.id()::equals).isPresent();
        var taken = new ArrayList<>(balances.take(Asset.POINTS, amount, book.lotDay(), own));
        var left = amount - taken.stream().mapToLong(Holding::amount).sum();
        taken.addAll(
                balances.take(Asset.POINTS, left, book.lotDay(), own.negate().and(members.goodHere(programme))));
        return taken;
    }

    /// What a shortfall takes off the money, before it is compared with the refund.
    Money worth(long shortfall) {
        if (shortfall == 0 || policy() != Shortfall.DEDUCT) {
            return Money.ZERO;
        }
        return programme
                .points()
                .redemption()
                .map(redemption -> redemption.worth(shortfall))
                .orElse(Money.ZERO);
    }

    private Shortfall policy() {
        return programme.membership().returns().shortfall();
    }

    /// What this moves of the member's points.
    List<Posting> postings(Refund refund) {
        var no = member.orElseThrow().no();
        var account = Account.of(no);
        var postings = new ArrayList<>(given(no, refund.points().givenBack()));
        takable(refund.points().takenBack(), refund.points().givenBack())
                .forEach(held -> postings.add(held.moved(account, Account.REVERSED)));
        if (refund.points().shortfall() > 0 && policy() == Shortfall.OWE) {
            postings.add(new Posting(
                    account,
                    Account.REVERSED,
                    Asset.POINTS,
                    members.debt(),
                    refund.points().shortfall()));
        }
        postings.addAll(payingOff(refund.points().givenBack(), postings));
        return postings;
    }

    /// What is owed is paid off out of what is given back, the last that was taken first.
    private List<Posting> payingOff(long givenBack, List<Posting> moved) {
        var holder = member.orElseThrow();
        var account = Account.of(holder.no());
        var left = members.owed(holder);
        var postings = new ArrayList<Posting>();
        var balances = holder.holdings().after(account, moved);
        for (var back : given(holder.no(), givenBack).reversed()) {
            var there = balances.take(Asset.POINTS, back.amount(), book.lotDay(), back.lot()::equals).stream()
                    .mapToLong(Holding::amount)
                    .sum();
            var paid = Math.min(left, there);
            if (paid > 0) {
                postings.add(new Posting(account, Account.REVERSED, Asset.POINTS, back.lot(), paid));
                postings.add(new Posting(Account.REVERSED, account, Asset.POINTS, members.debt(), paid));
                left -= paid;
            }
        }
        return postings;
    }

    /// Points given back go to the lots that they were taken from, in the order that they were taken.
    private List<Posting> given(MemberNo no, long givenBack) {
        return TakenLots.part(sale.used().points(), redeemedOn(before), givenBack).stream()
                .map(back -> back.moved(Account.REDEEMED, Account.of(no)))
                .toList();
    }
}

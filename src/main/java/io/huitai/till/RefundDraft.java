package io.huitai.till;

import io.huitai.journal.MemberRecord;
import io.huitai.journal.Refund;
import io.huitai.journal.Sale;
import io.huitai.journal.SoldLine;
import io.huitai.ledger.Account;
import io.huitai.ledger.Asset;
import io.huitai.ledger.Holding;
import io.huitai.ledger.Lot;
import io.huitai.ledger.Posting;
import io.huitai.money.Money;
import io.huitai.money.Quantity;
import io.huitai.money.Split;
import io.huitai.programme.Membership.Shortfall;
import io.huitai.programme.PricedMember;
import io.huitai.programme.Pricing;
import io.huitai.programme.Programme;
import io.huitai.programme.TierId;
import io.huitai.shop.MemberNo;
import io.huitai.shop.Outlet;
import io.huitai.shop.ReceiptNo;
import io.huitai.store.StoredSale;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// One refund of a sale while it is worked out.
final class RefundDraft {
    private final Book book;
    private final Programme programme;
    private final MemberBook members;
    private final Outlet outlet;
    private final StoredSale stored;
    private final Sale sale;
    private final Refunds.Wish wish;
    private final Optional<MemberRecord> member;
    private final Map<Integer, Long> before = new HashMap<>();
    private final Map<Integer, Long> after = new HashMap<>();

    RefundDraft(
            Book book, Programme programme, MemberBook members, Outlet outlet, StoredSale stored, Refunds.Wish wish) {
        this.book = book;
        this.programme = programme;
        this.members = members;
        this.outlet = outlet;
        this.stored = stored;
        this.sale = stored.sale();
        this.wish = wish;
        this.member = sale.buyer().map(buyer -> members.free(buyer.no()));
        var left = Refunds.left(stored);
        if (left.values().stream().allMatch(amount -> amount == 0)) {
            throw Refusal.of(ErrorCode.ALREADY_REFUNDED);
        }
        for (var line : sale.lines()) {
            var number = line.item().number();
            var returned = line.item().qty().thousandths() - left.getOrDefault(number, 0L);
            before.put(number, returned);
            after.put(number, returned);
        }
        if (wish.lines().isEmpty()) {
            left.forEach((number, amount) -> after.merge(number, amount, Long::sum));
        }
        wish.lines().forEach((number, qty) -> {
            if (!left.containsKey(number)) {
                throw Refusal.of(ErrorCode.BAD_REQUEST, "line " + number);
            }
            if (qty.thousandths() > left.getOrDefault(number, 0L)) {
                throw Refusal.of(ErrorCode.REFUND_TOO_MUCH, number, text(left.getOrDefault(number, 0L)));
            }
            after.merge(number, qty.thousandths(), Long::sum);
        });
        refuseBarred();
    }

    private static String text(long thousandths) {
        return thousandths == 0 ? "0" : new Quantity(thousandths).toString();
    }

    private void refuseBarred() {
        var returns = programme.membership().returns();
        if (sale.buyer().isEmpty()) {
            return;
        }
        var barred = sale.lines().stream()
                .filter(line -> returnedNow(line) > 0)
                .anyMatch(line -> line.item().flags().stream().anyMatch(returns.never()::contains));
        var late = returns.sameDayUntil()
                .filter(until -> !soldOn().equals(book.today())
                        || !book.now().toLocalTime().isBefore(until))
                .isPresent();
        if (barred || late) {
            throw Refusal.of(
                    ErrorCode.RETURN_NOT_ALLOWED,
                    returns.sameDayUntil().map(LocalTime::toString).orElse(""));
        }
    }

    private long returnedNow(SoldLine line) {
        var number = line.item().number();
        return after.getOrDefault(number, 0L) - before.getOrDefault(number, 0L);
    }

    private static Money shareOf(SoldLine line, Money of, Map<Integer, Long> returned) {
        return line.item().qty().shareOf(of, returned.getOrDefault(line.item().number(), 0L));
    }

    Refund refund() {
        var lines = new ArrayList<Refund.Returned>();
        var amount = Money.ZERO;
        for (var line : sale.lines()) {
            if (returnedNow(line) > 0) {
                var share = shareOf(line, line.net(), after).minus(shareOf(line, line.net(), before));
                lines.add(new Refund.Returned(line.item().number(), returnedNow(line), share));
                amount = amount.plus(share);
            }
        }
        var givenBack = redeemedOn(after) - redeemedOn(before);
        var takenBack = earnedWithout(before) - earnedWithout(after);
        var shortfall = shortfall(takenBack, givenBack);
        var value = shortfallValue(shortfall).min(amount);
        var wholly = sale.lines().stream().allMatch(line -> isBack(line.item().number(), after));
        return new Refund(
                new ReceiptNo("%s-%s-%06d"
                        .formatted(
                                book.storeId(),
                                book.tillId(),
                                book.store().state().receipts() + 1)),
                sale.receipt(),
                book.store().state().openShift(),
                book.today(),
                sale.buyer().map(Sale.Buyer::no),
                lines,
                amount,
                tenders(amount, value),
                takenBack,
                givenBack,
                shortfall,
                value,
                vouchersBack(),
                wholly,
                wish.goodsBack(),
                wish.reason());
    }

    private boolean isBack(int number, Map<Integer, Long> returned) {
        return sale.line(number)
                .map(line ->
                        returned.getOrDefault(number, 0L) == line.item().qty().thousandths())
                .orElse(true);
    }

    /// Points redeemed that belong to goods returned so far.
    private long redeemedOn(Map<Integer, Long> returned) {
        if (sale.pointsValue().isZero()) {
            return 0;
        }
        var value = Money.ZERO;
        for (var line : sale.lines()) {
            value = value.plus(shareOf(line, line.takenBy("points"), returned));
        }
        return BigInteger.valueOf(sale.redeemed())
                .multiply(BigInteger.valueOf(value.fen()))
                .divide(BigInteger.valueOf(sale.pointsValue().fen()))
                .longValueExact();
    }

    /// What the sale's programme gives for what the guest keeps.
    private long earnedWithout(Map<Integer, Long> returned) {
        if (sale.earned() == 0) {
            return 0;
        }
        var nets = sale.lines().stream()
                .map(line -> line.net().minus(shareOf(line, line.net(), returned)))
                .toList();
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
                new TierId(buyer.tier()),
                Optional.of(buyer.kind()).filter(kind -> !kind.isEmpty()),
                member.flatMap(known -> known.profile().birthday()),
                List.of(),
                List.of());
    }

    /// Points to take back that the member no longer has, after those given back are booked.
    private long shortfall(long takenBack, long givenBack) {
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
        var balances = holder.balances().after(Account.of(holder.no()), pointsGiven(holder.no(), givenBack));
        Predicate<Lot> own = lot -> sale.earnedLot().filter(lot.id()::equals).isPresent();
        var taken = new ArrayList<>(balances.take(Asset.POINTS, amount, book.today(), own));
        var left = amount - taken.stream().mapToLong(Holding::amount).sum();
        taken.addAll(
                balances.take(Asset.POINTS, left, book.today(), own.negate().and(members.goodHere())));
        return taken;
    }

    private Money shortfallValue(long shortfall) {
        if (shortfall == 0 || policy() != Shortfall.DEDUCT) {
            return Money.ZERO;
        }
        return programme
                .points()
                .redemption()
                .map(redemption -> redemption.worth(shortfall))
                .orElse(Money.ZERO);
    }

    /// The refund over the sale's tenders in proportion to what is left of each, the shortfall over their shares.
    private List<Refund.Share> tenders(Money amount, Money shortfallValue) {
        var tenders = sale.tenders();
        var left = new long[tenders.size()];
        for (var i = 0; i < left.length; i++) {
            var index = tenders.get(i).index();
            var back = stored.refunds().stream()
                    .flatMap(refund -> refund.tenders().stream())
                    .filter(share -> share.index() == index)
                    .map(Refund.Share::share)
                    .reduce(Money.ZERO, Money::plus);
            left[i] = tenders.get(i).amount().minus(back).fen();
        }
        var shares = Split.of(amount.fen(), left);
        var withheld = Split.of(shortfallValue.fen(), shares);
        var result = new ArrayList<Refund.Share>();
        for (var i = 0; i < shares.length; i++) {
            if (shares[i] > 0) {
                result.add(new Refund.Share(
                        tenders.get(i).index(),
                        tenders.get(i).type(),
                        Money.ofFen(shares[i]),
                        Money.ofFen(shares[i] - withheld[i])));
            }
        }
        return result;
    }

    /// Vouchers whose goods have now all come back.
    private List<Holding> vouchersBack() {
        return sale.usedVouchers().stream()
                .filter(used -> used.lines().stream().allMatch(line -> isBack(line, after)))
                .filter(used -> !used.lines().stream().allMatch(line -> isBack(line, before)))
                .map(Sale.UsedVoucher::voucher)
                .toList();
    }

    // Postings

    List<Posting> postings(Refund refund) {
        if (member.isEmpty()) {
            return List.of();
        }
        var no = member.get().no();
        var account = Account.of(no);
        var postings = new ArrayList<>(pointsGiven(no, refund.givenBack()));
        takable(refund.takenBack(), refund.givenBack())
                .forEach(held ->
                        postings.add(new Posting(account, Account.ISSUED, held.asset(), held.lot(), held.amount())));
        refund.vouchers()
                .forEach(held ->
                        postings.add(new Posting(Account.REDEEMED, account, held.asset(), held.lot(), held.amount())));
        if (refund.shortfall() > 0 && policy() == Shortfall.OWE) {
            postings.add(new Posting(account, Account.ISSUED, Asset.POINTS, members.debt(), refund.shortfall()));
        }
        postings.addAll(deedsUndone(account, refund));
        if (refund.wholly()) {
            postings.addAll(lapsed(account));
        }
        return List.copyOf(postings);
    }

    /// What tiers are judged by, as if the goods had never been bought.
    private List<Posting> deedsUndone(Account account, Refund refund) {
        var day = soldOn();
        var postings = new ArrayList<Posting>();
        if (!refund.amount().isZero()) {
            postings.add(
                    Posting.tally(account, Asset.SPEND, day, -refund.amount().fen()));
        }
        if (refund.takenBack() > 0) {
            postings.add(Posting.tally(account, Asset.EARNED, day, -refund.takenBack()));
        }
        if (refund.wholly()) {
            postings.add(Posting.tally(account, Asset.VISITS, day, -1));
        }
        return postings;
    }

    private LocalDate soldOn() {
        return stored.at().atZoneSameInstant(book.now().getZone()).toLocalDate();
    }

    private Shortfall policy() {
        return programme.membership().returns().shortfall();
    }

    /// Points given back go to the lots that they were taken from, in the order that they were taken.
    private List<Posting> pointsGiven(MemberNo no, long givenBack) {
        var skip = redeemedOn(before);
        var left = givenBack;
        var postings = new ArrayList<Posting>();
        for (var used : sale.usedPoints()) {
            var open = used.amount() - Math.min(skip, used.amount());
            skip -= Math.min(skip, used.amount());
            var part = Math.min(left, open);
            if (part > 0) {
                postings.add(new Posting(Account.REDEEMED, Account.of(no), Asset.POINTS, used.lot(), part));
                left -= part;
            }
        }
        return postings;
    }

    /// Unused vouchers that the refunded bill brought lapse with it.
    private List<Posting> lapsed(Account account) {
        var held = member.map(MemberRecord::holdings).orElse(List.of());
        return sale.granted().stream()
                .flatMap(granted -> held.stream()
                        .filter(holding -> holding.asset().equals(granted.asset())
                                && holding.lot().id().equals(granted.lot().id())))
                .filter(holding -> holding.amount() > 0)
                .map(holding -> new Posting(account, Account.EXPIRED, holding.asset(), holding.lot(), holding.amount()))
                .toList();
    }
}

package io.huitai.till;

import io.huitai.journal.Fact;
import io.huitai.journal.MemberRecord;
import io.huitai.journal.Refund;
import io.huitai.journal.Sale;
import io.huitai.journal.SoldLine;
import io.huitai.ledger.Account;
import io.huitai.ledger.Asset;
import io.huitai.ledger.Holding;
import io.huitai.ledger.Posting;
import io.huitai.money.Money;
import io.huitai.money.Quantity;
import io.huitai.money.Split;
import io.huitai.programme.Membership.Shortfall;
import io.huitai.programme.PricedMember;
import io.huitai.programme.Pricing;
import io.huitai.programme.Programme;
import io.huitai.programme.TierId;
import io.huitai.shop.Outlet;
import io.huitai.shop.ReceiptNo;
import io.huitai.shop.Role;
import io.huitai.shop.TenderType;
import io.huitai.store.StoredSale;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Refunds: the exact inverse of what was sold, however many parts it comes in. Each part is the difference of two
/// cumulative values, so rounding never leaks.
public final class Refunds {
    private final Book book;
    private final Programme programme;
    private final MemberBook members;
    private final Operators operators;
    private final Outlet outlet;

    Refunds(Book book, Programme programme, MemberBook members, Operators operators, Outlet outlet) {
        this.book = book;
        this.programme = programme;
        this.members = members;
        this.operators = operators;
        this.outlet = outlet;
    }

    /// What is to be returned.
    ///
    /// @param lines by line number; empty is all that is left
    public record Wish(ReceiptNo receipt, Map<Integer, Quantity> lines, String reason, boolean goodsBack) {}

    /// A sale for the refund sheet: what was bought and what of it can still come back.
    ///
    /// @param tenders what was paid, by type
    public record Refundable(
            ReceiptNo receipt,
            OffsetDateTime at,
            Optional<String> member,
            Money paid,
            Map<TenderType, Money> tenders,
            long earned,
            List<Line> lines) {
        /// @param left how much can still be returned, in thousandths
        public record Line(int number, String name, Quantity sold, long left, Money net) {}
    }

    /// What a refund comes to.
    ///
    /// @param refunded money back, by tender type
    /// @param amount the guest's share before a shortfall was taken off
    /// @param takenBack points that the sale would not have earned without the returned goods
    /// @param givenBack points that had been redeemed on them
    /// @param shortfall of `takenBack`, what the member no longer has
    /// @param shortfallValue what that took off the money
    /// @param vouchers that come back
    public record Refunded(
            ReceiptNo receipt,
            Map<TenderType, Money> refunded,
            Money amount,
            long takenBack,
            long givenBack,
            long shortfall,
            Money shortfallValue,
            List<Holding> vouchers) {
        private static Refunded of(Refund refund) {
            var byType = new LinkedHashMap<TenderType, Money>();
            refund.tenders().forEach(share -> byType.merge(share.type(), share.paid(), Money::plus));
            return new Refunded(
                    refund.receipt(),
                    Collections.unmodifiableMap(byType),
                    refund.amount(),
                    refund.takenBack(),
                    refund.givenBack(),
                    refund.shortfall(),
                    refund.shortfallValue(),
                    refund.vouchers());
        }
    }

    /// A sale for the refund sheet. Refused: `UNKNOWN_RECEIPT`.
    public Refundable look(ReceiptNo receipt) {
        var stored = stored(receipt);
        var sale = stored.sale();
        var left = left(stored);
        var tenders = new LinkedHashMap<TenderType, Money>();
        sale.tenders().forEach(tender -> tenders.merge(tender.type(), tender.amount(), Money::plus));
        return new Refundable(
                receipt,
                stored.at(),
                sale.buyer().map(Sale.Buyer::name),
                sale.payable(),
                tenders,
                sale.earned(),
                sale.lines().stream()
                        .map(line -> new Refundable.Line(
                                line.item().number(),
                                line.item().name(),
                                line.item().qty(),
                                left.getOrDefault(line.item().number(), 0L),
                                line.net()))
                        .toList());
    }

    /// What a refund would come to; nothing is recorded. Refused: as {@link #refund}.
    public Refunded preview(Wish wish) {
        book.shift();
        return Refunded.of(new Part(stored(wish.receipt()), wish).refund());
    }

    /// Refunds with a supervisor's approval. Refused: `UNKNOWN_RECEIPT`, `ALREADY_REFUNDED`, `REFUND_TOO_MUCH`,
    /// `RETURN_NOT_ALLOWED`, `POINTS_ALREADY_SPENT`, `BAD_REQUEST`, approvals.
    public Refunded refund(Wish wish, Optional<ApprovalGiven> given) {
        book.shift();
        var part = new Part(stored(wish.receipt()), wish);
        var refund = part.refund();
        var what = "refund " + refund.of() + " " + refund.lines() + " " + refund.amount();
        var approval = operators.approval(given, Role.SUPERVISOR, what);
        book.forced(new Fact.SaleRefunded(refund, approval, part.postings(refund)));
        return Refunded.of(refund);
    }

    private StoredSale stored(ReceiptNo receipt) {
        if (book.store().refund(receipt).isPresent()) {
            throw Refusal.of(ErrorCode.RETURN_NOT_ALLOWED, receipt);
        }
        return book.store().sale(receipt).orElseThrow(() -> Refusal.of(ErrorCode.UNKNOWN_RECEIPT, receipt));
    }

    private static Map<Integer, Long> left(StoredSale stored) {
        var left = new LinkedHashMap<Integer, Long>();
        for (var line : stored.sale().lines()) {
            left.put(line.item().number(), line.item().qty().thousandths());
        }
        for (var refund : stored.refunds()) {
            refund.lines().forEach(back -> left.merge(back.line(), -back.thousandths(), Long::sum));
        }
        return left;
    }

    /// One refund of a sale while it is worked out.
    private final class Part {
        private final StoredSale stored;
        private final Sale sale;
        private final Wish wish;
        private final Map<Integer, Long> before = new HashMap<>();
        private final Map<Integer, Long> after = new HashMap<>();

        Part(StoredSale stored, Wish wish) {
            this.stored = stored;
            this.sale = stored.sale();
            this.wish = wish;
            var left = left(stored);
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
            var sold = stored.at().atZoneSameInstant(book.now().getZone()).toLocalDate();
            var late = returns.sameDayUntil()
                    .filter(until -> !sold.equals(book.today())
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
            return line.item()
                    .qty()
                    .shareOf(of, returned.getOrDefault(line.item().number(), 0L));
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
            var wholly =
                    sale.lines().stream().allMatch(line -> isBack(line.item().number(), after));
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
                    .map(line -> returned.getOrDefault(number, 0L)
                            == line.item().qty().thousandths())
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
            return java.math.BigInteger.valueOf(sale.redeemed())
                    .multiply(java.math.BigInteger.valueOf(value.fen()))
                    .divide(java.math.BigInteger.valueOf(sale.pointsValue().fen()))
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
                    members.record(buyer.no()).profile().birthday(),
                    List.of(),
                    List.of());
        }

        private Optional<MemberRecord> member() {
            return sale.buyer().map(buyer -> members.record(buyer.no()));
        }

        /// Points to take back that the member no longer has, after those given back are booked.
        private long shortfall(long takenBack, long givenBack) {
            if (takenBack == 0 || member().isEmpty()) {
                return 0;
            }
            var available = takable(takenBack, givenBack).stream()
                    .mapToLong(Holding::amount)
                    .sum();
            var missing = takenBack - available;
            if (missing > 0 && programme.membership().returns().shortfall() == Shortfall.REFUSE) {
                throw Refusal.of(ErrorCode.POINTS_ALREADY_SPENT);
            }
            return missing;
        }

        /// The lots that points are taken back from: the sale's own first, then soonest expiry.
        private List<Holding> takable(long amount, long givenBack) {
            var member = member().orElseThrow();
            var balances = member.balances().after(Account.of(member.no()), pointsGiven(member.no(), givenBack));
            var taken = new ArrayList<Holding>();
            var left = amount;
            for (var holding : balances.all()) {
                if (holding.asset().equals(Asset.POINTS)
                        && sale.earnedLot().filter(holding.lot().id()::equals).isPresent()) {
                    var part = Math.min(left, Math.max(0, holding.amount()));
                    if (part > 0) {
                        taken.add(new Holding(Asset.POINTS, holding.lot(), part));
                        left -= part;
                    }
                }
            }
            taken.addAll(balances.take(
                    Asset.POINTS,
                    left,
                    book.today(),
                    lot -> sale.earnedLot().filter(lot.id()::equals).isEmpty()));
            return taken;
        }

        private Money shortfallValue(long shortfall) {
            if (shortfall == 0 || programme.membership().returns().shortfall() != Shortfall.DEDUCT) {
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
            if (member().isEmpty()) {
                return List.of();
            }
            var no = member().get().no();
            var account = Account.of(no);
            var postings = new ArrayList<>(pointsGiven(no, refund.givenBack()));
            takable(refund.takenBack(), refund.givenBack())
                    .forEach(held -> postings.add(
                            new Posting(account, Account.ISSUED, held.asset(), held.lot(), held.amount())));
            refund.vouchers()
                    .forEach(held -> postings.add(
                            new Posting(Account.REDEEMED, account, held.asset(), held.lot(), held.amount())));
            if (!refund.amount().isZero()) {
                postings.add(
                        Posting.tally(account, Asset.SPEND, -refund.amount().fen()));
            }
            if (refund.wholly()) {
                postings.add(Posting.tally(account, Asset.VISITS, -1));
                postings.addAll(lapsed(account));
            }
            return List.copyOf(postings);
        }

        /// Points given back go to the lots that they were taken from, in the order that they were taken.
        private List<Posting> pointsGiven(io.huitai.shop.MemberNo no, long givenBack) {
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
            var held = member().map(MemberRecord::holdings).orElse(List.of());
            return sale.granted().stream()
                    .flatMap(granted -> held.stream()
                            .filter(holding -> holding.asset().equals(granted.asset())
                                    && holding.lot().id().equals(granted.lot().id())))
                    .map(holding ->
                            new Posting(account, Account.EXPIRED, holding.asset(), holding.lot(), holding.amount()))
                    .toList();
        }
    }
}

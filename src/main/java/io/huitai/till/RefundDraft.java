package io.huitai.till;

import io.huitai.journal.MemberRecord;
import io.huitai.journal.Refund;
import io.huitai.journal.Sale;
import io.huitai.journal.SoldLine;
import io.huitai.ledger.Account;
import io.huitai.ledger.Asset;
import io.huitai.ledger.Holding;
import io.huitai.ledger.Posting;
import io.huitai.money.Money;
import io.huitai.money.Split;
import io.huitai.programme.Programme;
import io.huitai.shop.Outlet;
import io.huitai.shop.ReceiptNo;
import io.huitai.store.StoredSale;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One refund of a sale while it is worked out, judged by the version of the programme that priced the sale.
final class RefundDraft {
    private final Book book;
    private final Programme programme;
    private final StoredSale stored;
    private final Sale sale;
    private final Refunds.Wish wish;
    private final Optional<MemberRecord> member;
    private final ReturnedGoods before;
    private final ReturnedGoods after;
    private final RefundPoints points;

    RefundDraft(Book book, Scheme scheme, MemberBook members, Outlet outlet, StoredSale stored, Refunds.Wish wish) {
        this.book = book;
        this.stored = stored;
        this.sale = stored.sale();
        this.programme = scheme.of(sale.programme());
        this.wish = wish;
        this.member = sale.buyer().map(buyer -> members.free(buyer.no()));
        this.before = ReturnedGoods.before(stored);
        this.after = before.and(wish.lines());
        this.points = new RefundPoints(book, programme, members, outlet, member, before, after);
        refuseBarred();
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
        return after.of(line) - before.of(line);
    }

    Refund refund() {
        var lines = new ArrayList<Refund.Returned>();
        var amount = Money.ZERO;
        for (var line : sale.lines()) {
            if (returnedNow(line) > 0) {
                var share = after.shareOf(line, line.net()).minus(before.shareOf(line, line.net()));
                lines.add(new Refund.Returned(line.item().number(), returnedNow(line), share));
                amount = amount.plus(share);
            }
        }
        var givenBack = points.givenBack();
        var takenBack = points.takenBack();
        var shortfall = points.shortfall(takenBack, givenBack);
        var value = points.worth(shortfall).min(amount);
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
                after.isAll(),
                wish.goodsBack(),
                wish.reason());
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
                .filter(used -> used.lines().stream().allMatch(after::isBack))
                .filter(used -> !used.lines().stream().allMatch(before::isBack))
                .map(Sale.UsedVoucher::voucher)
                .toList();
    }

    // Postings

    List<Posting> postings(Refund refund) {
        if (member.isEmpty()) {
            return List.of();
        }
        var account = Account.of(member.get().no());
        var postings = new ArrayList<>(points.postings(refund));
        refund.vouchers()
                .forEach(held ->
                        postings.add(new Posting(Account.REDEEMED, account, held.asset(), held.lot(), held.amount())));
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
        var counted = Math.min(refund.takenBack(), earnedOn(day)); // a tier that was reached may have set it to 0
        if (counted > 0) {
            postings.add(Posting.tally(account, Asset.EARNED, day, -counted));
        }
        if (refund.wholly()) {
            postings.add(Posting.tally(account, Asset.VISITS, day, -1));
        }
        return postings;
    }

    private long earnedOn(LocalDate day) {
        return member.map(known -> known.balances().tally(Asset.EARNED, day, day))
                .orElse(0L);
    }

    private LocalDate soldOn() {
        return stored.at().atZoneSameInstant(book.now().getZone()).toLocalDate();
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

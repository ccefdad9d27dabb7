package io.huitai.till.refund;

import io.huitai.journal.fact.MemberRecord;
import io.huitai.journal.fact.Refund;
import io.huitai.journal.fact.Sale;
import io.huitai.journal.fact.SoldLine;
import io.huitai.ledger.Account;
import io.huitai.ledger.Asset;
import io.huitai.ledger.CardMoney;
import io.huitai.ledger.Holding;
import io.huitai.ledger.Posting;
import io.huitai.money.Money;
import io.huitai.money.Split;
import io.huitai.programme.scheme.Programme;
import io.huitai.shop.Outlet;
import io.huitai.store.StoredSale;
import io.huitai.till.book.Book;
import io.huitai.till.book.Scheme;
import io.huitai.till.member.MemberBook;
import io.huitai.till.refusal.ErrorCode;
import io.huitai.till.refusal.Refusal;
import io.huitai.till.sale.Companies;
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
    private final RefundTenders tenders;

    RefundDraft(
            Book book,
            Scheme scheme,
            MemberBook members,
            Companies companies,
            Outlet outlet,
            StoredSale stored,
            Refunds.Wish wish) {
        this.book = book;
        this.stored = stored;
        this.sale = stored.sale();
        this.programme = scheme.of(sale.programme());
        this.wish = wish;
        this.member = sale.buyer().map(buyer -> members.free(buyer.no()));
        this.before = ReturnedGoods.before(stored);
        this.after = before.and(wish.lines());
        this.points = new RefundPoints(book, programme, members, outlet, member, before, after);
        this.tenders = new RefundTenders(stored, soldOn(), companies);
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

    StoredSale sold() {
        return stored;
    }

    /// How much of the sale will have come back.
    ReturnedGoods after() {
        return after;
    }

    /// The goods that come back, each with the guest's share of what was paid.
    List<Refund.Returned> returned() {
        return sale.lines().stream()
                .filter(line -> returnedNow(line) > 0)
                .map(line -> new Refund.Returned(
                        line.item().number(),
                        returnedNow(line),
                        after.shareOf(line, line.net()).minus(before.shareOf(line, line.net()))))
                .toList();
    }

    Refund refund() {
        var lines = returned();
        var taxed = taxed();
        var amount = taxed.stream().map(Refund.Taxed::amount).reduce(Money.ZERO, Money::plus);
        var givenBack = points.givenBack();
        var takenBack = points.takenBack();
        var shortfall = points.shortfall(takenBack, givenBack);
        var value = points.worth(shortfall).min(amount);
        var shares = tenders(amount, value);
        return new Refund(
                book.nextReceipt(),
                sale.receipt(),
                book.store().state().openShift(),
                book.businessDay(),
                sale.buyer().map(Sale.Buyer::no),
                lines,
                amount,
                shares,
                new Refund.Points(takenBack, givenBack, shortfall, value),
                vouchersBack(),
                after.isAll(),
                wish.goodsBack(),
                wish.reason(),
                Optional.of(taxed),
                cardAfter(shares));
    }

    /// By tax rate, each the difference of two cumulative values.
    private List<Refund.Taxed> taxed() {
        var earlier = before.paidByRate();
        var taxed = new ArrayList<Refund.Taxed>();
        after.paidByRate().forEach((rate, paid) -> {
            var was = earlier.getOrDefault(rate, Money.ZERO);
            if (!paid.equals(was)) {
                var tax = paid.includedTax(rate).minus(was.includedTax(rate));
                taxed.add(new Refund.Taxed(rate, paid.minus(was), tax));
            }
        });
        return taxed;
    }

    private Optional<CardMoney> cardAfter(List<Refund.Share> shares) {
        return sale.paid().fromCards().isEmpty()
                ? Optional.empty()
                : member.map(known ->
                        CardMoney.of(known.after(tenders.postings(shares)).holdings()));
    }

    /// The refund over the sale's tenders in proportion to what is left of each, the shortfall over their shares.
    private List<Refund.Share> tenders(Money amount, Money shortfallValue) {
        var tenders = sale.paid().tenders();
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
        return sale.used().vouchers().stream()
                .filter(used -> used.lines().stream().allMatch(after::isBack))
                .filter(used -> !used.lines().stream().allMatch(before::isBack))
                .map(Sale.UsedVoucher::voucher)
                .toList();
    }

    // Postings

    List<Posting> postings(Refund refund) {
        if (member.isEmpty()) {
            return tenders.postings(refund.tenders());
        }
        var account = Account.of(member.get().no());
        var postings = new ArrayList<>(points.postings(refund));
        postings.addAll(tenders.postings(refund.tenders()));
        refund.vouchers().forEach(held -> postings.add(held.moved(Account.REDEEMED, account)));
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
        var counted =
                Math.min(refund.points().takenBack(), earnedOn(day)); // a tier that was reached may have set it to 0
        if (counted > 0) {
            postings.add(Posting.tally(account, Asset.EARNED, day, -counted));
        }
        if (refund.wholly()) {
            postings.add(Posting.tally(account, Asset.VISITS, day, -1));
        }
        return postings;
    }

    private long earnedOn(LocalDate day) {
        return member.map(known -> known.holdings().tally(Asset.EARNED, day, day))
                .orElse(0L);
    }

    private LocalDate soldOn() {
        return stored.at().atZoneSameInstant(book.now().getZone()).toLocalDate();
    }

    /// Unused vouchers that the refunded bill brought lapse with it.
    private List<Posting> lapsed(Account account) {
        var held = member.map(known -> known.holdings().lots()).orElse(List.of());
        return sale.brought().vouchers().stream()
                .flatMap(granted -> held.stream()
                        .filter(holding -> holding.asset().equals(granted.asset())
                                && holding.lot().id().equals(granted.lot().id())))
                .filter(holding -> holding.amount() > 0)
                .map(holding -> holding.moved(account, Account.EXPIRED))
                .toList();
    }
}

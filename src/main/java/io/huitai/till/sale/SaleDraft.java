package io.huitai.till.sale;

import io.huitai.journal.fact.Adjusted;
import io.huitai.journal.fact.Fact;
import io.huitai.journal.fact.MemberRecord;
import io.huitai.journal.fact.Once;
import io.huitai.journal.fact.Sale;
import io.huitai.journal.fact.SoldLine;
import io.huitai.ledger.Account;
import io.huitai.ledger.Asset;
import io.huitai.ledger.CardMoney;
import io.huitai.ledger.Holding;
import io.huitai.ledger.Lot;
import io.huitai.ledger.Posting;
import io.huitai.programme.pricing.Pricing;
import io.huitai.programme.pricing.Quote;
import io.huitai.programme.scheme.Club;
import io.huitai.programme.scheme.Programme;
import io.huitai.shop.MemberNo;
import io.huitai.shop.Outlet;
import io.huitai.shop.Tender;
import io.huitai.shop.id.VoucherTypeId;
import io.huitai.till.bill.Pricer;
import io.huitai.till.book.Bill;
import io.huitai.till.book.Book;
import io.huitai.till.book.Paid;
import io.huitai.till.book.Scheme;
import io.huitai.till.book.Step;
import io.huitai.till.member.Deeds;
import io.huitai.till.member.MemberBook;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A sale while it is put together.
public final class SaleDraft {
    /// The id under which it is noted that a referrer has had their share of the first bill.

    private final Book book;
    private final Programme programme;
    private final MemberBook members;
    private final Bill bill;
    private final Quote quote;
    private final Pricer.Priced priced;
    private final List<Tender> tenders;
    private final List<Paid.Moved> moved;
    private final List<Holding> usedPoints;
    private final List<Sale.UsedVoucher> usedVouchers;
    private final long earned;
    private final Optional<Lot> earnedLot;

    private final List<Posting> postings;
    private final Optional<Deeds> brought;
    private final Sale sale;

    /// @param bill with its last tender
    /// @param before the member before the sale, the last tender paid
    /// @param step takes the sale and what it brings its member
    SaleDraft(
            Book book,
            MemberBook members,
            Outlet outlet,
            Bill bill,
            Pricer.Priced priced,
            Optional<MemberRecord> before,
            Step step) {
        this.book = book;
        this.programme = priced.programme();
        this.members = members;
        this.bill = bill;
        this.quote = priced.quote();
        this.priced = priced;
        this.tenders = bill.tenders();
        this.moved = bill.paid().moved();
        this.usedPoints = priced.used().stream()
                .filter(held -> held.asset().equals(Asset.POINTS))
                .toList();
        this.usedVouchers = priced.used().stream()
                .filter(held -> held.asset().isVoucher())
                .map(held -> new Sale.UsedVoucher(held, linesOf(held)))
                .toList();
        this.earned = earned(outlet);
        this.earnedLot = earned > 0 ? Optional.of(members.earnedOn(book.today(), programme)) : Optional.empty();
        this.postings = before.map(this::postings).orElse(List.of());
        var place = step.reserve();
        this.brought = before.map(member -> broughtTo(member, step));
        this.sale = worked(brought.map(Deeds::member));
        place.put(new Fact.SaleCompleted(bill.id(), sale, postings));
    }

    Sale sale() {
        return sale;
    }

    /// The numbers of the lines that a voucher took something off.
    private List<Integer> linesOf(Holding voucher) {
        return quote.lines().stream()
                .filter(line -> line.because().stream()
                        .anyMatch(row -> row.rule()
                                .value()
                                .equals(voucher.asset().voucherType().value())))
                .map(Quote.QuotedLine::number)
                .toList();
    }

    /// The points that the quote promises, or those without what a card paid where that earns none.
    private long earned(Outlet outlet) {
        if (!EarnedOn.isLess(programme, tenders)) {
            return quote.earned().points();
        }
        var items = quote.lines().stream()
                .map(line -> priced.item(bill, line.number()).orElseThrow())
                .toList();
        var nets = quote.lines().stream().map(Quote.QuotedLine::net).toList();
        var goods = priced.goods().lines().size(); // the outlet's own charges stand behind
        return Pricing.earned(
                        programme,
                        priced.member()
                                .map(member -> members.priced(
                                        member, book.lotDay(priced.at().toLocalDate()), _ -> true, _ -> true)),
                        Pricer.priced(
                                bill.service(),
                                items.subList(0, goods),
                                bill.adjusted().byHand()),
                        EarnedOn.of(programme, items, nets, tenders).subList(0, goods),
                        outlet,
                        priced.at())
                .points();
    }

    /// What the sale itself moves.
    private List<Posting> postings(MemberRecord member) {
        var account = Account.of(member.no());
        var moved = new ArrayList<Posting>();
        priced.used().forEach(held -> moved.add(held.moved(account, Account.REDEEMED)));
        earnedLot.ifPresent(lot -> moved.addAll(members.earned(member, lot, earned, book.today())));
        if (!quote.sums().payable().isZero()) {
            moved.add(Posting.tally(
                    account, Asset.SPEND, book.today(), quote.sums().payable().fen()));
        }
        moved.add(Posting.tally(account, Asset.VISITS, book.today(), 1));
        return List.copyOf(moved);
    }

    // What it brings

    private Deeds broughtTo(MemberRecord before, Step step) {
        var deeds = new Deeds(members, programme, book.today(), before.after(postings), step);
        tellerThanked(deeds.member()).ifPresent(deeds::add);
        return deeds.sold(quote.sums().payable());
    }

    /// Who told a new member of the house gets a share of their first bill, once.
    private Optional<Fact.Granted> tellerThanked(MemberRecord member) {
        var share = programme.membership().club().referral().map(Club.Referral::firstBill);
        if (share.isEmpty() || member.grants().contains(Once.FIRST_BILL_SHARE)) {
            return Optional.empty();
        }
        var teller = member.profile().origin().referrer().flatMap(book.store()::member);
        if (teller.isEmpty()) {
            return Optional.empty();
        }
        var points = share.get().floorOf(quote.sums().payable().fen()) / 100; // of whole yuan
        var moved = points == 0 || !teller.get().isActive()
                ? List.<Posting>of()
                : members.earned(teller.get(), members.earnedOn(book.today(), programme), points, book.today());
        return Optional.of(new Fact.Granted(member.no(), Once.FIRST_BILL_SHARE, Optional.empty(), moved));
    }

    // The sale

    private Sale worked(Optional<MemberRecord> after) {
        return new Sale(
                book.nextReceipt(),
                book.store().state().openShift(),
                book.businessDay(),
                priced.at().toOffsetDateTime(),
                Scheme.ref(programme),
                priced.member().map(SaleDraft::buyer),
                bill.service(),
                lines(),
                quote.sums(),
                new Sale.Paid(tenders, fromCards()),
                new Sale.Used(usedPoints, usedVouchers),
                new Sale.Brought(
                        earned,
                        earnedLot.map(Lot::id),
                        brought.map(Deeds::vouchers).orElse(List.of())),
                after.map(this::shown),
                adjusted());
    }

    private Optional<Adjusted> adjusted() {
        return Optional.of(bill.adjusted().withRounding(quote.sums().rounding()))
                .filter(changed -> !changed.equals(Adjusted.NOTHING));
    }

    private List<Sale.FromCard> fromCards() {
        return bill.member().map((MemberNo no) -> CardPayments.of(no, moved)).orElse(List.of());
    }

    private static Sale.Buyer buyer(MemberRecord member) {
        return new Sale.Buyer(member.no(), member.profile().maskedName(), member.tier(), member.kind());
    }

    private List<SoldLine> lines() {
        return quote.lines().stream()
                .map(line -> new SoldLine(
                        priced.item(bill, line.number()).orElseThrow(), line.gross(), line.net(), because(line)))
                .toList();
    }

    public static List<SoldLine.Because> because(Quote.QuotedLine line) {
        return line.because().stream()
                .map(row -> SoldLine.Because.of(row.rule().value(), row.reason(), row.amount()))
                .toList();
    }

    private Sale.MemberAfter shown(MemberRecord member) {
        var balances = member.holdings();
        var today = book.lotDay();
        var lots = balances.unexpired(Asset.POINTS, today).stream()
                .filter(holding -> members.goodHere(programme).test(holding.lot()))
                .toList();
        var soonest = lots.stream()
                .flatMap(holding -> holding.lot().expires().stream())
                .min(Comparator.naturalOrder());
        var expiring = lots.stream()
                .filter(holding ->
                        soonest.isPresent() && holding.lot().expires().equals(soonest))
                .mapToLong(Holding::amount)
                .sum();
        var vouchers = new TreeMap<VoucherTypeId, Long>(Comparator.comparing(VoucherTypeId::value));
        for (var holding : balances.lots()) {
            if (holding.asset().isVoucher() && !holding.lot().expiredOn(today)) {
                vouchers.merge(holding.asset().voucherType(), holding.amount(), Long::sum);
            }
        }
        return new Sale.MemberAfter(
                member.tier(),
                lots.stream().mapToLong(Holding::amount).sum(),
                expiring,
                soonest,
                Map.copyOf(vouchers),
                Optional.of(CardMoney.of(balances))
                        .filter(card ->
                                card.total().isPositive() || !fromCards().isEmpty()));
    }
}

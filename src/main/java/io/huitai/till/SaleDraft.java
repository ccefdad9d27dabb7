package io.huitai.till;

import io.huitai.journal.Fact;
import io.huitai.journal.MemberRecord;
import io.huitai.journal.Sale;
import io.huitai.journal.SoldLine;
import io.huitai.ledger.Account;
import io.huitai.ledger.Asset;
import io.huitai.ledger.Holding;
import io.huitai.ledger.Lot;
import io.huitai.ledger.Posting;
import io.huitai.programme.Explanation;
import io.huitai.programme.Programme;
import io.huitai.programme.Quote;
import io.huitai.shop.Lang;
import io.huitai.shop.ReceiptNo;
import io.huitai.shop.Tender;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A sale while it is put together.
final class SaleDraft {
    private final Book book;
    private final Programme programme;
    private final MemberBook members;
    private final Bill bill;
    private final Quote quote;
    private final Pricer.Priced priced;
    private final List<Tender> tenders;
    private final long entry;
    private final List<Holding> usedPoints;
    private final List<Sale.UsedVoucher> usedVouchers;
    private final Optional<Lot> earnedLot;

    private final List<Posting> postings;
    private final List<Fact.OfMember> brought = new ArrayList<>();
    private final Sale sale;

    /// @param entry the number that the sale's entry will have
    SaleDraft(Book book, MemberBook members, Bill bill, Pricer.Priced priced, List<Tender> tenders, long entry) {
        this.book = book;
        this.programme = priced.programme();
        this.members = members;
        this.bill = bill;
        this.quote = priced.quote();
        this.priced = priced;
        this.tenders = tenders;
        this.entry = entry;
        var member = priced.member().map(MemberRecord::no).map(members::record); // as they are now
        this.usedPoints = priced.used().stream()
                .filter(held -> held.asset().equals(Asset.POINTS))
                .toList();
        this.usedVouchers = priced.used().stream()
                .filter(held -> held.asset().isVoucher())
                .map(held -> new Sale.UsedVoucher(held, linesOf(held)))
                .toList();
        this.earnedLot =
                quote.earned().points() > 0 ? Optional.of(members.earnedOn(book.today(), programme)) : Optional.empty();
        this.postings = member.map(this::postings).orElse(List.of());
        this.sale = worked(member.map(this::broughtTo));
    }

    Sale sale() {
        return sale;
    }

    /// The sale and what it brings its member, as they go into the journal.
    List<Fact> facts() {
        var facts = new ArrayList<Fact>();
        facts.add(new Fact.SaleCompleted(bill.id(), sale, postings));
        facts.addAll(brought);
        return facts;
    }

    /// The numbers of the lines that a voucher took something off.
    private List<Integer> linesOf(Holding voucher) {
        return quote.lines().stream()
                .filter(line -> line.because().stream()
                        .anyMatch(
                                row -> row.rule().value().equals(voucher.asset().voucherType())))
                .map(Quote.QuotedLine::number)
                .toList();
    }

    /// What the sale itself moves.
    private List<Posting> postings(MemberRecord member) {
        var account = Account.of(member.no());
        var moved = new ArrayList<Posting>();
        priced.used()
                .forEach(held ->
                        moved.add(new Posting(account, Account.REDEEMED, held.asset(), held.lot(), held.amount())));
        earnedLot.ifPresent(lot -> moved.addAll(earned(member, lot)));
        if (!quote.payable().isZero()) {
            moved.add(Posting.tally(
                    account, Asset.SPEND, book.today(), quote.payable().fen()));
        }
        moved.add(Posting.tally(account, Asset.VISITS, book.today(), 1));
        return List.copyOf(moved);
    }

    /// The earned points; what the member owes is paid off first.
    private List<Posting> earned(MemberRecord member, Lot lot) {
        var account = Account.of(member.no());
        var points = quote.earned().points();
        var paidOff = Math.min(points, members.owed(member));
        var moved = new ArrayList<Posting>();
        if (paidOff > 0) {
            moved.add(new Posting(Account.ISSUED, account, Asset.POINTS, members.debt(), paidOff));
        }
        if (points > paidOff) {
            moved.add(new Posting(Account.ISSUED, account, Asset.POINTS, lot, points - paidOff));
        }
        moved.add(Posting.tally(account, Asset.EARNED, book.today(), points));
        return moved;
    }

    // What it brings

    /// @return the member after all that the sale brings
    private MemberRecord broughtTo(MemberRecord before) {
        var deeds =
                new Deeds(members, programme, book.today(), before.after(postings), entry + 1).sold(quote.payable());
        brought.addAll(deeds.facts());
        return deeds.member();
    }

    private List<Holding> vouchersBrought() {
        return brought.stream()
                .flatMap(fact -> fact.postings().stream())
                .filter(posting -> posting.asset().isVoucher())
                .map(posting -> new Holding(posting.asset(), posting.lot(), posting.amount()))
                .toList();
    }

    // The sale

    private Sale worked(Optional<MemberRecord> after) {
        var state = book.store().state();
        return new Sale(
                new ReceiptNo("%s-%s-%06d".formatted(book.storeId(), book.tillId(), state.receipts() + 1)),
                state.openShift(),
                book.today(),
                priced.at().toOffsetDateTime(),
                Scheme.ref(programme),
                priced.member().map(SaleDraft::buyer),
                bill.service(),
                lines(),
                quote.gross(),
                quote.discount(),
                quote.voucher(),
                quote.pointsValue(),
                quote.payable(),
                tenders,
                List.of(),
                usedPoints,
                usedVouchers,
                quote.earned().points(),
                earnedLot.map(Lot::id),
                vouchersBrought(),
                after.map(this::shown));
    }

    private static Sale.Buyer buyer(MemberRecord member) {
        return new Sale.Buyer(member.no(), member.profile().maskedName(), member.tier(), member.kind());
    }

    private List<SoldLine> lines() {
        return quote.lines().stream()
                .map(line ->
                        new SoldLine(bill.line(line.number()).orElseThrow(), line.gross(), line.net(), because(line)))
                .toList();
    }

    private static List<SoldLine.Because> because(Quote.QuotedLine line) {
        return line.because().stream()
                .map(row -> new SoldLine.Because(
                        row.rule().value(),
                        Explanation.of(row.reason(), Lang.ZH),
                        Explanation.of(row.reason(), Lang.EN),
                        row.amount()))
                .toList();
    }

    private Sale.MemberAfter shown(MemberRecord member) {
        var balances = member.balances();
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
        var vouchers = new TreeMap<String, Long>();
        for (var holding : balances.all()) {
            if (holding.asset().isVoucher() && !holding.lot().expiredOn(today)) {
                vouchers.merge(holding.asset().voucherType(), holding.amount(), Long::sum);
            }
        }
        return new Sale.MemberAfter(
                member.tier(), lots.stream().mapToLong(Holding::amount).sum(), expiring, soonest, Map.copyOf(vouchers));
    }
}

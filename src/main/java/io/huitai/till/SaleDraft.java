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
import io.huitai.programme.Club;
import io.huitai.programme.Explanation;
import io.huitai.programme.Grant;
import io.huitai.programme.Programme;
import io.huitai.programme.Quote;
import io.huitai.programme.TierId;
import io.huitai.shop.Lang;
import io.huitai.shop.Tender;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A sale while it is put together.
final class SaleDraft {
    /// The id under which it is noted that a referrer has had their share of the first bill.
    private static final String FIRST_BILL_SHARE = "referral:first-bill";

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
        earnedLot.ifPresent(
                lot -> moved.addAll(members.earned(member, lot, quote.earned().points(), book.today())));
        if (!quote.payable().isZero()) {
            moved.add(Posting.tally(
                    account, Asset.SPEND, book.today(), quote.payable().fen()));
        }
        moved.add(Posting.tally(account, Asset.VISITS, book.today(), 1));
        return List.copyOf(moved);
    }

    // What it brings

    /// Once-only bonuses, then the tier that the sale lifts its member into, with that tier's grants.
    ///
    /// @return the member after all of it
    private MemberRecord broughtTo(MemberRecord before) {
        var member = tellerThanked(before.after(postings));
        for (var grant : programme.membership().grants()) {
            if (grant.occasion() instanceof Grant.Occasion.FirstBill first
                    && quote.payable().compareTo(first.atLeast()) >= 0) {
                member = granted(grant, member);
            }
        }
        var reached = Tiers.reached(programme, member, book.today());
        if (reached.isPresent()) {
            member = brought(
                    member, new Fact.TierReached(member.no(), reached.get().id().value(), book.today(), List.of()));
            for (var grant : programme.membership().grants()) {
                if (grant.occasion() instanceof Grant.Occasion.TierReached) {
                    member = granted(grant, member);
                }
            }
        }
        return member;
    }

    /// Who told a new member of the house gets a share of their first bill, once.
    private MemberRecord tellerThanked(MemberRecord member) {
        var share = programme.membership().club().referral().map(Club.Referral::firstBill);
        var teller = member.profile().origin().referrer().flatMap(book.store()::member);
        if (share.isEmpty() || teller.isEmpty() || member.grants().contains(FIRST_BILL_SHARE)) {
            return member;
        }
        var points = share.get().floorOf(quote.payable().fen()) / 100; // of whole yuan
        var moved = points == 0 || !teller.get().isActive()
                ? List.<Posting>of()
                : members.earned(teller.get(), members.earnedOn(book.today(), programme), points, book.today());
        return brought(member, new Fact.Granted(member.no(), FIRST_BILL_SHARE, moved));
    }

    private MemberRecord granted(Grant grant, MemberRecord member) {
        var id = grant.id().value();
        if (!grant.isFor(new TierId(member.tier())) || member.grants().contains(id)) {
            return member;
        }
        var number = entry + 1 + brought.size();
        var moved = Grants.postings(members, programme, grant, member.no(), number, 0, book.today());
        return brought(member, new Fact.Granted(member.no(), id, moved));
    }

    private MemberRecord brought(MemberRecord member, Fact.OfMember fact) {
        brought.add(fact);
        return member.after(fact);
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
        return new Sale(
                book.nextReceipt(),
                book.store().state().openShift(),
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

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
import io.huitai.money.Money;
import io.huitai.programme.Explanation;
import io.huitai.programme.Grant;
import io.huitai.programme.Programme;
import io.huitai.programme.Quote;
import io.huitai.programme.TierId;
import io.huitai.shop.Approval;
import io.huitai.shop.BillLine;
import io.huitai.shop.Lang;
import io.huitai.shop.ReceiptNo;
import io.huitai.shop.Role;
import io.huitai.shop.Tender;
import io.huitai.shop.TenderType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Predicate;

/// Payment: tenders on the open bill, and the sale when nothing is left due.
public final class Sales {
    private final Book book;
    private final Programme programme;
    private final MemberBook members;
    private final Pricer pricer;
    private final Operators operators;

    Sales(Book book, Programme programme, MemberBook members, Pricer pricer, Operators operators) {
        this.book = book;
        this.programme = programme;
        this.members = members;
        this.pricer = pricer;
        this.operators = operators;
    }

    /// A payment as it is asked for.
    ///
    /// @param amount handed over; absent is what is due
    public record Payment(TenderType type, Optional<Money> amount, String reference) {}

    /// What a payment came to; with nothing left due there is a sale.
    public record Tendered(Money due, Money change, Optional<Completed> completed) {}

    /// A completed sale.
    ///
    /// @param entry the journal entry that it is
    /// @param points the member's balance after it, 0 for a walk-in
    /// @param tier the member's after it
    /// @param granted vouchers that it brought
    public record Completed(
            ReceiptNo receipt,
            long entry,
            Money paid,
            long earned,
            long points,
            Optional<String> tier,
            List<Holding> granted) {}

    /// Takes a payment. Refused: `BILL_EMPTY`, `BAD_AMOUNT`, `OVER_TENDERED`, `NO_SHIFT`, `NOT_IN_PROGRAMME`.
    public Tendered tender(Payment payment) {
        book.shift();
        var bill = book.openBill()
                .filter(open -> !open.lines().isEmpty())
                .orElseThrow(() -> Refusal.of(ErrorCode.BILL_EMPTY));
        var priced = pricer.price(bill);
        if (priced.quote().lines().isEmpty()) {
            throw Refusal.of(ErrorCode.BILL_EMPTY);
        }
        refuseUnknownType(payment.type());
        var due = priced.due(bill);
        var given = payment.amount().orElse(due);
        if (given.isNegative() || (given.isZero() && !due.isZero())) {
            throw Refusal.of(ErrorCode.BAD_AMOUNT, "");
        }
        var over = given.minus(due).max(Money.ZERO);
        if (payment.type() != TenderType.CASH && (over.isPositive() || due.isZero())) {
            throw Refusal.of(ErrorCode.OVER_TENDERED, due);
        }
        var tender = new Tender(bill.lastTender() + 1, payment.type(), given.minus(over), over, payment.reference());
        var left = due.minus(tender.amount());
        var taken = new Fact.TenderTaken(bill.id(), tender);
        if (left.isPositive()) {
            book.forced(taken);
            return new Tendered(left, over, Optional.empty());
        }
        var completed = complete(bill, priced, tender);
        return new Tendered(Money.ZERO, over, Optional.of(completed));
    }

    private void refuseUnknownType(TenderType type) {
        switch (type) {
            case CASH, CARD, WECHAT, ALIPAY, UNIONPAY, CHEQUE -> {
                // taken by every outlet
            }
            case STORED -> throw Refusal.of(ErrorCode.STORED_NOT_ENOUGH);
            case ROOM, ACCOUNT -> throw Refusal.of(ErrorCode.NOT_IN_PROGRAMME, type.code());
        }
    }

    /// Voids one tender of the open bill, or all; card and mobile payments with approval. Refused: `BILL_EMPTY`,
    /// `BAD_REQUEST`, approvals.
    public void voidTender(OptionalInt index, Optional<ApprovalGiven> given) {
        book.shift();
        var bill = book.openBill()
                .filter(open -> !open.tenders().isEmpty())
                .orElseThrow(() -> Refusal.of(ErrorCode.BILL_EMPTY));
        var voided = bill.tenders().stream()
                .filter(tender -> index.isEmpty() || tender.index() == index.getAsInt())
                .toList();
        if (voided.isEmpty()) {
            throw Refusal.of(ErrorCode.BAD_REQUEST, "index");
        }
        var approval = voided.stream().noneMatch(tender -> tender.type().isElectronic())
                ? Optional.<Approval>empty()
                : Optional.of(operators.approval(given, Role.SUPERVISOR, "void-tender " + bill.id() + " " + voided));
        book.forced(new Fact.TendersVoided(bill.id(), voided, approval));
    }

    // Completion

    private Completed complete(Bill bill, Pricer.Priced priced, Tender last) {
        var facts = new ArrayList<Fact>();
        var tenders = new ArrayList<>(bill.tenders());
        if (!last.amount().isZero() || !last.change().isZero()) {
            facts.add(new Fact.TenderTaken(bill.id(), last));
            tenders.add(last);
        }
        var entry = book.journal().next() + facts.size();
        var draft = new Draft(bill, priced, List.copyOf(tenders), entry);
        var grants = draft.grants();
        facts.add(draft.completed(grants));
        facts.addAll(grants);
        book.record(true, facts);
        var sale = ((Fact.SaleCompleted) facts.get(facts.size() - grants.size() - 1)).sale();
        return new Completed(
                sale.receipt(),
                entry,
                sale.payable(),
                sale.earned(),
                sale.after().map(Sale.MemberAfter::points).orElse(0L),
                sale.after().map(Sale.MemberAfter::tier),
                sale.granted());
    }

    /// A sale while it is put together.
    private final class Draft {
        private final Bill bill;
        private final Quote quote;
        private final Pricer.Priced priced;
        private final List<Tender> tenders;
        private final long entry;
        private final LocalDate day;
        private final List<Holding> usedPoints;
        private final List<Sale.UsedVoucher> usedVouchers;
        private final Optional<Lot> earnedLot;

        Draft(Bill bill, Pricer.Priced priced, List<Tender> tenders, long entry) {
            this.bill = bill;
            this.quote = priced.quote();
            this.priced = priced;
            this.tenders = tenders;
            this.entry = entry;
            this.day = priced.at().toLocalDate();
            this.usedPoints = priced.member()
                    .map(member -> taken(member, Asset.POINTS, quote.pointsUsed(), members.spendable()))
                    .orElse(List.of());
            this.usedVouchers = priced.member().map(this::vouchersTaken).orElse(List.of());
            this.earnedLot = quote.earned().points() > 0
                    ? Optional.of(members.newLot(entry, 0, book.today()))
                    : Optional.empty();
        }

        private List<Holding> taken(MemberRecord member, Asset asset, long amount, Predicate<Lot> chosen) {
            var taken = member.balances().take(asset, amount, day, chosen);
            if (taken.stream().mapToLong(Holding::amount).sum() != amount) {
                throw Refusal.of(ErrorCode.NO_RIGHT);
            }
            return taken;
        }

        private List<Sale.UsedVoucher> vouchersTaken(MemberRecord member) {
            var used = new ArrayList<Sale.UsedVoucher>();
            for (var type : quote.vouchersUsed()) {
                var id = type.type().value();
                var lines = quote.lines().stream()
                        .filter(line -> line.because().stream()
                                .anyMatch(row -> row.rule().value().equals(id)))
                        .map(Quote.QuotedLine::number)
                        .toList();
                taken(member, Asset.voucher(id), type.count(), members::isHeld)
                        .forEach(holding -> used.add(new Sale.UsedVoucher(holding, lines)));
            }
            return List.copyOf(used);
        }

        /// What the sale itself moves.
        List<Posting> postings() {
            if (priced.member().isEmpty()) {
                return List.of();
            }
            var account = Account.of(priced.member().get().no());
            var postings = new ArrayList<Posting>();
            usedPoints.forEach(held ->
                    postings.add(new Posting(account, Account.REDEEMED, held.asset(), held.lot(), held.amount())));
            usedVouchers.forEach(used -> postings.add(new Posting(
                    account,
                    Account.REDEEMED,
                    used.voucher().asset(),
                    used.voucher().lot(),
                    used.voucher().amount())));
            earnedLot.ifPresent(lot -> postings.add(new Posting(
                    Account.ISSUED, account, Asset.POINTS, lot, quote.earned().points())));
            if (!quote.payable().isZero()) {
                postings.add(Posting.tally(account, Asset.SPEND, quote.payable().fen()));
            }
            postings.add(Posting.tally(account, Asset.VISITS, 1));
            return List.copyOf(postings);
        }

        /// Once-only bonuses that this bill brings.
        List<Fact.Granted> grants() {
            if (priced.member().isEmpty()) {
                return List.of();
            }
            var member = priced.member().get();
            var grants = new ArrayList<Fact.Granted>();
            for (var grant : programme.membership().grants()) {
                if (grant.occasion() instanceof Grant.Occasion.FirstBill first
                        && grant.isFor(new TierId(member.tier()))
                        && quote.payable().compareTo(first.atLeast()) >= 0
                        && !member.grants().contains(grant.id().value())) {
                    var postings = Grants.postings(
                            members, programme, grant, member.no(), entry + 1 + grants.size(), 0, book.today());
                    grants.add(new Fact.Granted(member.no(), grant.id().value(), postings));
                }
            }
            return List.copyOf(grants);
        }

        List<Holding> granted(List<Fact.Granted> grants) {
            return grants.stream()
                    .flatMap(grant -> grant.postings().stream())
                    .filter(posting -> posting.asset().isVoucher())
                    .map(posting -> new Holding(posting.asset(), posting.lot(), posting.amount()))
                    .toList();
        }

        Fact.SaleCompleted completed(List<Fact.Granted> grants) {
            var state = book.store().state();
            var receipt = new ReceiptNo("%s-%s-%06d".formatted(book.storeId(), book.tillId(), state.receipts() + 1));
            var head = programme.head();
            var postings = postings();
            var sale = new Sale(
                    receipt,
                    state.openShift(),
                    book.today(),
                    priced.at().toOffsetDateTime(),
                    new Sale.ProgrammeRef(head.id().value(), Integer.toString(head.version()), head.digest()),
                    priced.member().map(this::buyer),
                    bill.service(),
                    lines(),
                    quote.gross(),
                    quote.discount(),
                    quote.voucher(),
                    quote.pointsValue(),
                    quote.payable(),
                    tenders,
                    usedPoints,
                    usedVouchers,
                    quote.earned().points(),
                    earnedLot.map(Lot::id),
                    granted(grants),
                    priced.member().map(member -> after(member, postings, grants)));
            return new Fact.SaleCompleted(bill.id(), sale, postings);
        }

        private Sale.Buyer buyer(MemberRecord member) {
            return new Sale.Buyer(member.no(), Masks.name(member.profile().name()), member.tier(), member.kind());
        }

        private List<SoldLine> lines() {
            return quote.lines().stream()
                    .map(line -> new SoldLine(
                            bill.line(line.number()).orElseThrow(), line.gross(), line.net(), because(line)))
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

        private Sale.MemberAfter after(MemberRecord member, List<Posting> postings, List<Fact.Granted> grants) {
            var account = Account.of(member.no());
            var balances = member.balances().after(account, postings);
            for (var grant : grants) {
                balances = balances.after(account, grant.postings());
            }
            var today = book.today();
            var lots = balances.unexpired(Asset.POINTS, today).stream()
                    .filter(holding -> members.goodHere().test(holding.lot()))
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
                    member.tier(),
                    lots.stream().mapToLong(Holding::amount).sum(),
                    expiring,
                    soonest,
                    Map.copyOf(vouchers));
        }
    }

    /// The bill of a sale as pricing takes it.
    static io.huitai.programme.Bill sold(Sale sale) {
        List<BillLine> lines = sale.lines().stream().map(SoldLine::item).toList();
        return Pricer.priced(sale.service(), lines);
    }
}

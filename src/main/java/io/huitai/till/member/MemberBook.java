package io.huitai.till.member;

import io.huitai.journal.fact.MemberRecord;
import io.huitai.journal.fact.Standing;
import io.huitai.ledger.Account;
import io.huitai.ledger.Asset;
import io.huitai.ledger.CardMoney;
import io.huitai.ledger.Holding;
import io.huitai.ledger.Lot;
import io.huitai.ledger.LotDay;
import io.huitai.ledger.Posting;
import io.huitai.money.Money;
import io.huitai.programme.scheme.Programme;
import io.huitai.programme.scheme.Tier;
import io.huitai.programme.words.PricedMember;
import io.huitai.programme.words.PricedMember.PointsHeld;
import io.huitai.programme.words.PricedMember.VoucherHeld;
import io.huitai.shop.Label;
import io.huitai.shop.MemberNo;
import io.huitai.shop.Operator;
import io.huitai.shop.StoreId;
import io.huitai.shop.Wording;
import io.huitai.shop.id.TierId;
import io.huitai.till.book.Bill;
import io.huitai.till.book.Book;
import io.huitai.till.book.Scheme;
import io.huitai.till.refusal.ErrorCode;
import io.huitai.till.refusal.Refusal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// What the programme and this till's rights make of a member's record.
public final class MemberBook {
    private final Book book;
    private final Scheme scheme;
    private final boolean holdsEveryRight;

    /// @param holdsEveryRight a store without head office is its own authority
    public MemberBook(Book book, Scheme scheme, boolean holdsEveryRight) {
        this.book = book;
        this.scheme = scheme;
        this.holdsEveryRight = holdsEveryRight;
    }

    public MemberRecord record(MemberNo no) {
        return book.store().member(no).orElseThrow(() -> Refusal.of(ErrorCode.UNKNOWN_MEMBER));
    }

    /// Whoever is a member now. Refused: `UNKNOWN_MEMBER`.
    public MemberRecord active(MemberNo no) {
        var member = record(no);
        if (!member.isActive()) {
            throw Refusal.of(ErrorCode.UNKNOWN_MEMBER);
        }
        return member;
    }

    /// The open bill's member, as what concerns the guest at the counter asks for. Refused: `NO_SHIFT`, `NO_MEMBER`.
    public MemberNo atTheCounter() {
        book.shift();
        return book.openBill().flatMap(Bill::member).orElseThrow(() -> Refusal.of(ErrorCode.NO_MEMBER));
    }

    /// The member without what a part-paid bill uses: that is as good as spent, whatever else happens at this till.
    public MemberRecord free(MemberNo no) {
        return free(record(no));
    }

    public MemberRecord free(MemberRecord member) {
        var account = Account.of(member.no());
        return member.after(
                book
                        .openBill()
                        .filter(bill ->
                                bill.member().filter(member.no()::equals).isPresent())
                        .stream()
                        .flatMap(bill -> bill.committed().stream())
                        .map(held -> held.moved(account, Account.REDEEMED))
                        .toList());
    }

    /// Whether there is no head office that does what is due on members.
    public boolean holdsEveryRight() {
        return holdsEveryRight;
    }

    /// Lots that count in this store by a version of the programme.
    public Predicate<Lot> goodHere(Programme programme) {
        return lot -> !programme.points().storeBound()
                || lot.store().equals(book.storeId().value());
    }

    /// Lots that this till may spend without a line.
    public Predicate<Lot> spendable() {
        return goodHere(scheme.now()).and(this::isHeld);
    }

    /// Whether grants to this member are made here: by the till that enrolled them, or where there is no head office.
    public boolean holdsGrantRight(MemberRecord member) {
        return holdsEveryRight || member.no().value().startsWith(enrolledHere());
    }

    /// The number of the next member whom this till enrols.
    ///
    /// @param before how many are enrolled in the same frame before
    public MemberNo nextNo(int before) {
        return new MemberNo(
                "%s%05d".formatted(enrolledHere(), book.store().state().members() + before + 1));
    }

    /// The day from which a member's absence counts: that of joining, or of the store where it is younger.
    LocalDate beganHere(MemberRecord member) {
        var joined = member.profile().joined();
        return joined.isBefore(book.opened()) ? book.opened() : joined;
    }

    /// How the numbers of members begin that this till enrols.
    String enrolledHere() {
        return book.storeId() + "-" + book.tillId() + "-";
    }

    /// The lot of points that a member owes after a refund; it holds less than nothing until later points pay it off.
    public Lot debt() {
        return new Lot(
                "owed", Optional.empty(), Optional.empty(), book.storeId().value(), book.holder());
    }

    /// How many points a member owes.
    public long owed(MemberRecord member) {
        return member.holdings().lots().stream()
                .filter(holding -> holding.asset().equals(Asset.POINTS)
                        && holding.lot().id().equals(debt().id()))
                .mapToLong(holding -> -holding.amount())
                .sum();
    }

    /// Whether this till may spend of a lot without a line.
    public boolean isHeld(Lot lot) {
        return !areAsleep() && (holdsEveryRight || lot.holder().equals(book.holder()));
    }

    /// Whether rights sleep: the store directory was copied, moved or put back, and nobody has confirmed it yet. Two
    /// tills that have the same rights would spend them twice.
    public boolean areAsleep() {
        return !book.journal().isConfirmed();
    }

    /// Refused while rights sleep: `NO_RIGHT`.
    public void mustBeAwake() {
        if (areAsleep()) {
            throw noRight();
        }
    }

    /// Why this till may not spend what a member has.
    public Refusal noRight() {
        return areAsleep()
                ? Refusal.worded(ErrorCode.NO_RIGHT, holdsEveryRight ? "ASLEEP_ALONE" : "ASLEEP")
                : Refusal.of(ErrorCode.NO_RIGHT);
    }

    /// The member as pricing sees them on a day, with the lots that a claim chooses.
    public PricedMember priced(MemberRecord member, LotDay day, Predicate<Lot> points, Predicate<Holding> vouchers) {
        var held = new ArrayList<PointsHeld>();
        var owned = new ArrayList<VoucherHeld>();
        for (var holding : member.holdings().lots()) {
            var lot = holding.lot();
            if (holding.asset().equals(Asset.POINTS) && holding.amount() > 0 && points.test(lot)) {
                held.add(new PointsHeld(
                        holding.amount(), lot.from(), expires(lot, day), Optional.of(new StoreId(lot.store()))));
            } else if (holding.asset().isVoucher() && holding.amount() > 0 && vouchers.test(holding)) {
                owned.add(new VoucherHeld(
                        holding.asset().voucherType(), holding.amount(), lot.from(), expires(lot, day)));
            }
        }
        var kind = Optional.of(member.kind()).filter(text -> !text.isEmpty());
        return new PricedMember(member.tier(), kind, member.profile().birthday(), less(held, owed(member)), owned);
    }

    /// Lots without what is owed, which nobody spends.
    private static List<PointsHeld> less(List<PointsHeld> lots, long owed) {
        var free = new ArrayList<PointsHeld>();
        var left = owed;
        for (var lot : lots.reversed()) {
            var kept = Math.max(0, lot.points() - left);
            left -= lot.points() - kept;
            if (kept > 0) {
                free.addFirst(new PointsHeld(kept, lot.from(), lot.expires(), lot.store()));
            }
        }
        return free;
    }

    /// Pricing knows no doubt of the clock: what it would end in vain is good today.
    private static Optional<LocalDate> expires(Lot lot, LotDay day) {
        return lot.expires().map(last -> lot.expiredOn(day) || last.isAfter(day.today()) ? last : day.today());
    }

    public MemberView view(MemberRecord member) {
        var day = book.lotDay();
        var balances = member.holdings();
        var lots = balances.unexpired(Asset.POINTS, day).stream()
                .filter(holding -> goodHere(scheme.now()).test(holding.lot()))
                .toList();
        var vouchers = member.holdings().lots().stream()
                .filter(holding -> holding.asset().isVoucher() && !holding.lot().expiredOn(day))
                .toList();
        var tier = tier(member.tier());
        var notices = new ArrayList<>(scheme.now().membership().notices());
        notices.addAll(tier.notices());
        consultant(member).ifPresent(notices::add);
        member.standing()
                .application()
                .filter(asked -> asked.due().isBefore(book.today()))
                .map(this::overdue)
                .ifPresent(notices::add);
        return new MemberView(
                member.no(),
                member.profile().name(),
                Masks.phone(member.profile().phone()),
                new MemberView.Rung(member.tier(), tier.name(), tier.rank()),
                status(member.status()),
                new MemberView.Held(
                        points(member, day),
                        lots,
                        Math.max(0, free(member).holdings().usable(Asset.POINTS, day, spendable())),
                        vouchers,
                        new CardMoney(
                                Money.ofFen(balances.usable(Asset.PRINCIPAL, day, _ -> true)),
                                Money.ofFen(balances.usable(Asset.BONUS, day, _ -> true)))),
                Money.ofFen(member.spend()),
                member.visits(),
                member.cards().stream()
                        .map(card -> new MemberView.Card(card.number(), card.blocked()))
                        .toList(),
                member.profile().birthday(),
                member.profile().joined(),
                List.<Label>copyOf(notices),
                book.store().receipts(Optional.of(member.no()), 20));
    }

    /// Who advises the member, where the programme has consultants: whoever enrolled them.
    private Optional<Label> consultant(MemberRecord member) {
        return member.profile()
                .origin()
                .seller()
                .filter(_ -> scheme.now().membership().staff().consultant())
                .map(seller -> book.store().operators().stream()
                        .filter(operator -> operator.id().equals(seller))
                        .map(Operator::name)
                        .findFirst()
                        .orElseGet(seller::value))
                .map(name -> Wording.label(MemberBook.class, "notice.consultant", name));
    }

    private Label overdue(Standing.Application asked) {
        return Wording.label(
                MemberBook.class, "notice.overdue", tier(asked.tier()).name(), asked.due());
    }

    private static MemberView.Status status(MemberRecord.Status status) {
        return switch (status) {
            case ACTIVE -> MemberView.Status.ACTIVE;
            case CLOSED -> MemberView.Status.CLOSED;
            case CANCELLED -> MemberView.Status.CANCELLED;
        };
    }

    /// The balance good in this store on a day.
    public long points(MemberRecord member, LotDay day) {
        return member.holdings().unexpired(Asset.POINTS, day).stream()
                .filter(holding -> goodHere(scheme.now()).test(holding.lot()))
                .mapToLong(Holding::amount)
                .sum();
    }

    private Tier tier(TierId id) {
        return scheme.now().tier(id).orElseThrow(() -> Refusal.of(ErrorCode.UNKNOWN_TIER, id));
    }

    /// The lot of points earned here on a day, living as a version of the programme says. What is earned here and
    /// expires on the same day is one lot: a guest of every day has a handful, not thousands.
    public Lot earnedOn(LocalDate day, Programme programme) {
        return until(programme.points().expiry().last(day));
    }

    /// The lot of money put on cards here: it does not expire.
    public Lot kept() {
        return until(Optional.empty());
    }

    private Lot until(Optional<LocalDate> expires) {
        var identity = book.journal().identity();
        var id = "%s-%s-%d-%s"
                .formatted(
                        identity.store(),
                        identity.till(),
                        identity.epoch(),
                        expires.map(LocalDate::toString).orElse("always"));
        return new Lot(id, Optional.empty(), expires, identity.store().value(), book.holder());
    }

    /// Points that a member earns; what they owe is paid off first.
    public List<Posting> earned(MemberRecord member, Lot lot, long points, LocalDate day) {
        var account = Account.of(member.no());
        var paidOff = Math.min(points, owed(member));
        var moved = new ArrayList<Posting>();
        if (paidOff > 0) {
            moved.add(new Posting(Account.ISSUED, account, Asset.POINTS, debt(), paidOff));
        }
        if (points > paidOff) {
            moved.add(new Posting(Account.ISSUED, account, Asset.POINTS, lot, points - paidOff));
        }
        moved.add(Posting.tally(account, Asset.EARNED, day, points));
        return List.copyOf(moved);
    }

    /// Points that a member gives here, by lot, soonest expiry first. Refused: `POINTS_NOT_ENOUGH`, `NO_RIGHT` where
    /// they have them but this till may not spend them.
    public List<Holding> points(MemberNo no, long points) {
        var day = book.lotDay();
        var balances = free(no).holdings();
        var all = Math.max(0, balances.usable(Asset.POINTS, day, goodHere(scheme.now())));
        if (points > all) {
            throw Refusal.of(ErrorCode.POINTS_NOT_ENOUGH, all);
        }
        if (points > spendable(no)) {
            throw noRight();
        }
        return balances.take(Asset.POINTS, points, day, spendable());
    }

    /// How many points this till may take from a member; who owes has none.
    public long spendable(MemberNo no) {
        return Math.max(0, free(no).holdings().usable(Asset.POINTS, book.lotDay(), spendable()));
    }

    /// A new lot held by this till.
    ///
    /// @param entry the number of the entry that brings it
    /// @param place among the lots of that entry
    public Lot lot(long entry, int place, Optional<LocalDate> from, Optional<LocalDate> expires) {
        var identity = book.journal().identity();
        var id = "%s-%s-%d-%d-%d".formatted(identity.store(), identity.till(), identity.epoch(), entry, place);
        return new Lot(id, from, expires, identity.store().value(), book.holder());
    }
}

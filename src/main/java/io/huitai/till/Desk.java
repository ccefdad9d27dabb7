package io.huitai.till;

import io.huitai.journal.Fact;
import io.huitai.programme.Programme;
import io.huitai.shop.Operator;
import io.huitai.shop.Outlet;
import io.huitai.shop.ReceiptNo;
import io.huitai.store.SetAside;
import io.huitai.till.bill.Adjustments;
import io.huitai.till.bill.Bills;
import io.huitai.till.bill.BookBefore;
import io.huitai.till.bill.Catalogue;
import io.huitai.till.bill.Companions;
import io.huitai.till.bill.HeldBills;
import io.huitai.till.bill.House;
import io.huitai.till.bill.LateCheckOut;
import io.huitai.till.bill.OpenBill;
import io.huitai.till.bill.Pricer;
import io.huitai.till.bill.Readers;
import io.huitai.till.bill.ScaleLabels;
import io.huitai.till.bill.ScanMeanings;
import io.huitai.till.bill.SplitBills;
import io.huitai.till.book.Attempts;
import io.huitai.till.book.Book;
import io.huitai.till.book.Operators;
import io.huitai.till.book.Scheme;
import io.huitai.till.book.StepWords;
import io.huitai.till.book.TillClock;
import io.huitai.till.club.Cards;
import io.huitai.till.club.Club;
import io.huitai.till.club.Gifts;
import io.huitai.till.club.Leaving;
import io.huitai.till.club.Members;
import io.huitai.till.club.PointsDesk;
import io.huitai.till.club.Recharges;
import io.huitai.till.club.Roster;
import io.huitai.till.club.Subscriptions;
import io.huitai.till.club.TierApplications;
import io.huitai.till.member.DueGrants;
import io.huitai.till.member.KnownCards;
import io.huitai.till.member.MemberBook;
import io.huitai.till.member.Proofs;
import io.huitai.till.member.Reviews;
import io.huitai.till.member.ShownCodes;
import io.huitai.till.paper.ReceiptPages;
import io.huitai.till.paper.Receipts;
import io.huitai.till.refund.FapiaoProvider;
import io.huitai.till.refund.Fapiaos;
import io.huitai.till.refund.Refunds;
import io.huitai.till.refund.Returns;
import io.huitai.till.refusal.ErrorCode;
import io.huitai.till.refusal.Refusal;
import io.huitai.till.sale.Companies;
import io.huitai.till.sale.Sales;
import io.huitai.till.settings.CodeKeys;
import io.huitai.till.settings.ReaderNames;
import io.huitai.till.settings.TillSettings;
import io.huitai.till.shift.ClockCheck;
import io.huitai.till.shift.DayEnd;
import io.huitai.till.shift.Shifts;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/// The till's use cases, as a front reaches them inside {@link Till#perform}. Only the writer thread touches them.
public final class Desk {
    private final Book book;
    private final TillClock clock;
    private final TillSettings settings;
    private final Scheme scheme;
    private final Operators operators;
    private final ClockCheck clockCheck;
    private final Shifts shifts;
    private final Bills bills;
    private final Adjustments adjustments;
    private final SplitBills split;
    private final LateCheckOut lateCheckOut;
    private final HeldBills held;
    private final Readers readers;
    private final Sales sales;
    private final Fapiaos fapiaos;
    private final Refunds refunds;
    private final Returns returns;
    private final Members members;
    private final Recharges recharges;
    private final Companies companies;
    private final Leaving leaving;
    private final TierApplications tierApplications;
    private final DayEnd dayEnd;
    private final Receipts receipts;
    private final Cards cards;
    private final PointsDesk points;
    private final Gifts gifts;
    private final Subscriptions subscriptions;
    private final Club club;
    private final Roster roster;

    Desk(
            Book book,
            TillClock clock,
            TillSettings settings,
            Scheme scheme,
            Outlet outlet,
            Catalogue catalogue,
            boolean holdsEveryRight,
            CodeKeys keys,
            House house,
            FapiaoProvider provider,
            ReceiptPages pages) {
        this.book = book;
        this.clock = clock;
        this.settings = settings;
        this.scheme = scheme;
        var memberBook = new MemberBook(book, scheme, holdsEveryRight);
        var suggests = scheme.now().membership().club().suggestions();
        var companions =
                new Companions(catalogue, suggests ? book.store().latestSalesToMembers(Companions.SALES) : List.of());
        book.whenRecorded(companions::recorded);
        var pricer = new Pricer(book, scheme, memberBook, outlet, house, companions);
        var attempts = new Attempts(book, clock, settings.training());
        var before = new BookBefore(book, scheme, memberBook, pricer, house);
        this.operators = new Operators(book, attempts, new StepWords(before));
        this.clockCheck = new ClockCheck(book, clock, operators);
        this.shifts = new Shifts(book, operators, house.rules());
        var reviews = new Reviews(book, scheme, memberBook);
        var due = new DueGrants(book, scheme, memberBook, reviews);
        var knownCards = new KnownCards(book, ReaderNames.cardForms(settings));
        var codes = new ShownCodes(book);
        var proofs =
                new Proofs(book, memberBook, operators, attempts, house.rules().persons(), knownCards, keys, codes);
        this.bills = new Bills(
                book,
                scheme,
                catalogue,
                due,
                memberBook,
                pricer,
                operators,
                house.rules().alone(),
                proofs);
        this.adjustments = new Adjustments(book, bills, pricer, operators, house);
        this.split = new SplitBills(book, bills, pricer, house);
        this.lateCheckOut = new LateCheckOut(book, scheme, bills, memberBook);
        this.held = new HeldBills(book, bills, memberBook, pricer, proofs);
        var labels = new ScaleLabels(catalogue, settings.weightPrefixes(), settings.scale());
        this.readers = new Readers(
                book,
                bills,
                scheme,
                keys,
                new ScanMeanings(book, catalogue, knownCards, labels),
                knownCards,
                proofs,
                codes);
        this.companies = new Companies(book, scheme);
        this.sales = new Sales(book, memberBook, pricer, companies, operators, proofs, outlet);
        this.fapiaos = new Fapiaos(book, scheme, provider);
        this.refunds = new Refunds(book, scheme, memberBook, companies, operators, outlet, fapiaos);
        this.returns = new Returns(book, refunds, operators);
        this.recharges = new Recharges(book, scheme, memberBook, operators);
        this.leaving = new Leaving(book, scheme, memberBook, operators);
        this.cards = new Cards(
                book, scheme, memberBook, knownCards, operators, house.rules().persons());
        this.members = new Members(book, scheme, memberBook, due, operators, cards, proofs);
        this.tierApplications = new TierApplications(book, scheme, memberBook, operators, outlet.calendar());
        this.dayEnd = new DayEnd(book, scheme, memberBook, due, reviews);
        this.receipts = new Receipts(book, bills, pages, pages.slips(book.store()::member), settings.paper(), proofs);
        this.points = new PointsDesk(book, scheme, memberBook, operators, proofs);
        this.gifts = new Gifts(book, scheme, memberBook, proofs);
        this.subscriptions = new Subscriptions(book, scheme, memberBook);
        this.club = new Club(book, scheme, memberBook);
        this.roster = new Roster(book, scheme, memberBook, operators);
    }

    public Operators operators() {
        return operators;
    }

    public ClockCheck clockCheck() {
        return clockCheck;
    }

    public Shifts shifts() {
        return shifts;
    }

    public Bills bills() {
        return bills;
    }

    public Adjustments adjustments() {
        return adjustments;
    }

    public LateCheckOut lateCheckOut() {
        return lateCheckOut;
    }

    public SplitBills split() {
        return split;
    }

    public Readers readers() {
        return readers;
    }

    public HeldBills held() {
        return held;
    }

    public Sales sales() {
        return sales;
    }

    public Refunds refunds() {
        return refunds;
    }

    public Returns returns() {
        return returns;
    }

    public Fapiaos fapiaos() {
        return fapiaos;
    }

    public Members members() {
        return members;
    }

    public Recharges recharges() {
        return recharges;
    }

    public Companies companies() {
        return companies;
    }

    public Leaving leaving() {
        return leaving;
    }

    public TierApplications tierApplications() {
        return tierApplications;
    }

    public DayEnd dayEnd() {
        return dayEnd;
    }

    public Receipts receipts() {
        return receipts;
    }

    public Cards cards() {
        return cards;
    }

    public PointsDesk points() {
        return points;
    }

    public Gifts gifts() {
        return gifts;
    }

    public Subscriptions subscriptions() {
        return subscriptions;
    }

    public Club club() {
        return club;
    }

    public Roster roster() {
        return roster;
    }

    public boolean isTraining() {
        return settings.training();
    }

    /// The version of the programme that holds now.
    public Programme programme() {
        return scheme.now();
    }

    /// What a front that has just started, or lost an answer, asks first.
    ///
    /// @param shift 0 where none is open
    /// @param entries in the journal
    /// @param head the hash of the last entry
    /// @param setAside entries and feed values that the till's view could not hold
    public record Status(
            int shift,
            Optional<Operator> operator,
            Optional<ReceiptNo> lastReceipt,
            Optional<OpenBill> bill,
            long entries,
            String head,
            List<SetAside> setAside) {}

    public Status status() {
        var state = book.store().state();
        return new Status(
                state.openShift(),
                book.operator(),
                state.lastReceipt(),
                book.openBill().map(_ -> bills.view()),
                book.journal().entries(),
                book.journal().head(),
                book.store().setAside());
    }

    /// How many entries and feed values the till's view could not hold.
    public int setAside() {
        return book.store().setAside().size();
    }

    void tellSetAside() {
        book.tellSetAside();
    }

    /// Reads the whole journal again and checks it.
    public JournalCheck verifyJournal() {
        var verified = book.journal().verify();
        return new JournalCheck(
                verified.entries(),
                verified.head(),
                verified.intact(),
                verified.first().map(damage -> new JournalCheck.Bad(damage.number(), damage.why())));
    }

    /// What a check of the whole journal found.
    ///
    /// @param first the first bad entry
    public record JournalCheck(long entries, String head, boolean intact, Optional<Bad> first) {
        /// A bad entry and why.
        public record Bad(long entry, String why) {}
    }

    /// The till's time.
    public OffsetDateTime now() {
        return book.now().toOffsetDateTime();
    }

    /// Sets a training till's clock; it then stands still. Refused: `NOT_ALLOWED` elsewhere, `BAD_REQUEST` backwards.
    public OffsetDateTime setClock(OffsetDateTime now) {
        if (!settings.training()) {
            throw Refusal.of(ErrorCode.NOT_ALLOWED, "clock");
        }
        if (now.toInstant().isBefore(clock.instant())) {
            throw Refusal.of(ErrorCode.BAD_REQUEST, "now");
        }
        book.set(new Fact.ClockSet(now));
        return now();
    }
}

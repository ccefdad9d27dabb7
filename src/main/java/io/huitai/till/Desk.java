package io.huitai.till;

import io.huitai.journal.Fact;
import io.huitai.programme.Programme;
import io.huitai.shop.Operator;
import io.huitai.shop.Outlet;
import io.huitai.shop.ReceiptNo;
import java.time.OffsetDateTime;
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
    private final HeldBills held;
    private final Readers readers;
    private final Sales sales;
    private final Refunds refunds;
    private final Members members;
    private final TierApplications tierApplications;
    private final DayEnd dayEnd;
    private final Receipts receipts;

    Desk(
            Book book,
            TillClock clock,
            TillSettings settings,
            Scheme scheme,
            Outlet outlet,
            Catalogue catalogue,
            boolean holdsEveryRight,
            CodeKeys keys,
            ReceiptPages pages) {
        this.book = book;
        this.clock = clock;
        this.settings = settings;
        this.scheme = scheme;
        var memberBook = new MemberBook(book, scheme, holdsEveryRight);
        var pricer = new Pricer(book, scheme, memberBook, outlet);
        this.operators = new Operators(book);
        this.clockCheck = new ClockCheck(book, clock, operators);
        this.shifts = new Shifts(book, operators);
        var reviews = new Reviews(book, scheme, memberBook);
        var due = new DueGrants(book, scheme, memberBook, reviews);
        this.bills = new Bills(book, scheme, catalogue, due, memberBook, pricer, operators);
        this.held = new HeldBills(book, bills, memberBook, pricer);
        this.readers = new Readers(book, catalogue, bills, scheme, keys, settings.weightPrefixes());
        this.sales = new Sales(book, memberBook, pricer, operators);
        this.refunds = new Refunds(book, scheme, memberBook, operators, outlet);
        this.members = new Members(book, scheme, memberBook, due, operators);
        this.tierApplications = new TierApplications(book, scheme, memberBook, operators, outlet.calendar());
        this.dayEnd = new DayEnd(book, scheme, memberBook, due, reviews);
        this.receipts = new Receipts(book, pages, settings.paper());
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

    public Members members() {
        return members;
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

    /// The version of the programme that holds now.
    public Programme programme() {
        return scheme.now();
    }

    /// What a front that has just started, or lost an answer, asks first.
    ///
    /// @param shift 0 where none is open
    /// @param entries in the journal
    /// @param head the hash of the last entry
    public record Status(
            int shift,
            Optional<Operator> operator,
            Optional<ReceiptNo> lastReceipt,
            Optional<OpenBill> bill,
            long entries,
            String head) {}

    public Status status() {
        var state = book.store().state();
        return new Status(
                state.openShift(),
                book.operator(),
                state.lastReceipt(),
                book.openBill().map(_ -> bills.view()),
                book.journal().entries(),
                book.journal().head());
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
        clock.set(now.toInstant());
        book.forced(new Fact.ClockSet(now));
        return now();
    }
}

package io.huitai.till;

import io.huitai.journal.fact.Fact;
import io.huitai.programme.scheme.Programme;
import io.huitai.shop.Operator;
import io.huitai.shop.ReceiptNo;
import io.huitai.shop.Role;
import io.huitai.store.SetAside;
import io.huitai.till.bill.BillDesk;
import io.huitai.till.bill.BillPricing;
import io.huitai.till.bill.Catalogue;
import io.huitai.till.bill.OpenBill;
import io.huitai.till.book.Book;
import io.huitai.till.book.Kernel;
import io.huitai.till.book.Operators;
import io.huitai.till.book.StepWords;
import io.huitai.till.club.ClubDesk;
import io.huitai.till.member.KnownMembers;
import io.huitai.till.member.MemberBook;
import io.huitai.till.paper.ReceiptPages;
import io.huitai.till.paper.Receipts;
import io.huitai.till.refund.FapiaoProvider;
import io.huitai.till.refund.RefundDesk;
import io.huitai.till.refusal.ErrorCode;
import io.huitai.till.refusal.Refusal;
import io.huitai.till.sale.SaleDesk;
import io.huitai.till.settings.CodeKeys;
import io.huitai.till.shift.ShiftDesk;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/// The till's use cases by rooms, as a front reaches them inside {@link Till#perform}. Only the writer thread touches
/// them.
public final class Desk {
    private final Kernel kernel;
    private final Book book;
    private final Operators operators;
    private final ShiftDesk shift;
    private final BillDesk bill;
    private final ClubDesk club;
    private final SaleDesk sale;
    private final RefundDesk refund;
    private final boolean authority;
    private final Receipts receipts;

    Desk(
            Kernel kernel,
            Catalogue catalogue,
            boolean holdsEveryRight,
            CodeKeys keys,
            FapiaoProvider provider,
            ReceiptPages pages) {
        this.kernel = kernel;
        this.authority = holdsEveryRight;
        this.book = kernel.book();
        var members = new MemberBook(book, kernel.scheme(), holdsEveryRight);
        var pricing = BillPricing.of(kernel, members, catalogue);
        this.operators = new Operators(book, kernel.attempts(), new StepWords(pricing.before(kernel)));
        var known = KnownMembers.of(kernel, members, operators, keys);
        this.shift = ShiftDesk.of(kernel, known, operators);
        this.bill = BillDesk.of(kernel, known, pricing, operators, catalogue, keys);
        this.club = ClubDesk.of(kernel, known, operators);
        this.sale = SaleDesk.of(kernel, known, pricing.pricer(), operators);
        this.refund = RefundDesk.of(kernel, known, sale.companies(), operators, provider);
        this.receipts = new Receipts(
                book,
                bill.bills(),
                pages,
                pages.slips(book.store()::member),
                kernel.settings().paper(),
                known.proofs());
    }

    public Operators operators() {
        return operators;
    }

    public ShiftDesk shift() {
        return shift;
    }

    public BillDesk bill() {
        return bill;
    }

    public ClubDesk club() {
        return club;
    }

    public SaleDesk sale() {
        return sale;
    }

    public RefundDesk refund() {
        return refund;
    }

    public Receipts receipts() {
        return receipts;
    }

    public boolean isTraining() {
        return kernel.settings().training();
    }

    /// The version of the programme that holds now.
    public Programme programme() {
        return kernel.scheme().now();
    }

    /// What a front that has just started, or lost an answer, asks first.
    ///
    /// @param shift 0 where none is open
    /// @param entries in the journal
    /// @param head the hash of the last entry
    /// @param setAside entries and feed values that the till's view could not hold
    /// @param asleep whether nothing that only one till may spend is spent here until this journal is confirmed
    public record Status(
            int shift,
            Optional<Operator> operator,
            Optional<ReceiptNo> lastReceipt,
            Optional<OpenBill> bill,
            long entries,
            String head,
            List<SetAside> setAside,
            boolean asleep) {}

    public Status status() {
        var state = book.store().state();
        return new Status(
                state.openShift(),
                book.operator(),
                state.lastReceipt(),
                book.openBill().map(_ -> bill.bills().view()),
                book.journal().entries(),
                book.journal().head(),
                book.store().setAside(),
                isAsleep());
    }

    /// How many entries and feed values the till's view could not hold.
    public int setAside() {
        return book.store().setAside().size();
    }

    /// Whether nothing that only one till may spend is spent here: its directory was copied, moved or put back.
    public boolean isAsleep() {
        return !book.journal().isConfirmed();
    }

    /// A manager answers for it that no other till runs from this journal. Refused: `NOT_SIGNED_IN`, `NOT_ALLOWED` for
    /// others, and where there is a head office, which then must confirm it.
    public void confirmJournal() {
        if (book.signedIn().role() != Role.MANAGER || !authority) {
            throw Refusal.of(ErrorCode.NOT_ALLOWED, "confirm");
        }
        book.forced(new Fact.JournalConfirmed());
        book.journal().confirm();
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
        if (!kernel.settings().training()) {
            throw Refusal.of(ErrorCode.NOT_ALLOWED, "clock");
        }
        if (now.toInstant().isBefore(kernel.clock().instant())) {
            throw Refusal.of(ErrorCode.BAD_REQUEST, "now");
        }
        book.set(new Fact.ClockSet(now));
        return now();
    }
}

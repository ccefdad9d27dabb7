package io.huitai.till.paper;

import io.huitai.journal.Entry;
import io.huitai.journal.Recorded;
import io.huitai.journal.fact.Fact;
import io.huitai.receipt.Document;
import io.huitai.receipt.EscPosReceipt;
import io.huitai.receipt.PngReceipt;
import io.huitai.receipt.TextReceipt;
import io.huitai.shop.OperatorId;
import io.huitai.shop.ReceiptNo;
import io.huitai.store.ReceiptLine;
import io.huitai.store.StoredRefund;
import io.huitai.store.StoredSale;
import io.huitai.store.StoredSlip;
import io.huitai.till.bill.Bills;
import io.huitai.till.book.Book;
import io.huitai.till.member.Proofs;
import io.huitai.till.refusal.ErrorCode;
import io.huitai.till.refusal.Refusal;
import java.util.List;
import java.util.Optional;

/// Receipts of what has happened: rendered from journalled facts, as often as anyone asks, every print counted.
public final class Receipts {
    private final Book book;
    private final Bills bills;
    private final ReceiptPages pages;
    private final SlipPages slips;
    private final int paper;
    private final Proofs proofs;
    private Optional<Printing> printer = Optional.empty();
    private Optional<Fresh> latest = Optional.empty();

    public Receipts(Book book, Bills bills, ReceiptPages pages, SlipPages slips, int paper, Proofs proofs) {
        this.book = book;
        this.bills = bills;
        this.pages = pages;
        this.slips = slips;
        this.paper = paper;
        this.proofs = proofs;
        book.whenRecorded(this::happened);
    }

    /// A receipt on its paper.
    ///
    /// @param copy 0 is the original; copies are marked 副本
    public record Page(ReceiptNo no, Slip paper, int copy) {
        public String text() {
            return paper.text();
        }
    }

    /// The open bill for the table to look over before it is paid (预结单). Not a receipt, and nothing is recorded.
    /// Refused: `BILL_EMPTY`.
    public Slip preBill() {
        book.shift();
        var bill = bills.view();
        if (bill.isEmpty()) {
            throw Refusal.of(ErrorCode.BILL_EMPTY);
        }
        var operator = book.signedIn().id().value();
        return new Slip(pages.preBill(bill, book.now().toOffsetDateTime(), operator), paper);
    }

    /// Paper as wide as this till's.
    public record Slip(Document document, int columns) {
        public String text() {
            return TextReceipt.render(document, columns);
        }

        public byte[] escPos() {
            return EscPosReceipt.render(document, columns);
        }

        /// For printers without Chinese characters.
        public byte[] raster() {
            return EscPosReceipt.pictured(document, columns);
        }

        public byte[] png() {
            return PngReceipt.render(document, columns);
        }
    }

    /// A document that is no receipt, as this till would print it.
    public Slip slip(Document document) {
        return new Slip(pages.marked(document), paper);
    }

    /// Prints paper that is no receipt, once. False where the screen is the till's printer.
    public boolean hand(Slip slip) {
        printer.ifPresent(queue -> queue.slip(slip));
        return printer.isPresent();
    }

    /// Prints a receipt once more: counted in the journal. Refused: `UNKNOWN_RECEIPT`, and `NOT_SIGNED_IN` as members'
    /// names are on it.
    ///
    /// @param no absent is the last one of this till
    public Page print(Optional<ReceiptNo> no) {
        proofs.mayRead();
        var page = look(no);
        book.unforced(new Fact.ReceiptPrinted(page.no(), page.copy()));
        return page;
    }

    /// The receipt of what has just happened, for the screen. Where the screen is the till's printer this is its print;
    /// else the printer prints and counts it.
    public Page fresh(ReceiptNo no) {
        return printer.isPresent() ? look(Optional.of(no)) : print(Optional.of(no));
    }

    /// Prints a receipt once more, on the till's printer or on the screen. Refused: `UNKNOWN_RECEIPT`.
    ///
    /// @param no absent is the last one of this till
    public Page reprint(Optional<ReceiptNo> no) {
        proofs.mayRead();
        if (printer.isEmpty()) {
            return print(no);
        }
        var page = look(no);
        printer.get().add(page.no());
        return page;
    }

    /// From here on receipts go to a printer.
    public void printOn(Printing queue) {
        printer = Optional.of(queue);
    }

    /// A receipt that the printer still owes.
    ///
    /// @param doubtful it may or may not be on paper, and is not sent again unasked; else it waits for the printer
    public record Owed(ReceiptNo no, boolean doubtful) {}

    /// What the printer owes, oldest first; nothing where the screen is the printer.
    public List<Owed> owed() {
        return printer.map(Printing::owed).orElse(List.of());
    }

    /// Prints a receipt that is owed: a waiting one now, a doubtful one once more as a copy.
    public void again(ReceiptNo no) {
        printer.ifPresent(queue -> queue.again(no));
    }

    /// Owes a receipt no longer; it can still be reprinted as any other.
    public void drop(ReceiptNo no) {
        printer.ifPresent(queue -> queue.drop(no));
    }

    /// The receipt as the next print would be; nothing is counted.
    public Page look(Optional<ReceiptNo> no) {
        var receipt = no.or(() -> book.store().state().lastReceipt())
                .orElseThrow(() -> Refusal.of(ErrorCode.UNKNOWN_RECEIPT, ""));
        return latest.filter(fresh -> fresh.no().equals(receipt))
                .map(this::fresh)
                .orElseGet(() -> stored(receipt));
    }

    private Page stored(ReceiptNo receipt) {
        var sale = book.store().sale(receipt);
        if (sale.isPresent()) {
            var entry = entry(sale.get().entry());
            var page = pages.sale(sale.get(), entry.hash(), operator(entry));
            return page(receipt, page, sale.get().printed());
        }
        var slip = book.store().slip(receipt);
        if (slip.isPresent()) {
            var entry = entry(slip.get().entry());
            var page = slips.of(slip.get(), entry.hash(), operator(entry));
            return page(receipt, page, slip.get().printed());
        }
        var refund = book.store().refund(receipt).orElseThrow(() -> Refusal.of(ErrorCode.UNKNOWN_RECEIPT, receipt));
        var entry = entry(refund.entry());
        return page(receipt, refund(refund, entry), refund.printed());
    }

    private Document refund(StoredRefund refund, Entry entry) {
        var original = book.store().sale(refund.refund().of()).orElseThrow();
        return pages.refund(refund, original, entry.hash(), operator(entry));
    }

    /// The latest receipt is made of what was recorded, and composed once for screen and paper.
    ///
    /// @param document once it is composed; never of a slip, which shows its member as they are known now
    private record Fresh(ReceiptNo no, Entry entry, Fact.OfPaper fact, int printed, Optional<Document> document) {}

    private void happened(Recorded recorded) {
        var entry = recorded.entry();
        if (recorded.fact() instanceof Fact.OfPaper paper) {
            latest = Optional.of(new Fresh(paper.receipt(), entry, paper, 0, Optional.empty()));
        } else if (recorded.fact() instanceof Fact.ReceiptPrinted printed) {
            latest = latest.map(fresh -> fresh.no().equals(printed.receipt())
                    ? new Fresh(fresh.no(), fresh.entry(), fresh.fact(), fresh.printed() + 1, fresh.document())
                    : fresh);
        }
    }

    private Page fresh(Fresh fresh) {
        var document = fresh.document().orElseGet(() -> composed(fresh));
        if (!(fresh.fact() instanceof Fact.OfReceipt)) {
            latest = Optional.of(
                    new Fresh(fresh.no(), fresh.entry(), fresh.fact(), fresh.printed(), Optional.of(document)));
        }
        return page(fresh.no(), document, fresh.printed());
    }

    private Document composed(Fresh fresh) {
        var entry = fresh.entry();
        var number = entry.number();
        return switch (fresh.fact()) {
            case Fact.SaleCompleted completed -> {
                var stored = new StoredSale(number, entry.at(), completed.sale(), fresh.printed(), List.of());
                yield pages.sale(stored, entry.hash(), operator(entry));
            }
            case Fact.SaleRefunded refunded ->
                refund(new StoredRefund(number, entry.at(), refunded.refund(), fresh.printed()), entry);
            case Fact.OfReceipt slip ->
                slips.of(new StoredSlip(number, entry.at(), slip, fresh.printed()), entry.hash(), operator(entry));
        };
    }

    private Page page(ReceiptNo receipt, Document document, int printed) {
        return new Page(receipt, new Slip(printed == 0 ? document : document.asCopy(printed), paper), printed);
    }

    private Entry entry(long number) {
        try (var entries = book.journal().read(number)) {
            return entries.findFirst().orElseThrow();
        }
    }

    private static String operator(Entry entry) {
        return entry.operator().map(OperatorId::value).orElse("");
    }

    /// A receipt is on paper, or may be.
    void printed(ReceiptNo no) {
        var count = latest.filter(fresh -> fresh.no().equals(no)).map(Fresh::printed);
        book.unforced(new Fact.ReceiptPrinted(
                no, count.orElseGet(() -> look(Optional.of(no)).copy())));
    }

    /// The latest sales of this till, newest first.
    public List<ReceiptLine> latest(int most) {
        return book.store().receipts(Optional.empty(), most);
    }
}

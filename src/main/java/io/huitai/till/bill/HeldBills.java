package io.huitai.till.bill;

import io.huitai.journal.fact.Fact;
import io.huitai.money.Money;
import io.huitai.till.book.Bill;
import io.huitai.till.book.Book;
import io.huitai.till.member.MemberBook;
import io.huitai.till.member.Proofs;
import io.huitai.till.refusal.ErrorCode;
import io.huitai.till.refusal.Refusal;
import java.util.List;
import java.util.Optional;

/// Bills that wait under a label.
public final class HeldBills {
    private final Book book;
    private final Bills bills;
    private final MemberBook members;
    private final Pricer pricer;
    private final Proofs proofs;

    HeldBills(Book book, Bills bills, MemberBook members, Pricer pricer, Proofs proofs) {
        this.book = book;
        this.bills = bills;
        this.members = members;
        this.pricer = pricer;
        this.proofs = proofs;
    }

    /// A bill that waits.
    public record Held(String label, int lines, Money due, Optional<String> member) {}

    /// Puts the open bill aside. Refused: `BILL_EMPTY`, `BILL_TENDERED`, `BAD_REQUEST` for a label in use.
    public OpenBill hold(Optional<String> label) {
        var bill = bills.changeable();
        if (bill.isBlank()) {
            throw Refusal.of(ErrorCode.BILL_EMPTY);
        }
        var name = label.orElseGet(this::freeLabel);
        if (byLabel(name).isPresent()) {
            throw Refusal.of(ErrorCode.BAD_REQUEST, "label " + name);
        }
        book.forced(new Fact.BillHeld(bill.id(), name));
        return bills.view();
    }

    private String freeLabel() {
        var number = 1;
        while (byLabel(Integer.toString(number)).isPresent()) {
            number++;
        }
        return Integer.toString(number);
    }

    /// Takes a held bill up again: by its label, or the one held last. Refused: `BILL_OPEN`, `BAD_REQUEST`.
    public OpenBill recall(Optional<String> label) {
        book.shift();
        var open = book.openBill();
        if (open.filter(bill -> !bill.isBlank()).isPresent()) {
            throw Refusal.of(ErrorCode.BILL_OPEN);
        }
        var held = label.isPresent()
                ? byLabel(label.get())
                : book.heldBills().stream().reduce((_, last) -> last);
        var bill = held.orElseThrow(() -> Refusal.of(ErrorCode.BAD_REQUEST, "label"));
        var recalled = new Fact.BillRecalled(bill.id());
        if (open.isPresent()) {
            var blank = new Fact.BillVoided(open.get().id(), "", List.of(), Optional.empty(), List.of());
            book.record(true, List.of(blank, recalled));
        } else {
            book.forced(recalled);
        }
        return bills.view();
    }

    private Optional<Bill> byLabel(String label) {
        return book.heldBills().stream()
                .filter(bill -> bill.held().filter(label::equals).isPresent())
                .findFirst();
    }

    /// All that wait, in the order that they were opened.
    public List<Held> waiting() {
        return book.heldBills().stream()
                .map(bill -> new Held(
                        bill.held().orElse(""),
                        bill.lines().size(),
                        pricer.price(bill).due(bill),
                        bill.member()
                                .filter(_ -> proofs.isSeen())
                                .map(no -> members.record(no).profile().maskedName())))
                .toList();
    }
}

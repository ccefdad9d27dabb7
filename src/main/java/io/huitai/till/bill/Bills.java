package io.huitai.till.bill;

import io.huitai.journal.fact.AskedUse;
import io.huitai.journal.fact.Fact;
import io.huitai.money.Money;
import io.huitai.money.Quantity;
import io.huitai.money.Rate;
import io.huitai.programme.words.Use;
import io.huitai.shop.Approval;
import io.huitai.shop.BillLine;
import io.huitai.shop.Category;
import io.huitai.shop.MemberNo;
import io.huitai.shop.Product;
import io.huitai.shop.Role;
import io.huitai.shop.Service;
import io.huitai.shop.Sku;
import io.huitai.till.book.Approver;
import io.huitai.till.book.Bill;
import io.huitai.till.book.Book;
import io.huitai.till.book.GuestProof;
import io.huitai.till.book.Operators;
import io.huitai.till.book.Scheme;
import io.huitai.till.member.DueGrants;
import io.huitai.till.member.MemberBook;
import io.huitai.till.member.Proofs;
import io.huitai.till.refusal.ErrorCode;
import io.huitai.till.refusal.Refusal;
import io.huitai.till.settings.Alone;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;

/// The open bill before payment.
public final class Bills {
    private static final Sku OPEN_ITEM = new Sku("open");
    private static final Rate OPEN_ITEM_TAX = Rate.parse("0.06");

    private final Book book;
    private final Scheme scheme;
    private final Catalogue catalogue;
    private final Kitchen kitchen;
    private final DueGrants due;
    private final MemberBook members;
    private final Pricer pricer;
    private final Operators operators;
    private final Alone alone;
    private final Proofs proofs;

    Bills(
            Book book,
            Scheme scheme,
            Catalogue catalogue,
            DueGrants due,
            MemberBook members,
            Pricer pricer,
            Operators operators,
            Alone alone,
            Proofs proofs) {
        this.book = book;
        this.scheme = scheme;
        this.catalogue = catalogue;
        this.kitchen = new Kitchen(catalogue);
        this.due = due;
        this.members = members;
        this.pricer = pricer;
        this.operators = operators;
        this.alone = alone;
        this.proofs = proofs;
    }

    /// The open bill, priced; an empty one where none is open.
    public OpenBill view() {
        var bill = book.openBill().orElseGet(() -> Bill.opened(0));
        return shown(bill, pricer.price(bill));
    }

    private OpenBill shown(Bill bill, Pricer.Priced priced) {
        return new OpenBill(
                priced.quote(),
                items(bill, priced),
                bill.service(),
                Pricer.asked(bill.use()),
                priced.due(bill),
                bill.tenders(),
                priced.member().filter(_ -> proofs.isSeen()).map(members::view),
                priced.noRight());
    }

    /// Any bill, priced.
    OpenBill shown(Bill bill) {
        return shown(bill, pricer.price(bill));
    }

    private static List<BillLine> items(Bill bill, Pricer.Priced priced) {
        var items = new ArrayList<>(bill.lines());
        items.addAll(priced.charges());
        return items;
    }

    /// The open bill with what could still be had on it.
    public record Offered(OpenBill bill, Offers offers) {}

    /// The open bill with what could still be had on it; nothing once something is paid.
    public Offered offered() {
        return book.openBill()
                .map(bill -> {
                    var offered = pricer.offered(bill);
                    return new Offered(shown(bill, offered.priced()), offered.offers());
                })
                .orElseGet(() -> new Offered(view(), Offers.NONE));
    }

    /// Whose the open bill is.
    public Optional<MemberNo> member() {
        return book.openBill().flatMap(Bill::member);
    }

    /// What is asked to be used on the open bill.
    public Use wish() {
        return Pricer.asked(book.openBill().map(Bill::use).orElse(AskedUse.NOTHING));
    }

    private Optional<Bill> unpaid() {
        return book.openBill().filter(bill -> bill.tenders().isEmpty());
    }

    // Lines

    /// What an open item says of itself.
    public record OpenItem(String name, Category category, Money price) {}

    /// What a new line may say beside its product.
    ///
    /// @param flags in place of the product's, where given
    /// @param wish how a dish is ordered
    public record LineExtras(Optional<Set<String>> flags, String note, Optional<Money> memberPrice, Kitchen.Wish wish) {
        public static final LineExtras NONE = new LineExtras(Optional.empty(), "", Optional.empty(), Kitchen.Wish.NONE);
    }

    /// Adds a product as a new line. Refused: `UNKNOWN_PRODUCT`, `BILL_TENDERED`, `NO_SHIFT`.
    public OpenBill add(Sku sku, Quantity qty, LineExtras extras) {
        mustBeChangeable();
        return add(catalogue.product(sku).orElseThrow(() -> Refusal.of(ErrorCode.UNKNOWN_PRODUCT, sku)), qty, extras);
    }

    OpenBill add(Product product, Quantity qty, LineExtras extras) {
        var bill = changeable();
        var served = kitchen.serve(product, qty, extras.memberPrice(), extras.wish());
        return added(
                bill,
                new BillLine(
                        bill.lastLine() + 1,
                        product.sku(),
                        product.name(),
                        product.category(),
                        served.price(),
                        served.memberPrice(),
                        served.qty(),
                        List.copyOf(extras.flags().orElse(product.flags())),
                        product.taxRate(),
                        extras.note(),
                        served.parts(),
                        List.of(),
                        Optional.empty()));
    }

    /// Adds an item that is not in the catalogue.
    public OpenBill add(OpenItem item, Quantity qty, LineExtras extras) {
        var bill = changeable();
        if (item.name().isBlank()) {
            throw Refusal.of(ErrorCode.BAD_REQUEST, "name");
        }
        if (item.price().isNegative()) {
            throw Refusal.of(ErrorCode.BAD_AMOUNT, "");
        }
        return added(
                bill,
                new BillLine(
                        bill.lastLine() + 1,
                        OPEN_ITEM,
                        item.name(),
                        item.category(),
                        item.price(),
                        extras.memberPrice(),
                        qty,
                        List.copyOf(extras.flags().orElse(Set.of())),
                        OPEN_ITEM_TAX,
                        extras.note(),
                        List.of(),
                        List.of(),
                        Optional.empty()));
    }

    private OpenBill added(Bill bill, BillLine line) {
        if (line.number() >= House.FIRST_CHARGE) {
            throw Refusal.of(ErrorCode.OVERFLOW);
        }
        return changed(bill, new Fact.LineAdded(bill.id(), line));
    }

    /// Prices what the bill will be before it is recorded, so that what does not fit is refused.
    OpenBill changed(Bill bill, Fact.OfBill fact) {
        var after = bill.after(fact, book.now().toOffsetDateTime());
        var priced = pricer.price(after);
        book.unforced(fact);
        return shown(after, priced);
    }

    /// Changes the quantity of a line. Refused: `BAD_REQUEST` for a line that is not there, approvals where more goes
    /// than the house lets go.
    public OpenBill setQty(int line, Quantity qty, Approver approver) {
        var bill = withLine(line);
        var lessens =
                bill.line(line).filter(item -> qty.compareTo(item.qty()) < 0).isPresent();
        Function<Optional<Approval>, Fact.LineQuantitySet> step =
                approval -> new Fact.LineQuantitySet(bill.id(), line, qty, approval);
        return changed(bill, operators.approvedBeyond(lessens ? needed(bill, step) : Role.CASHIER, approver, step));
    }

    /// The same where nobody stands by to approve.
    public OpenBill setQty(int line, Quantity qty) {
        return setQty(line, qty, Approver.NOBODY);
    }

    /// Takes a line off; the others keep their numbers. Refused: `BAD_REQUEST` for a line that is not there, or where
    /// the house wants a reason; approvals where more goes than it lets go.
    public OpenBill voidLine(int line, Optional<String> reason, Approver approver) {
        var bill = withLine(line);
        var why = alone.voidLine().because(reason);
        Function<Optional<Approval>, Fact.LineVoided> step =
                approval -> new Fact.LineVoided(bill.id(), line, why, approval);
        return changed(bill, operators.approvedBeyond(needed(bill, step), approver, step));
    }

    /// Whose word it takes: what has gone off the bill so far counts, and off the parts of it that wait.
    private Role needed(Bill bill, Function<Optional<Approval>, ? extends Fact.OfBill> step) {
        var after = bill.after(step.apply(Optional.empty()), book.now().toOffsetDateTime());
        var others = book.heldBills().stream().map(after::goneAloneFrom).reduce(Money.ZERO, Money::plus);
        return alone.voidLine().needed(after.goneAlone().min(Book.MOST).plus(others));
    }

    /// Puts a voided line back under its number, as it was. Refused: `BAD_REQUEST` for a line that was not voided,
    /// `BILL_TENDERED`.
    public OpenBill restoreLine(int line) {
        var bill = changeable();
        if (bill.takenOff().voided(line).isEmpty()) {
            throw Refusal.of(ErrorCode.BAD_REQUEST, "line " + line);
        }
        return changed(bill, new Fact.LineRestored(bill.id(), line));
    }

    /// The line of the open bill that was voided last and can be put back.
    public OptionalInt lastVoided() {
        return unpaid().stream()
                .flatMap(bill -> bill.takenOff().voided().reversed().stream())
                .mapToInt(gone -> gone.line().number())
                .findFirst();
    }

    /// The open bill, with a line that the guest ordered.
    Bill withLine(int line) {
        var bill = changeable();
        if (bill.line(line).filter(item -> item.charge().isEmpty()).isEmpty()) {
            throw Refusal.of(ErrorCode.BAD_REQUEST, "line " + line);
        }
        return bill;
    }

    /// How the bill is served.
    public OpenBill service(Service service) {
        var bill = changeable();
        return changed(bill, new Fact.ServiceSet(bill.id(), service));
    }

    /// How the open bill is served so far.
    public Service service() {
        return book.openBill().map(Bill::service).orElse(Service.DEFAULT);
    }

    /// What the guest wants to use, where nobody need prove who they are. Refused: as the one with a proof.
    public OpenBill use(Use use) {
        return use(use, GuestProof.NONE);
    }

    /// What the guest wants to use, in place of the earlier wish. Refused: `UNKNOWN_VOUCHER`, proofs.
    public OpenBill use(Use use, GuestProof proof) {
        var bill = changeable();
        for (var asked : use.vouchers()) {
            if (scheme.now().voucher(asked.type()).isEmpty()) {
                throw Refusal.of(ErrorCode.UNKNOWN_VOUCHER, asked.type());
            }
        }
        bill.member().ifPresent(due::read); // the bill may be older than the day, and the day may bring a voucher
        var vouchers = use.vouchers().stream()
                .map(asked -> new AskedUse.Voucher(asked.type(), count(asked.count())))
                .toList();
        var wish = new AskedUse(count(use.points()), vouchers);
        if (!wish.equals(AskedUse.NOTHING)) {
            proofs.proving(bill, proof).ifPresent(book::forced);
        }
        return changed(book.openBill().orElse(bill), new Fact.UseSet(bill.id(), wish));
    }

    private static long count(Use.Asked asked) {
        return switch (asked) {
            case Use.Asked.Count(var number) -> number;
            case Use.Asked.Max() -> AskedUse.MOST;
        };
    }

    // Member

    /// Attaches a member by number. Refused: `UNKNOWN_MEMBER`.
    public OpenBill member(MemberNo no) {
        mustBeChangeable();
        return attach(no, false);
    }

    /// @param card whether a card was shown, or the guest was looked up
    OpenBill attach(MemberNo no, boolean card) {
        if (!due.read(no).isActive()) { // may write, and the bill's number is that of its first entry
            throw Refusal.of(ErrorCode.UNKNOWN_MEMBER);
        }
        var opened = book.billOrNew();
        return changed(opened, new Fact.MemberAttached(opened.id(), no, card));
    }

    public OpenBill dropMember() {
        var bill = changeable();
        return bill.member().isPresent() ? changed(bill, new Fact.MemberDropped(bill.id())) : view();
    }

    /// Gives the open bill up; what was tendered goes back, with approval. One with nothing on it any more goes
    /// without a reason: each line had its own. Refused: `BILL_EMPTY`, `BAD_REQUEST` where the house wants a
    /// reason, approvals, also where more goes than it lets go.
    public void voidBill(String reason, Approver approver) {
        book.shift();
        var bill = book.openBill().orElseThrow(() -> Refusal.of(ErrorCode.BILL_EMPTY));
        var why = bill.isBlank()
                ? reason
                : alone.voidBill().because(Optional.of(reason)).orElse("");
        var needed = alone.voidBill().needed(bill.isBlank() ? bill.goneAlone() : bill.goneAloneWithAll());
        var tendered = !bill.tenders().isEmpty();
        book.forced(operators.approvedWhere(
                tendered || operators.isBeyond(needed),
                approver,
                needed == Role.CASHIER ? Role.SUPERVISOR : needed,
                approval -> new Fact.BillVoided(
                        bill.id(), why, bill.tenders(), approval, bill.paid().movedBack(bill.tenders()))));
    }

    /// Refused: `NOT_SIGNED_IN`, `NOT_ALLOWED`, `NO_SHIFT`, `BILL_TENDERED`: whatever would change the open bill.
    public void mustBeChangeable() {
        changeable();
    }

    /// The open bill, or the one that the next fact opens.
    Bill changeable() {
        book.shift();
        var bill = book.billOrNew();
        if (!bill.tenders().isEmpty()) {
            throw Refusal.of(ErrorCode.BILL_TENDERED);
        }
        return bill;
    }
}

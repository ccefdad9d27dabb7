package io.huitai.till.book;

import io.huitai.journal.Draft;
import io.huitai.journal.Journal;
import io.huitai.journal.Recorded;
import io.huitai.journal.fact.Fact;
import io.huitai.journal.fact.Limits;
import io.huitai.journal.log.JournalBroken;
import io.huitai.ledger.LotDay;
import io.huitai.money.Money;
import io.huitai.shop.Operator;
import io.huitai.shop.ReceiptNo;
import io.huitai.shop.Role;
import io.huitai.shop.StoreId;
import io.huitai.shop.TenderType;
import io.huitai.shop.TillId;
import io.huitai.store.Store;
import io.huitai.till.refusal.ErrorCode;
import io.huitai.till.refusal.Refusal;
import io.huitai.till.settings.HouseRules;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What the use cases share on the writer thread: the journal that they write, the store that shows it, and the open
/// and held bills. Recording a fact is the one way anything changes.
public final class Book {
    /// A hundred thousand million yuan.
    public static final Money MOST = Money.ofFen(Limits.NUMBER);

    private static final Logger LOG = LoggerFactory.getLogger(Book.class);

    private final Journal journal;
    private final Store store;
    private final TillClock clock;
    private final ZoneId zone;
    private final HouseRules house;
    private final Map<Long, Bill> bills = new LinkedHashMap<>();
    private final List<Consumer<Recorded>> listeners = new ArrayList<>();
    private Optional<Operator> operator = Optional.empty();
    private Optional<LocalDate> opened = Optional.empty();

    /// @param house says when a business day ends
    public Book(Journal journal, Store store, TillClock clock, ZoneId zone, HouseRules house) {
        this.journal = journal;
        this.store = store;
        this.clock = clock;
        this.zone = zone;
        this.house = house;
        for (var open : store.openBills()) {
            fold(open.fact(), open.at().toZonedDateTime());
        }
    }

    public Journal journal() {
        return journal;
    }

    public Store store() {
        return store;
    }

    public StoreId storeId() {
        return journal.identity().store();
    }

    public TillId tillId() {
        return journal.identity().till();
    }

    /// Who holds what is earned here, as lots say it.
    public String holder() {
        return storeId() + "/" + tillId();
    }

    /// The number of the next receipt.
    public ReceiptNo nextReceipt() {
        return new ReceiptNo(
                "%s-%s-%06d".formatted(storeId(), tillId(), store.state().receipts() + 1));
    }

    public ZonedDateTime now() {
        return clock.instant().atZone(zone);
    }

    public LocalDate today() {
        return now().toLocalDate();
    }

    /// The day that shifts, receipts and reports belong to; members and their points live by the calendar.
    public LocalDate businessDay() {
        return house.businessDay(now().toOffsetDateTime());
    }

    public OffsetDateTime at(Instant instant) {
        return instant.atZone(zone).toOffsetDateTime();
    }

    /// Today as lots are judged on it.
    public LotDay lotDay() {
        return lotDay(today());
    }

    /// A day as lots are judged on it now.
    public LotDay lotDay(LocalDate day) {
        var trusted = lastTrusted().map(at -> at.atZoneSameInstant(zone).toLocalDate());
        return new LotDay(day, trusted.filter(day::isAfter).orElse(day));
    }

    /// The last time that nobody doubts; empty while the clock is believed. A jump counts before it is journalled.
    public Optional<OffsetDateTime> lastTrusted() {
        return store.state().trusted().or(() -> clock.jump().map(jump -> at(jump.from())));
    }

    /// The day of the store directory's first entry.
    public LocalDate opened() {
        return opened.orElseGet(() -> {
            try (var entries = journal.read(1)) {
                opened = entries.findFirst()
                        .map(entry -> entry.at().atZoneSameInstant(zone).toLocalDate());
            }
            return opened.orElseGet(this::today);
        });
    }

    public Optional<Operator> operator() {
        return operator;
    }

    public void operator(Optional<Operator> someone) {
        operator = someone;
    }

    public Optional<Bill> openBill() {
        return bills.values().stream().filter(bill -> bill.held().isEmpty()).findFirst();
    }

    public List<Bill> heldBills() {
        return bills.values().stream().filter(bill -> bill.held().isPresent()).toList();
    }

    /// The open bill, or the one that the next fact opens.
    public Bill billOrNew() {
        return openBill().orElseGet(() -> Bill.opened(journal.next()));
    }

    /// Begins what an act will put into the journal.
    public Step step() {
        return new Step(this, journal.next());
    }

    /// Puts facts that belong together into the journal, one frame and at most one force, then into the views.
    ///
    /// A jump of the clock goes with the first fact after it: where the clock is set right before that, no entry
    /// holds the till at a wrong time.
    ///
    /// @param force whether they must be on the disk before this returns: whatever moves money, points, vouchers
    public List<Recorded> record(boolean force, List<? extends Fact> facts) {
        var all = new ArrayList<Fact>(facts);
        jump().ifPresent(all::add);
        return write(force, all).subList(0, facts.size());
    }

    /// Puts the clock's confirmation into the journal, behind the jump that it confirms.
    public void confirmed(Fact.ClockConfirmed fact) {
        var all = new ArrayList<Fact>();
        jump().ifPresent(all::add);
        all.add(fact);
        write(true, all);
    }

    /// Puts into the journal that the clock is set back, and sets it back.
    public void setBack(Fact.ClockSetBack fact) {
        var all = new ArrayList<Fact>();
        jump().ifPresent(all::add);
        all.add(fact);
        moved(clock::setBack, all);
    }

    /// Puts into the journal that a training store's clock is set, and sets it.
    public void set(Fact.ClockSet fact) {
        moved(() -> clock.set(fact.now().toInstant()), List.of(fact));
    }

    /// An entry that moves the clock has the time after it; where it cannot be written, the clock has not moved.
    private void moved(Runnable move, List<Fact> facts) {
        var before = clock.mark();
        move.run();
        orElse(() -> write(true, facts), () -> clock.backTo(before));
    }

    /// Signs somebody in, whose entry it is already; where it cannot be written, whoever was is signed in still.
    void signIn(Operator someone) {
        var before = operator;
        operator = Optional.of(someone);
        orElse(() -> unforced(new Fact.SignedIn(someone.role())), () -> operator = before);
    }

    /// Undoes what went before an entry where that could not be written.
    private void orElse(Supplier<?> written, Runnable undo) {
        var next = journal.next();
        try {
            var _ = written.get();
        } finally {
            if (journal.next() == next) {
                undo.run();
            }
        }
    }

    private Optional<Fact> jump() {
        return clock.jump().map(jump -> {
            LOG.warn("The clock jumped from {} to {}", jump.from(), jump.to());
            return new Fact.ClockDoubted(at(jump.from()), at(jump.to()), Optional.empty());
        });
    }

    private List<Recorded> write(boolean force, List<Fact> facts) {
        facts.forEach(Book::fits);
        var bodies = journal.memberKeys().sealed(facts);
        var drafts = new ArrayList<Draft>();
        for (var i = 0; i < facts.size(); i++) {
            drafts.add(new Draft(facts.get(i).kind(), bodies.get(i), operator.map(Operator::id)));
        }
        var entries = journal.append(drafts, force);
        var recorded = new ArrayList<Recorded>();
        for (var i = 0; i < entries.size(); i++) {
            recorded.add(new Recorded(entries.get(i), facts.get(i)));
        }
        clock.entryMade(entries.getLast().at().toInstant());
        for (var each : recorded) {
            fold(each.fact(), each.entry().at().toZonedDateTime());
        }
        store.project(recorded);
        recorded.forEach(this::tell);
        return recorded;
    }

    /// It has happened, whatever becomes of whoever is told.
    private void tell(Recorded recorded) {
        for (var listener : listeners) {
            try {
                listener.accept(recorded);
            } catch (RuntimeException failed) {
                LOG.error("Entry {} happened, and {} failed at it", recorded.number(), listener, failed);
            }
        }
    }

    /// Puts into the journal what the view could not hold, each once, so that it is told of wherever entries go.
    public void tellSetAside() {
        if (journal.isBroken()) {
            return;
        }
        store.setAside().stream()
                .filter(each -> !each.told())
                .forEach(each ->
                        unforced(new Fact.EntrySetAside(each.number(), each.source(), each.kind(), each.why())));
    }

    /// Refused: `BAD_REQUEST` for what is itself only promised or paid before.
    public static void mustBeMoney(TenderType type) {
        if (!type.isMoney()) {
            throw Refusal.of(ErrorCode.BAD_REQUEST, "tender");
        }
    }

    /// More than any till takes at once, and far below what would not add up.
    public static void fits(Money amount) {
        if (amount.compareTo(MOST) > 0) {
            throw Refusal.of(ErrorCode.OVERFLOW);
        }
    }

    /// Nothing is journalled that a view could not hold. Refused: `BAD_REQUEST`, `OVERFLOW`.
    public static void fits(Fact fact) {
        Limits.of(fact).ifPresent(excess -> {
            throw Refusal.of(excess);
        });
    }

    /// Tells of every fact after it has happened. What it calls must not wait.
    public void whenRecorded(Consumer<Recorded> listener) {
        listeners.add(listener);
    }

    public Recorded forced(Fact fact) {
        return record(true, List.of(fact)).getFirst();
    }

    /// For changes of the open bill that a power loss may take back and a kill may not.
    public Recorded unforced(Fact fact) {
        return record(false, List.of(fact)).getFirst();
    }

    private void fold(Fact fact, ZonedDateTime at) {
        if (!(fact instanceof Fact.OfBill ofBill)) {
            return;
        }
        if (ofBill instanceof Fact.EndsBill) {
            bills.remove(ofBill.bill());
        } else {
            var bill = bills.getOrDefault(ofBill.bill(), Bill.opened(ofBill.bill()));
            if (ofBill instanceof Fact.BillHeld) {
                bills.remove(ofBill.bill()); // the one held last stands last
            }
            bills.put(ofBill.bill(), bill.after(ofBill, at.toOffsetDateTime()));
        }
    }

    // What must be so

    public Operator signedIn() {
        journal.damage().ifPresent(damage -> {
            throw new JournalBroken(damage);
        });
        return operator.orElseThrow(() -> Refusal.of(ErrorCode.NOT_SIGNED_IN));
    }

    /// Someone who may sell is signed in.
    public Operator atTheTill() {
        var someone = signedIn();
        if (someone.role() == Role.IT) {
            throw Refusal.of(ErrorCode.NOT_ALLOWED, "");
        }
        return someone;
    }

    /// The open shift's number.
    public int shift() {
        atTheTill();
        var shift = store.state().openShift();
        if (shift == 0) {
            throw Refusal.of(ErrorCode.NO_SHIFT);
        }
        return shift;
    }
}

package io.huitai.store;

import static io.huitai.journal.fact.FactJson.mapper;

import io.huitai.journal.Recorded;
import io.huitai.journal.fact.Fact;
import io.huitai.journal.fact.FactJson;
import io.huitai.journal.fact.MemberRecord;
import io.huitai.journal.feed.FeedItem;
import io.huitai.ledger.Account;
import io.huitai.ledger.Balances;
import io.huitai.ledger.Holding;
import io.huitai.shop.Fapiao;
import io.huitai.shop.MemberNo;
import io.huitai.shop.Operator;
import io.huitai.shop.ReceiptNo;
import io.huitai.shop.person.Company;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.hibernate.StatelessSession;
import tools.jackson.core.type.TypeReference;

/// Writes what entries and feed values mean into rows, inside the caller's transaction.
final class Projection {
    static final String JOURNAL = "journal";
    /// The last own entry that a feed's value has counted.
    static final String HELD = "held";

    private static final int WHY = 500;
    private static final int MOST_TOLD = 100;
    private static final TypeReference<List<Holding>> HOLDINGS = new TypeReference<>() {};
    /// Before the source's name.
    static final String FEED = "feed:";

    private final StatelessSession session;
    private final AtHand atHand;
    private final Map<MemberNo, MemberRecord> changed = new HashMap<>();
    private Optional<ShiftReport> shift = Optional.empty();
    private Optional<StoreRows.ProgressRow> progress = Optional.empty();
    private boolean sold;

    /// @param atHand what is known without reading; it learns of changes by [#committed()]
    Projection(StatelessSession session, AtHand atHand) {
        this.session = session;
        this.atHand = atHand;
    }

    /// For questions.
    Projection(StatelessSession session) {
        this(session, new AtHand());
    }

    /// The transaction stands.
    void committed() {
        atHand.committed(changed, shift, progress, sold);
    }

    /// Projects entries in order; those that the rows already hold are passed over.
    ///
    /// @param forced the last entry that is on the disk for certain
    TillState project(TillState before, List<Recorded> entries, long forced) {
        var progress = journalled();
        var state = before;
        for (var recorded : entries) {
            if (recorded.number() > progress.number) {
                state = state.after(recorded);
                project(recorded, state);
                advance(progress, recorded, forced);
            }
        }
        shift.ifPresent(this::put);
        if (!state.equals(before)) {
            put(state);
        }
        put(progress);
        return state;
    }

    /// Notes that an entry is not in the rows, and counts what it says of the till as a whole: its receipt is numbered.
    TillState setAside(TillState before, Recorded recorded, String why, long forced) {
        var progress = journalled();
        var state = before.after(recorded);
        if (!state.equals(before)) {
            put(state);
        }
        setAside(JOURNAL, recorded.number(), recorded.fact().kind(), why);
        advance(progress, recorded, forced);
        put(progress);
        return state;
    }

    /// What is known of the progress without reading must be what the row says: else the rows are others than those
    /// that were written, and the view is built anew.
    private void put(StoreRows.ProgressRow journalled) {
        Bonds.WRITING.get().sum(journalled);
        var was = atHand.progress();
        if (was.isEmpty()) {
            session.upsert(journalled);
        } else if (session.createMutationQuery("update Progress set number = :number, certain = :certain, hash = :hash,"
                                + " sums = :sums, seal = :seal where source = :source and number = :was")
                        .setParameter("number", journalled.number)
                        .setParameter("certain", journalled.certain)
                        .setParameter("hash", journalled.hash)
                        .setParameter("sums", journalled.sums)
                        .setParameter("seal", journalled.seal)
                        .setParameter("source", JOURNAL)
                        .setParameter("was", was.get().number)
                        .executeUpdate()
                != 1) {
            throw new StoreFailed("The store does not hold " + was.get().number + " entries, as it did", null);
        }
        progress = Optional.of(journalled);
    }

    /// Rows were written that no entry brought: their sums go where those of the entries stand.
    void sumUp() {
        var progress = Optional.ofNullable(session.get(StoreRows.ProgressRow.class, JOURNAL))
                .orElseGet(this::journalled);
        Bonds.WRITING.get().sum(progress);
        session.upsert(progress);
    }

    void setAside(String source, long number, String kind, String why) {
        var row = new StoreRows.SetAsideRow();
        row.source = source;
        row.number = number;
        row.kind = kind;
        row.why = why.substring(0, Math.min(why.length(), WHY));
        session.upsert(row);
    }

    private void markTold(Fact.EntrySetAside told) {
        var row = session.get(StoreRows.SetAsideRow.class, new StoreRows.SetAsideKey(told.source(), told.entry()));
        if (row != null) {
            row.told = true;
            session.update(row);
        }
    }

    List<SetAside> setAside() {
        return session
                .createSelectionQuery("from SetAside order by source, number", StoreRows.SetAsideRow.class)
                .setMaxResults(MOST_TOLD)
                .stream()
                .map(row -> new SetAside(row.source, row.number, row.kind, row.why, row.told))
                .toList();
    }

    private void put(TillState state) {
        var row = new StoreRows.StateRow();
        row.id = 1;
        row.body = mapper().writeValueAsString(state);
        session.upsert(row);
    }

    private void project(Recorded recorded, TillState state) {
        projectShift(recorded, state);
        projectMembers(recorded);
        projectAccounts(recorded.fact());
        if (recorded.fact() instanceof Fact.OfBill ofBill) {
            projectBill(recorded, ofBill);
        }
        switch (recorded.fact()) {
            case Fact.SaleCompleted completed -> insertSale(recorded, completed);
            case Fact.SaleRefunded refunded -> insertRefund(recorded, refunded);
            case Fact.OfReceipt slip -> insertSlip(recorded, slip);
            case Fact.ReceiptPrinted printed -> countPrint(printed.receipt());
            case Fact.FapiaoRequested requested -> insertFapiao(requested.fapiao());
            case Fact.EntrySetAside told -> markTold(told);
            case Fact.OfTill _, Fact.OfShift _, Fact.OfBill _, Fact.OfMember _, Fact.PointsTransferred _ -> {
                // these are in the shift, the members, the accounts, the bill and the state alone
            }
        }
    }

    private void projectShift(Recorded recorded, TillState state) {
        if (recorded.fact() instanceof Fact.ShiftOpened opened) {
            shift.ifPresent(this::put);
            var report = ShiftReport.of(opened);
            session.insert(row(report)); // there is none of its number
            shift = Optional.of(report);
            return;
        }
        var no = recorded.fact() instanceof Fact.ShiftClosed closed ? closed.shift() : state.openShift();
        if (no != 0) {
            shift = shift(no).flatMap(report -> report.after(recorded)).or(() -> shift);
        }
    }

    private Optional<ShiftReport> shift(int no) {
        return shift.filter(report -> report.shift() == no)
                .or(() -> atHand.shift(no))
                .or(() -> Optional.ofNullable(session.get(StoreRows.ShiftRow.class, no))
                        .map(row -> mapper().readValue(row.body, ShiftReport.class)));
    }

    private void put(ShiftReport report) {
        session.upsert(row(report));
    }

    private static StoreRows.ShiftRow row(ShiftReport report) {
        var row = new StoreRows.ShiftRow();
        row.no = report.shift();
        row.body = mapper().writeValueAsString(report);
        return row;
    }

    private void projectBill(Recorded recorded, Fact.OfBill fact) {
        if (fact instanceof Fact.EndsBill) {
            session.createMutationQuery("delete BillFact where bill = :bill")
                    .setParameter("bill", fact.bill())
                    .executeUpdate();
            return;
        }
        var row = new StoreRows.BillFactRow();
        row.entry = recorded.number();
        row.bill = fact.bill();
        row.at = recorded.entry().at();
        row.kind = fact.kind();
        row.body = mapper().writeValueAsString(fact);
        session.insert(row);
    }

    private void insertSale(Recorded recorded, Fact.SaleCompleted completed) {
        var sale = completed.sale();
        var row = new StoreRows.SaleRow();
        row.receipt = sale.receipt().value();
        row.entry = recorded.number();
        row.at = recorded.entry().at();
        row.member = sale.buyer().map(buyer -> buyer.no().value()).orElse(null);
        row.payable = sale.sums().payable().fen();
        sold = true;
        row.body = mapper().writeValueAsString(sale);
        session.insert(row);
    }

    private void insertRefund(Recorded recorded, Fact.SaleRefunded refunded) {
        var row = new StoreRows.RefundRow();
        row.receipt = refunded.refund().receipt().value();
        row.entry = recorded.number();
        row.at = recorded.entry().at();
        row.sale = refunded.refund().of().value();
        row.body = mapper().writeValueAsString(refunded.refund());
        session.insert(row);
    }

    private void insertSlip(Recorded recorded, Fact.OfReceipt slip) {
        var row = new StoreRows.SlipRow();
        row.receipt = slip.receipt().value();
        row.entry = recorded.number();
        row.at = recorded.entry().at();
        row.member = slip instanceof Fact.OfMember ofMember ? ofMember.member().value() : null;
        row.kind = slip.kind();
        row.body = mapper().writeValueAsString(slip);
        session.insert(row);
    }

    static Fact.OfReceipt slip(StoreRows.SlipRow row) {
        return (Fact.OfReceipt)
                FactJson.read(row.kind, mapper().readTree(row.body).asObject());
    }

    /// What companies owe, how many gifts are gone, how many came to events.
    private void projectAccounts(Fact fact) {
        fact.postings().stream()
                .flatMap(posting -> Stream.of(posting.from(), posting.to()))
                .filter(Account::isOfHouse)
                .distinct()
                .forEach(account -> {
                    var row = new StoreRows.AccountRow();
                    row.name = account.name();
                    row.body = mapper().writeValueAsString(account(account)
                            .after(account, fact.postings())
                            .all());
                    session.upsert(row);
                });
    }

    /// What an account of the house holds; nothing where it is not known.
    Balances account(Account account) {
        var row = session.get(StoreRows.AccountRow.class, account.name());
        return row == null ? Balances.NONE : balances(row);
    }

    static Balances balances(StoreRows.AccountRow row) {
        return Balances.of(mapper().readValue(row.body, HOLDINGS));
    }

    private void insertFapiao(Fapiao fapiao) {
        var row = new StoreRows.FapiaoRow();
        row.receipt = fapiao.receipt().value();
        row.body = mapper().writeValueAsString(fapiao);
        session.upsert(row); // a wrong tax number can be put right
    }

    /// What each company holds that has ever been charged.
    Map<String, Balances> companyAccounts() {
        var accounts = new TreeMap<String, Balances>();
        session.createSelectionQuery("from Account where name like :names", StoreRows.AccountRow.class)
                .setParameter("names", Account.company("%").name())
                .getResultList()
                .forEach(row -> accounts.put(
                        new Account(row.name).company(), Balances.of(mapper().readValue(row.body, HOLDINGS))));
        return accounts;
    }

    private void countPrint(ReceiptNo receipt) {
        for (var table : List.of("Sale", "Refund", "Slip")) {
            session.createMutationQuery("update " + table + " set printed = printed + 1 where receipt = :receipt")
                    .setParameter("receipt", receipt.value())
                    .executeUpdate();
        }
    }

    // Members

    private void projectMembers(Recorded recorded) {
        for (var no : recorded.fact().members()) {
            recorded.after(member(no)).ifPresent(this::put);
            session.insert(entryOf(no, recorded.number()));
        }
    }

    private static StoreRows.MemberEntryRow entryOf(MemberNo no, long entry) {
        var row = new StoreRows.MemberEntryRow();
        row.member = no.value();
        row.entry = entry;
        return row;
    }

    Optional<MemberRecord> member(MemberNo no) {
        return Optional.ofNullable(changed.get(no)).or(() -> atHand.member(no)).or(() -> read(no));
    }

    private Optional<MemberRecord> read(MemberNo no) {
        return Optional.ofNullable(session.get(StoreRows.MemberRow.class, no.value()))
                .map(Shapes::member);
    }

    private void put(MemberRecord member) {
        var before = member(member.no());
        var days = CountedDays.of(member.holdings());
        var were = CountedDays.of(before.map(MemberRecord::holdings).orElse(Balances.NONE));
        session.upsert(Shapes.row(member, days.getFirst()));
        for (var part = 1; part < days.size(); part++) {
            if (!days.get(part).equals(were.get(part))) {
                session.createMutationQuery(
                                "update Member set " + CountedDays.OLDER.get(part - 1) + " = :days where no = :no")
                        .setParameter("days", mapper().writeValueAsString(days.get(part)))
                        .setParameter("no", member.no().value())
                        .executeUpdate();
            }
        }
        changed.put(member.no(), member);
        if (before.filter(known -> known.cards().equals(member.cards())).isPresent()) {
            return;
        }
        if (member.cards().isEmpty()) { // a forgotten member's cards are nobody's
            session.createMutationQuery("delete Card where member = :member")
                    .setParameter("member", member.no().value())
                    .executeUpdate();
        }
        for (var card : member.cards()) {
            var cardRow = new StoreRows.CardRow();
            cardRow.number = card.number().value();
            cardRow.member = member.no().value();
            cardRow.blocked = card.blocked();
            session.upsert(cardRow);
        }
    }

    // Feed

    /// Applies a feed value. A member's value is followed by this till's own later entries, read by number.
    void receive(FeedItem item, LongFunction<Fact> own) {
        switch (item) {
            case FeedItem.CatalogueSent small -> new CatalogueParts(session).receive(small);
            case FeedItem.CataloguePartSent part -> new CatalogueParts(session).receive(part);
            case FeedItem.OperatorsSent(List<Operator> operators) -> replaceOperators(operators);
            case FeedItem.CompaniesSent(List<Company> companies) -> replaceCompanies(companies);
            case FeedItem.MemberSent(MemberRecord member) -> receive(member, own);
        }
    }

    private void receive(MemberRecord told, LongFunction<Fact> own) {
        if (told.held() > progress(HELD)) {
            setProgress(HELD, told.held());
        }
        if (member(told.no()).filter(known -> known.held() > told.held()).isPresent()) {
            return; // an older value, read again
        }
        session.createMutationQuery("delete MemberEntry where member = :member and entry <= :held")
                .setParameter("member", told.no().value())
                .setParameter("held", told.held())
                .executeUpdate();
        var later = session.createSelectionQuery(
                        "select entry from MemberEntry where member = :member order by entry", Long.class)
                .setParameter("member", told.no().value())
                .getResultList();
        var member = told;
        for (var entry : later) {
            member = member.after(own.apply(entry));
        }
        put(member);
    }

    private void replaceOperators(List<Operator> operators) {
        session.createMutationQuery("delete Operator").executeUpdate();
        for (var operator : operators) {
            session.insert(Shapes.row(operator));
        }
    }

    private void replaceCompanies(List<Company> companies) {
        session.createMutationQuery("delete Company").executeUpdate();
        for (var company : companies) {
            session.insert(Shapes.row(company));
        }
    }

    // Progress

    long progress(String source) {
        var row = session.get(StoreRows.ProgressRow.class, source);
        return row == null ? 0 : row.number;
    }

    private StoreRows.ProgressRow journalled() {
        var known = atHand.progress().or(() -> Optional.ofNullable(session.get(StoreRows.ProgressRow.class, JOURNAL)));
        var row = new StoreRows.ProgressRow();
        row.source = JOURNAL;
        known.ifPresent(was -> {
            row.number = was.number;
            row.certain = was.certain;
            row.hash = was.hash;
        });
        return row;
    }

    private static void advance(StoreRows.ProgressRow progress, Recorded recorded, long forced) {
        progress.number = recorded.number();
        if (recorded.number() <= forced) {
            progress.certain = recorded.number();
            progress.hash = recorded.entry().hash();
        }
    }

    /// The last entry that is known to have been on the disk for certain.
    Known certain() {
        var row = journalled();
        return new Known(row.certain, row.hash);
    }

    /// @param number 0 for none
    record Known(long number, String hash) {}

    void setProgress(String source, long number) {
        var row = new StoreRows.ProgressRow();
        row.source = source;
        row.number = number;
        session.upsert(row);
    }

    TillState state() {
        var row = session.get(StoreRows.StateRow.class, 1);
        return row == null ? TillState.NEW : mapper().readValue(row.body, TillState.class);
    }

    static Fact.OfBill billFact(StoreRows.BillFactRow row) {
        return (Fact.OfBill) FactJson.read(row.kind, mapper().readTree(row.body).asObject());
    }
}

package io.huitai.store;

import static io.huitai.journal.fact.FactJson.mapper;

import io.huitai.journal.Journal;
import io.huitai.journal.Recorded;
import io.huitai.journal.fact.Fact;
import io.huitai.journal.fact.MemberRecord;
import io.huitai.journal.fact.Refund;
import io.huitai.journal.fact.Sale;
import io.huitai.journal.feed.Feed;
import io.huitai.journal.feed.FeedItem;
import io.huitai.journal.secret.SealingKey;
import io.huitai.ledger.Account;
import io.huitai.ledger.Balances;
import io.huitai.money.Money;
import io.huitai.shop.CardNumber;
import io.huitai.shop.Fapiao;
import io.huitai.shop.MemberNo;
import io.huitai.shop.Operator;
import io.huitai.shop.Product;
import io.huitai.shop.ReceiptNo;
import io.huitai.shop.Writing;
import io.huitai.shop.person.Company;
import io.huitai.shop.person.IdentityDocument;
import io.huitai.shop.person.PhoneNumber;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.HibernateException;
import org.hibernate.StatelessSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/// The view of journal and feed in H2: written by the till's writer thread only, read by any thread.
///
/// At opening it projects what it has not seen. Where its file is missing, damaged, or ahead of a journal that was
/// put back, it is deleted and rebuilt from journal and feed.
public final class Store implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Store.class);

    private final AtHand atHand = new AtHand();
    private final Following following;
    private final Path directory;
    private final SealingKey key;
    private final InUse mark;
    private Optional<StoreDatabase> opened = Optional.empty();
    private boolean behind;
    private boolean rebuilding;

    private Store(Path directory, Journal journal, Map<String, Feed> feeds) {
        this.directory = directory;
        this.key = journal.keychain().sealing("store");
        this.following = new Following(journal, feeds, atHand);
        this.mark = InUse.of(directory);
    }

    /// Opens the store of a directory and brings it up to journal and feed.
    ///
    /// @param feeds by source, in the order that what they say stands: the last one's last
    /// @throws StoreFailed when it can neither be opened nor rebuilt
    public static Store open(Path directory, Journal journal, Map<String, Feed> feeds) {
        var store = new Store(directory, journal, feeds);
        try {
            if (!store.mark.isBelieved()) {
                LOG.warn("The machine stopped before the store was closed: it is rebuilt from the journal");
                store.rebuild();
                return store;
            }
            store.mark.put();
            store.follow(StoreDatabase.open(directory, store.key));
        } catch (StoreFailed | HibernateException | JacksonException broken) {
            LOG.warn("The store cannot be read and is rebuilt from the journal", broken);
            store.rebuild();
        }
        return store;
    }

    /// Projects entries that the journal has just taken. What fails here has happened all the same: the store is then
    /// behind, and rebuilt before it is written or read again.
    public void project(List<Recorded> entries) {
        if (behind) {
            return; // rebuilt from the journal before it is read again
        }
        try {
            following.project(database(), entries);
        } catch (RuntimeException failed) { // it has happened all the same
            behind(failed);
        }
    }

    /// Applies feed values that are on the disk already.
    ///
    /// @param source whose feed it is
    /// @param applied how many values of that feed the store holds with these
    public void receive(String source, List<FeedItem> items, long applied) {
        upToDate();
        try {
            following.receive(database(), source, items, applied);
        } catch (RuntimeException failed) { // it is on the disk all the same
            behind(failed);
        }
    }

    private void behind(Exception failed) {
        LOG.error("The store is behind journal and feed and will be rebuilt", failed);
        behind = true;
    }

    private void rebuild() {
        rebuilding = true;
        following.rebuilding(true);
        try {
            buildAnew();
        } finally {
            rebuilding = false;
            following.rebuilding(false);
        }
    }

    private void buildAnew() {
        opened.ifPresent(StoreDatabase::close);
        atHand.clear();
        try (var files = Files.newDirectoryStream(directory, "store.*")) {
            for (var file : files) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new StoreFailed("The store's file cannot be deleted to be rebuilt", e);
        }
        mark.put(); // only now: until the doubtful file is gone, the old mark must tell of it
        follow(StoreDatabase.open(directory, key));
    }

    private void follow(StoreDatabase fresh) {
        opened = Optional.of(fresh);
        following.catchUp(fresh);
    }

    // Queries

    /// The till as a whole, as entries have made it.
    public TillState state() {
        upToDate();
        return following.state();
    }

    /// What could not be held and stands in nothing else that is asked here.
    public List<SetAside> setAside() {
        return read(session -> new Projection(session).setAside());
    }

    /// Whether something was set aside that the journal does not say yet; asked once, it is false until there is more.
    public boolean hasNewlySetAside() {
        return following.hasNewlySetAside();
    }

    /// The catalogue in its own order.
    public List<Product> products() {
        return read(session -> new CatalogueParts(session).products());
    }

    /// The products of one part of it, the first being 1; empty behind the last one.
    public Optional<List<Product>> products(int part) {
        return read(session -> new CatalogueParts(session).products(part));
    }

    public List<Operator> operators() {
        return read(session ->
                session.createSelectionQuery("from Operator order by id", StoreRows.OperatorRow.class).stream()
                        .map(Shapes::operator)
                        .toList());
    }

    public Optional<MemberRecord> member(MemberNo no) {
        upToDate();
        return atHand.member(no).or(() -> {
            var changes = atHand.changes();
            var member = read(session -> new Projection(session).member(no));
            member.ifPresent(found -> atHand.read(found, changes));
            return member;
        });
    }

    /// Members with a phone number, however it is written here and there.
    public List<MemberRecord> membersByPhone(String phone) {
        return members(Map.of(Lookup.PHONE, PhoneNumber.key(phone)));
    }

    /// Members with a name, however it is written here and there.
    public List<MemberRecord> membersByName(String name) {
        return members(Map.of(Lookup.NAME, Writing.key(name)));
    }

    public List<MemberRecord> membersByNameAndPhone(String name, String phone) {
        return members(Map.of(Lookup.NAME, Writing.key(name), Lookup.PHONE, PhoneNumber.key(phone)));
    }

    /// Members enrolled with an identity document.
    public List<MemberRecord> membersByDocument(IdentityDocument document) {
        return members(Map.of(Lookup.DOCUMENT, document.key()));
    }

    /// Of very long texts a column holds the beginning only.
    private List<MemberRecord> members(Map<Lookup, String> keys) {
        var where = keys.keySet().stream()
                .map(lookup -> lookup.field() + " = :" + lookup.field())
                .collect(Collectors.joining(" and "));
        return read(session -> {
            var query = session.createSelectionQuery(
                    "from Member where " + where + " order by no", StoreRows.MemberRow.class);
            keys.forEach((lookup, key) -> query.setParameter(lookup.field(), lookup.cut(key)));
            return query.setMaxResults(50).stream()
                    .map(Shapes::member)
                    .filter(member -> keys.entrySet().stream()
                            .allMatch(wanted ->
                                    wanted.getKey().key(member.profile()).equals(wanted.getValue())))
                    .toList();
        });
    }

    /// Whose card it is, and whether it is blocked.
    public Optional<CardHolder> card(CardNumber number) {
        return read(session -> Optional.ofNullable(session.get(StoreRows.CardRow.class, number.value()))
                .map(row -> new CardHolder(new MemberNo(row.member), row.blocked)));
    }

    /// Cards whose number is like this, `_` for any character; ten at most.
    public List<CardOf> cardsLike(String like) {
        return read(session -> session
                .createSelectionQuery("from Card where number like :value order by number", StoreRows.CardRow.class)
                .setParameter("value", like)
                .setMaxResults(10)
                .stream()
                .map(row ->
                        new CardOf(new CardNumber(row.number), new CardHolder(new MemberNo(row.member), row.blocked)))
                .toList());
    }

    /// A card and whose it is.
    public record CardOf(CardNumber number, CardHolder holder) {}

    /// A card's member.
    public record CardHolder(MemberNo member, boolean blocked) {}

    public Optional<StoredSale> sale(ReceiptNo receipt) {
        return read(session -> Optional.ofNullable(session.get(StoreRows.SaleRow.class, receipt.value()))
                .map(row -> new StoredSale(
                        row.entry,
                        row.at,
                        mapper().readValue(row.body, Sale.class),
                        row.printed,
                        refunds(session, receipt))));
    }

    /// The latest sales to members, newest first.
    public List<Sale> latestSalesToMembers(int most) {
        return read(session -> session
                .createSelectionQuery("from Sale where member is not null order by entry desc", StoreRows.SaleRow.class)
                .setMaxResults(most)
                .stream()
                .map(row -> mapper().readValue(row.body, Sale.class))
                .toList());
    }

    private static List<Refund> refunds(StatelessSession session, ReceiptNo sale) {
        return session
                .createSelectionQuery("from Refund where sale = :sale order by entry", StoreRows.RefundRow.class)
                .setParameter("sale", sale.value())
                .stream()
                .map(row -> mapper().readValue(row.body, Refund.class))
                .toList();
    }

    public Optional<StoredRefund> refund(ReceiptNo receipt) {
        return read(session -> Optional.ofNullable(session.get(StoreRows.RefundRow.class, receipt.value()))
                .map(row ->
                        new StoredRefund(row.entry, row.at, mapper().readValue(row.body, Refund.class), row.printed)));
    }

    /// A receipt of something else than a sale or a refund.
    public Optional<StoredSlip> slip(ReceiptNo receipt) {
        return read(session -> Optional.ofNullable(session.get(StoreRows.SlipRow.class, receipt.value()))
                .map(row -> new StoredSlip(row.entry, row.at, Projection.slip(row), row.printed)));
    }

    /// A member's receipts of a kind of fact, oldest first.
    public <F extends Fact.OfReceipt> List<F> slips(MemberNo member, Class<F> kind) {
        return read(session -> session
                .createSelectionQuery(
                        "from Slip where member = :member and kind = :kind order by entry", StoreRows.SlipRow.class)
                .setParameter("member", member.value())
                .setParameter("kind", kind.getSimpleName())
                .stream()
                .map(row -> kind.cast(Projection.slip(row)))
                .toList());
    }

    /// What a company, a gift or an event holds.
    public Balances account(Account account) {
        return read(session -> new Projection(session).account(account));
    }

    /// The companies that head office has told of, by name.
    public List<Company> companies() {
        return read(session ->
                session.createSelectionQuery("from Company order by name", StoreRows.CompanyRow.class).stream()
                        .map(Shapes::company)
                        .toList());
    }

    /// What each company holds that has ever been charged, by its name.
    public Map<String, Balances> companyAccounts() {
        return read(session -> new Projection(session).companyAccounts());
    }

    /// How many came to each club event, by day.
    public List<Balances> events() {
        return read(session -> session
                .createSelectionQuery("from Account where name like :events order by name", StoreRows.AccountRow.class)
                .setParameter("events", Account.event("").name() + "%")
                .stream()
                .map(Projection::balances)
                .toList());
    }

    /// Some members in the order of their numbers.
    ///
    /// @param after the last number read before; empty for the first
    public List<MemberRecord> members(String after, int most) {
        return read(session -> session
                .createSelectionQuery("from Member where no > :after order by no", StoreRows.MemberRow.class)
                .setParameter("after", after)
                .setMaxResults(most)
                .stream()
                .map(Shapes::member)
                .toList());
    }

    /// The latest receipts, newest first: of one member, or of all.
    public List<ReceiptLine> receipts(Optional<MemberNo> member, int most) {
        upToDate();
        return member.flatMap(no -> atHand.receipts(no, most)).orElseGet(() -> {
            var changes = atHand.changes();
            var lines = latest(member, most);
            member.ifPresent(no -> atHand.read(no, most, lines, changes));
            return lines;
        });
    }

    private List<ReceiptLine> latest(Optional<MemberNo> member, int most) {
        return read(session -> {
            var where = member.isPresent() ? "where member = :member " : "";
            var query = session.createSelectionQuery(
                    "select receipt, at, payable from Sale " + where + "order by entry desc", Object[].class);
            member.ifPresent(no -> query.setParameter("member", no.value()));
            return query.setMaxResults(most).stream()
                    .map(row -> new ReceiptLine(
                            new ReceiptNo((String) row[0]), (OffsetDateTime) row[1], Money.ofFen((Long) row[2])))
                    .toList();
        });
    }

    public Optional<ShiftReport> shift(int no) {
        return read(session -> Optional.ofNullable(session.get(StoreRows.ShiftRow.class, no))
                .map(row -> mapper().readValue(row.body, ShiftReport.class)));
    }

    /// The tax invoice that was asked for by a receipt.
    public Optional<Fapiao> fapiao(ReceiptNo receipt) {
        return read(session -> Optional.ofNullable(session.get(StoreRows.FapiaoRow.class, receipt.value()))
                .map(row -> mapper().readValue(row.body, Fapiao.class)));
    }

    /// The latest of them, newest first.
    public List<Fapiao> latestFapiaos(int most) {
        return read(session -> session
                .createSelectionQuery("from Fapiao order by receipt desc", StoreRows.FapiaoRow.class)
                .setMaxResults(most)
                .stream()
                .map(row -> mapper().readValue(row.body, Fapiao.class))
                .toList());
    }

    /// The facts of all bills that are open or held, oldest first.
    public List<OpenBillFact> openBills() {
        return read(session ->
                session.createSelectionQuery("from BillFact order by entry", StoreRows.BillFactRow.class).stream()
                        .map(row -> new OpenBillFact(row.entry, row.at, Projection.billFact(row)))
                        .toList());
    }

    private void upToDate() {
        if (behind) {
            behind = false; // rebuilding reads
            var rebuilt = false;
            try {
                rebuild();
                rebuilt = true;
            } finally {
                behind = !rebuilt;
            }
        }
    }

    /// What was damaged while the store was closed is found only when it is read.
    private <T> T read(Function<StatelessSession, T> question) {
        upToDate();
        try {
            return database().read(question);
        } catch (HibernateException | JacksonException unreadable) {
            if (rebuilding) {
                throw unreadable;
            }
            LOG.warn(
                    "The store cannot be read ({}) and is rebuilt from the journal",
                    unreadable.getClass().getSimpleName());
            behind = true;
            upToDate();
            return database().read(question);
        }
    }

    private StoreDatabase database() {
        return opened.orElseThrow(() -> new StoreFailed("The store is not open", null));
    }

    @Override
    public void close() {
        opened.ifPresent(following.hasForgotten() ? StoreDatabase::closeClean : StoreDatabase::close);
        mark.remove();
    }
}

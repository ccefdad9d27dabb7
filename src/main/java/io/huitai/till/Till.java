package io.huitai.till;

import io.huitai.journal.Entry;
import io.huitai.journal.Journal;
import io.huitai.journal.fact.Fact;
import io.huitai.journal.feed.Feed;
import io.huitai.journal.feed.FeedItem;
import io.huitai.journal.feed.FeedJson;
import io.huitai.journal.log.Damage;
import io.huitai.journal.log.Disk;
import io.huitai.journal.log.DiskFailed;
import io.huitai.journal.log.JournalBroken;
import io.huitai.journal.log.SystemDisk;
import io.huitai.programme.file.BadProgramme;
import io.huitai.programme.file.CalendarFile;
import io.huitai.programme.scheme.Programme;
import io.huitai.shop.Outlet;
import io.huitai.shop.OutletKind;
import io.huitai.shop.Product;
import io.huitai.shop.StoreId;
import io.huitai.shop.TillId;
import io.huitai.shop.WorkingDays;
import io.huitai.store.Store;
import io.huitai.sync.Acknowledged;
import io.huitai.till.bill.Catalogue;
import io.huitai.till.book.Book;
import io.huitai.till.book.Kernel;
import io.huitai.till.book.Scheme;
import io.huitai.till.book.TillClock;
import io.huitai.till.paper.OwedReceipts;
import io.huitai.till.paper.PrinterState;
import io.huitai.till.paper.Printing;
import io.huitai.till.paper.ReceiptPages;
import io.huitai.till.paper.Receipts;
import io.huitai.till.paper.ShopLogo;
import io.huitai.till.refund.FapiaoFiles;
import io.huitai.till.refusal.ErrorCode;
import io.huitai.till.refusal.Refusal;
import io.huitai.till.settings.CodeKeys;
import io.huitai.till.settings.Opening;
import io.huitai.till.settings.ReaderNames;
import io.huitai.till.settings.StoreFiles;
import io.huitai.till.settings.TillSettings;
import io.huitai.till.training.TrainingStore;
import java.nio.file.Path;
import java.security.PublicKey;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One till on one store directory. Whatever a front wants goes through {@link #perform}, one thing after the other on
/// one thread; nothing else touches journal and store.
public final class Till implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Till.class);

    private final Path directory;
    private final TillSettings settings;
    private final Scheme scheme;
    private final Catalogue catalogue;
    private final AtomicBoolean catalogueBehind = new AtomicBoolean();
    private final Journal journal;
    private final Map<String, Feed> feeds;
    private final Store store;
    private final Desk desk;
    private final ExecutorService writer;
    private Optional<Printing> printing = Optional.empty();
    private final List<Runnable> forcedListeners = new CopyOnWriteArrayList<>();

    private Till(
            Path directory,
            TillSettings settings,
            Scheme scheme,
            Catalogue catalogue,
            Journal journal,
            Map<String, Feed> feeds,
            Store store,
            Desk desk) {
        this.directory = directory;
        this.settings = settings;
        this.scheme = scheme;
        this.catalogue = catalogue;
        this.journal = journal;
        this.feeds = feeds;
        this.store = store;
        this.desk = desk;
        this.writer = Executors.newSingleThreadExecutor(
                work -> Thread.ofPlatform().name("till-writer").unstarted(work));
    }

    /// Opens a store directory; one that does not exist becomes a training store.
    ///
    /// @param wall the computer's clock
    /// @param steadyNanos counts from anywhere and cannot be set: what the wall clock is checked against
    /// @throws Refusal `UNKNOWN_PROGRAMME`, `BAD_FILE`
    /// @throws io.huitai.journal.TillTaken when another process has it open
    public static Till open(Opening opening, InstantSource wall, LongSupplier steadyNanos) {
        return open(opening, wall, steadyNanos, new SystemDisk());
    }

    /// The same where nothing steady counts: a clock that moves by more than a day between two entries has jumped.
    public static Till open(Opening opening, InstantSource wall) {
        return open(opening, wall, () -> 0);
    }

    /// The same with its journal and feeds on another disk, as trials of power loss want it.
    public static Till open(Opening opening, InstantSource wall, LongSupplier steadyNanos, Disk disk) {
        var fresh = !TillSettings.exist(opening.directory());
        if (fresh) {
            TrainingStore.mustBeNew(opening.directory());
        }
        var settings = fresh ? TrainingStore.create(opening) : TillSettings.read(opening.directory());
        if (opening.fixedTime().isPresent() && !settings.training()) {
            throw Refusal.of(ErrorCode.NOT_ALLOWED, "--now");
        }
        ReaderNames.check(settings);
        var outlet = new Outlet(new StoreId(settings.store()), outletKind(settings), calendar(opening.directory()));
        var zone = ZoneId.of(settings.zone());
        var clock = new TillClock(wall, steadyNanos, opening.fixedTime());
        var journal = Journal.open(
                opening.directory(), new StoreId(settings.store()), new TillId(settings.till()), clock, zone, disk);
        checkOpened(settings, journal);
        journal.last().map(Entry::at).ifPresent(at -> clock.lastEntry(at.toInstant()));
        var scheme =
                new Scheme(opening.directory(), settings.programme(), () -> LocalDate.ofInstant(clock.instant(), zone));
        var training = feed(journal, Feed.TRAINING, disk);
        var feeds = new LinkedHashMap<String, Feed>(); // head office has the last word on the catalogue
        feeds.put(Feed.TRAINING, training);
        feeds.put(Feed.HEAD_OFFICE, feed(journal, Feed.HEAD_OFFICE, disk));
        if (journal.isTakenOver()) {
            journal.sealed();
        }
        if (settings.training() && training.records() == 0) {
            TrainingStore.fill(training, scheme.now());
        }
        var store = Store.open(opening.directory(), journal, feeds);
        StoreFiles.closeAll(opening.directory());
        var book = new Book(journal, store, clock, zone, settings.house());
        journal.mustHold(Acknowledged.open(opening.directory(), disk).number(), "", Damage.Witness.HEAD_OFFICE);
        if (OwedReceipts.highest(opening.directory(), journal.identity())
                > store.state().receipts()) {
            journal.mustHold(journal.entries() + 1, "", Damage.Witness.PRINTER);
        }
        if (journal.entries() == 0 && journal.memberKeys().exist()) {
            journal.mustHold(1, "", Damage.Witness.KEYS);
        }
        if (journal.entries() == 0 && !journal.isBroken()) {
            book.forced(new Fact.TillOpened(outlet.kind(), settings.training(), settings.programme(), settings.zone()));
        }
        if (clock.isFixed() && book.lastTrusted().isPresent() && !journal.isBroken()) {
            book.forced(new Fact.ClockSet(book.now().toOffsetDateTime())); // who sets the clock ends the doubt
        }
        book.tellSetAside();
        var catalogue = new Catalogue(store.products());
        var pages = new ReceiptPages(settings, scheme, ShopLogo.of(opening.directory()), opening.lang());
        var own = opening.headOffice()
                ? Optional.<PublicKey>empty()
                : Optional.of(journal.key().publicKey());
        var keys = new CodeKeys(opening.directory(), disk, own);
        var desk = new Desk(
                Kernel.of(book, scheme, clock, settings, outlet),
                catalogue,
                !opening.headOffice(),
                keys,
                new FapiaoFiles(opening.directory(), settings),
                pages);
        var till = new Till(opening.directory(), settings, scheme, catalogue, journal, feeds, store, desk);
        till.printing = Printing.open(opening.directory(), settings, till::readReceipts);
        till.printing.ifPresent(printer -> {
            book.whenRecorded(recorded -> printer.queue(recorded.fact()));
            desk.receipts().printOn(printer);
        });
        return till;
    }

    /// What a store was opened as stands in its journal, and no edit of its settings makes it something else.
    private static void checkOpened(TillSettings settings, Journal journal) {
        if (journal.entries() == 0 || journal.isBroken()) {
            return;
        }
        try (var facts = journal.facts(1)) {
            if (facts.findFirst().orElseThrow().fact() instanceof Fact.TillOpened opened) {
                if (opened.training() != settings.training()) {
                    throw refused(journal, "training", opened.training(), settings.training());
                }
                if (!opened.programme().equals(settings.programme())) {
                    throw refused(journal, "programme", opened.programme(), settings.programme());
                }
            }
        }
    }

    private static Refusal refused(Journal journal, String setting, Object opened, Object found) {
        journal.close();
        return Refusal.worded(ErrorCode.BAD_FILE, "NOT_AS_OPENED", TillSettings.FILE, setting, opened, found);
    }

    /// How the printer stands.
    public PrinterState printer() {
        return printing.map(Printing::state).orElse(PrinterState.SCREEN);
    }

    /// A feed can be had again from its source: a damaged one starts anew.
    private static Feed feed(Journal journal, String source, Disk disk) {
        var feed = journal.isTakenOver()
                ? Feed.takeOver(journal.keychain(), source, disk)
                : Feed.open(journal.keychain(), source, disk);
        if (feed.isBroken()) {
            LOG.warn("The feed of {} is damaged and is fetched again", source);
            feed.clear();
        }
        return feed;
    }

    private static OutletKind outletKind(TillSettings settings) {
        return OutletKind.of(settings.kind())
                .orElseThrow(() -> Refusal.of(ErrorCode.BAD_FILE, TillSettings.FILE + ": kind"));
    }

    /// A part of a calendar would price some bills wrongly: all of it is read, or the till does not start.
    private static WorkingDays calendar(Path directory) {
        try {
            return CalendarFile.of(directory);
        } catch (BadProgramme wrong) {
            throw Refusal.of(ErrorCode.BAD_FILE, wrong.message());
        }
    }

    // What fronts use

    /// Does one thing on the writer thread. What it refuses comes out as a {@link Refusal} in the future's cause.
    public <T> CompletableFuture<T> perform(Function<Desk, T> work) {
        return CompletableFuture.supplyAsync(() -> refusing(work), writer);
    }

    /// What a broken disk or journal stops is refused like anything else: nothing has changed.
    private <T> T refusing(Function<Desk, T> work) {
        var forced = journal.forced();
        scheme.refresh();
        try {
            var done = work.apply(desk);
            if (store.hasNewlySetAside()) {
                desk.tellSetAside();
            }
            if (journal.forced() > forced) {
                forcedListeners.forEach(Runnable::run);
            }
            return done;
        } catch (DiskFailed failed) {
            LOG.error("The journal cannot be written", failed);
            throw Refusal.of(ErrorCode.DISK_FAILED);
        } catch (JournalBroken broken) {
            LOG.error("The journal is damaged", broken);
            throw broken.damage()
                    .lost()
                    .map(lost -> Refusal.worded(
                            ErrorCode.JOURNAL_BROKEN,
                            lost.by().name(),
                            Long.toString(broken.damage().number()),
                            Long.toString(lost.upTo())))
                    .orElseGet(() -> Refusal.of(ErrorCode.JOURNAL_BROKEN));
        }
    }

    private <T> T readReceipts(Function<Receipts, T> work) {
        return perform(desk -> work.apply(desk.receipts())).join();
    }

    /// The store directory, for those who read beside the till.
    public Path directory() {
        return directory;
    }

    public TillSettings settings() {
        return settings;
    }

    /// The version of the programme that holds now; any thread.
    public Programme programme() {
        return scheme.now();
    }

    /// The products, for search and tiles; any thread.
    public Catalogue catalogue() {
        return catalogue;
    }

    /// Calls back, on the writer thread, when entries have become certain on the disk. What it calls must not wait.
    public void whenForced(Runnable listener) {
        forcedListeners.add(listener);
    }

    /// Makes all entries so far certain on the disk, as before they are sent.
    public void force() {
        perform(_ -> {
                    journal.force();
                    return journal.forced();
                })
                .join();
    }

    /// The journal, for whoever uploads it.
    public Journal journal() {
        return journal;
    }

    /// Takes over feed values: onto the disk with the cursor, then into the store, on the writer thread. Another
    /// catalogue is made ready on the caller's thread, for that takes long.
    public void receive(String source, List<FeedItem> items, String cursor) {
        var lines = items.stream().map(FeedJson::bytes).toList();
        perform(_ -> {
                    var feed = feeds.get(source);
                    if (feed == null) {
                        throw new IllegalArgumentException("No feed is called " + source);
                    }
                    feed.append(lines, cursor);
                    store.receive(source, items, feed.records());
                    return cursor;
                })
                .join();
        if (items.stream().anyMatch(FeedItem::bringsCatalogue)) {
            catalogueBehind.set(true); // until it has been read, whatever fails in between
        }
        if (catalogueBehind.get()) {
            var fresh = new Catalogue(received());
            perform(_ -> {
                        catalogue.replace(fresh);
                        return catalogueBehind.compareAndSet(true, false);
                    })
                    .join();
        }
    }

    /// The catalogue part by part, so that nobody waits for it.
    private List<Product> received() {
        var products = new ArrayList<Product>();
        for (var part = 1; ; part++) {
            var number = part;
            var more = perform(_ -> store.products(number)).join();
            if (more.isEmpty()) {
                return products;
            }
            products.addAll(more.get());
        }
    }

    /// The cursor of a feed.
    public String cursor(String source) {
        var feed = feeds.get(source);
        return feed == null ? Feed.START : feed.cursor();
    }

    /// Finishes what has been asked for, forces the journal, and closes.
    @Override
    public void close() {
        printing.ifPresent(Printing::close);
        writer.shutdown();
        try {
            if (!writer.awaitTermination(30, TimeUnit.SECONDS)) {
                throw new IllegalStateException("The till's writer did not finish");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        try (journal;
                var _ = store) {
            feeds.values().forEach(Feed::close);
        }
    }
}

package io.huitai.store;

import static java.util.stream.Collectors.toSet;

import io.huitai.journal.Journal;
import io.huitai.journal.Recorded;
import io.huitai.journal.fact.Fact;
import io.huitai.journal.feed.Feed;
import io.huitai.journal.feed.FeedItem;
import io.huitai.journal.feed.FeedJson;
import io.huitai.journal.log.Damage;
import io.huitai.journal.log.DiskFailed;
import io.huitai.shop.MemberNo;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.hibernate.HibernateException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/// How a database follows journal and feeds. One thread at a time.
final class Following {
    private static final Logger LOG = LoggerFactory.getLogger(Following.class);
    private static final int BATCH = 500;
    private static final int BATCH_BYTES = 1 << 20;

    private final Journal journal;
    private final Map<String, Feed> feeds;
    private final AtHand atHand;
    private volatile TillState state = TillState.NEW;
    private boolean forgot;
    /// The last entry that the database holds, or has set aside.
    private long projected;
    private boolean rebuilding;
    private boolean setAside;

    /// @param feeds by source, in the order that what they say stands: the last one's last
    Following(Journal journal, Map<String, Feed> feeds, AtHand atHand) {
        this.journal = journal;
        this.feeds = new LinkedHashMap<>(feeds);
        this.atHand = atHand;
    }

    /// The till as a whole, as the entries that the database holds have made it.
    TillState state() {
        return state;
    }

    /// Whether members were forgotten, so that their rows' remains must leave the database's file.
    boolean hasForgotten() {
        return forgot;
    }

    /// Whether the database is being built from nothing, where a fact that does not fit has no one else to blame.
    void rebuilding(boolean now) {
        rebuilding = now;
    }

    /// Projects entries that the journal has taken. Where the database lacks some before them, it is given those first.
    void project(StoreDatabase database, List<Recorded> entries) {
        if (entries.getFirst().number() > projected + 1) {
            replay(database, projected + 1);
        } else {
            projectNext(database, entries);
        }
    }

    private <T> T change(StoreDatabase database, Function<Projection, T> work) {
        record Done<T>(Projection projection, T answer) {}
        var done = database.inTransaction(session -> {
            var projection = new Projection(session, atHand);
            return new Done<>(projection, work.apply(projection));
        });
        done.projection().committed();
        return done.answer();
    }

    /// One by one where one of them does not fit: the others are not to suffer for it.
    private void projectNext(StoreDatabase database, List<Recorded> entries) {
        forget(entries.stream().flatMap(entry -> entry.forgotten().stream()).collect(toSet()));
        try {
            state = change(database, projection -> projection.project(state, entries, journal.forced()));
            projected = entries.getLast().number();
        } catch (RuntimeException failed) {
            if (!isTheFacts(failed)) {
                throw failed;
            }
            if (entries.size() > 1) {
                entries.forEach(entry -> projectNext(database, List.of(entry)));
            } else {
                var entry = entries.getFirst();
                told(Projection.JOURNAL, entry.number(), entry.fact().kind(), failed);
                state = change(
                        database, projection -> projection.setAside(state, entry, why(failed), journal.forced()));
                projected = entry.number();
            }
        }
    }

    /// The failure's own words are not logged: a database repeats what it could not take, and that may be a person.
    private void told(String source, long number, String kind, RuntimeException failed) {
        setAside = true;
        LOG.error("{} {} of {} does not fit into the store and is set aside: {}", kind, number, source, why(failed));
    }

    boolean hasNewlySetAside() {
        var newly = setAside;
        setAside = false;
        return newly;
    }

    /// Without what the value itself said: it may be about a person.
    private static String why(RuntimeException failed) {
        var sql = sqlState(failed);
        return failed.getClass().getSimpleName() + (sql.isEmpty() ? "" : " " + sql);
    }

    /// Whether a failure is for what a fact says, and not for a disk that is full or a file that is damaged: data do
    /// not fit (SQLSTATE 22, and 23 where nothing else can be in the way), or our own folding failed.
    private boolean isTheFacts(RuntimeException failed) {
        var sql = sqlState(failed);
        if (!sql.isEmpty()) {
            return sql.startsWith("22") || (rebuilding && sql.startsWith("23"));
        }
        return switch (failed) {
            case StoreFailed _, DiskFailed _, HibernateException _ -> false;
            case JacksonException _ -> rebuilding; // else a row of the database may be what cannot be read
            default -> true;
        };
    }

    private static String sqlState(Throwable failed) {
        for (var cause = Optional.of(failed);
                cause.isPresent();
                cause = Optional.ofNullable(cause.get().getCause())) {
            if (cause.get() instanceof SQLException sql && sql.getSQLState() != null) {
                return sql.getSQLState();
            }
        }
        return "";
    }

    /// Applies feed values that are on the disk already.
    ///
    /// @param applied how many values of that feed the database holds with these
    void receive(StoreDatabase database, String source, List<FeedItem> items, long applied) {
        forget(items.stream().flatMap(item -> item.forgotten().stream()).collect(toSet()));
        apply(database, source, items, applied);
    }

    private void apply(StoreDatabase database, String source, List<FeedItem> items, long applied) {
        try {
            change(database, projection -> {
                items.forEach(item -> projection.receive(item, this::ownFact));
                projection.setProgress(Projection.FEED + source, applied);
                return applied;
            });
        } catch (RuntimeException failed) {
            if (!isTheFacts(failed)) {
                throw failed;
            }
            if (items.size() > 1) {
                for (var i = 0; i < items.size(); i++) {
                    apply(database, source, List.of(items.get(i)), applied - items.size() + i + 1);
                }
            } else {
                var kind = items.getFirst().getClass().getSimpleName();
                told(Projection.FEED + source, applied, kind, failed);
                change(database, projection -> {
                    projection.setAside(Projection.FEED + source, applied, kind, why(failed));
                    projection.setProgress(Projection.FEED + source, applied);
                    return applied;
                });
            }
        }
    }

    /// Leaves nothing on the disk that tells who they were. It comes before the store says that it has seen this, so
    /// that it is done again after a kill; that does no harm.
    private void forget(Set<MemberNo> members) {
        if (!members.isEmpty()) {
            forgot = true;
            members.forEach(journal.memberKeys()::destroy);
            feeds.values().forEach(feed -> feed.forget(members));
        }
    }

    private Fact ownFact(long number) {
        try (var entries = journal.facts(number)) {
            return entries.findFirst()
                    .map(Recorded::fact)
                    .orElseThrow(() -> new StoreFailed("The journal has no entry " + number, null));
        }
    }

    /// Brings a database that may be new up to journal and feeds. One that remembers entries which were certain and are
    /// not in the journal is left as it is: it is the better witness.
    ///
    /// @throws StoreFailed when it holds more than they do
    void catchUp(StoreDatabase database) {
        long journalled = journal.entries();
        var done = database.read(session -> new Projection(session).progress(Projection.JOURNAL));
        projected = done;
        var certain = database.read(session -> new Projection(session).certain());
        journal.mustHold(certain.number(), certain.hash(), Damage.Witness.STORE);
        var lost = journal.damage().flatMap(Damage::lost).isPresent();
        if (done > 0 && journal.isBroken() && (lost || done > journalled)) {
            state = database.read(session -> new Projection(session).state());
            return;
        }
        if (done > journalled) {
            throw new StoreFailed("The store holds " + done + " entries, the journal " + journalled, null);
        }
        state = database.read(session -> new Projection(session).state());
        feeds.forEach((source, feed) -> catchUp(database, source, feed));
        if (done < journalled) {
            replay(database, done + 1);
        }
        journal.mustHold(
                database.read(session -> new Projection(session).progress(Projection.HELD)), "", Damage.Witness.FEED);
    }

    private void catchUp(StoreDatabase database, String source, Feed feed) {
        var done = database.read(session -> new Projection(session).progress(Projection.FEED + source));
        if (done > feed.records()) {
            throw new StoreFailed("The store holds " + done + " values of a feed of " + feed.records(), null);
        }
        if (done == feed.records()) {
            return; // as at almost every start
        }
        forget(feed.forgotten(done));
        try (var records = feed.read().skip(done)) {
            var batch = new ArrayList<FeedItem>(BATCH);
            var applied = done;
            var bytes = 0;
            for (var each = records.iterator(); each.hasNext(); ) {
                var line = each.next();
                batch.add(FeedJson.read(line));
                bytes += line.length;
                applied++;
                if (batch.size() == BATCH || bytes > BATCH_BYTES || !each.hasNext()) {
                    apply(database, source, batch, applied);
                    batch.clear();
                    bytes = 0;
                }
            }
        }
    }

    private void replay(StoreDatabase database, long from) {
        try (var entries = journal.facts(from)) {
            var batch = new ArrayList<Recorded>(BATCH);
            for (var each = entries.iterator(); each.hasNext(); ) {
                batch.add(each.next());
                if (batch.size() == BATCH || !each.hasNext()) {
                    projectNext(database, List.copyOf(batch));
                    batch.clear();
                }
            }
        }
    }
}

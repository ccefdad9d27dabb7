package io.huitai.store;

import static io.huitai.journal.FactJson.mapper;
import static java.util.stream.Collectors.toSet;

import io.huitai.journal.Fact;
import io.huitai.journal.FactJson;
import io.huitai.journal.Feed;
import io.huitai.journal.FeedItem;
import io.huitai.journal.Journal;
import io.huitai.journal.Recorded;
import io.huitai.shop.MemberNo;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// How a database follows journal and feeds. One thread at a time.
final class Following {
    private static final int BATCH = 500;

    private final Journal journal;
    private final Map<String, Feed> feeds;
    private volatile TillState state = TillState.NEW;
    private boolean forgot;

    /// @param feeds by source
    Following(Journal journal, Map<String, Feed> feeds) {
        this.journal = journal;
        this.feeds = Map.copyOf(feeds);
    }

    /// The till as a whole, as the entries that the database holds have made it.
    TillState state() {
        return state;
    }

    /// Whether members were forgotten, so that their rows' remains must leave the database's file.
    boolean hasForgotten() {
        return forgot;
    }

    /// Projects entries that the journal has taken.
    void project(Database database, List<Recorded> entries) {
        forget(entries.stream().flatMap(entry -> entry.forgotten().stream()).collect(toSet()));
        state = database.inTransaction(session -> new Projection(session).project(state, entries));
    }

    /// Applies feed values that are on the disk already.
    ///
    /// @param applied how many values of that feed the database holds with these
    void receive(Database database, String source, List<FeedItem> items, long applied) {
        forget(items.stream().flatMap(item -> item.forgotten().stream()).collect(toSet()));
        apply(database, source, items, applied);
    }

    private void apply(Database database, String source, List<FeedItem> items, long applied) {
        database.inTransaction(session -> {
            var projection = new Projection(session);
            items.forEach(item -> projection.receive(item, this::ownFact));
            projection.setProgress(Projection.FEED + source, applied);
            return applied;
        });
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

    /// Brings a database that may be new up to journal and feeds.
    ///
    /// @throws StoreFailed when it holds more than they do
    void catchUp(Database database) {
        long journalled = journal.entries();
        var done = database.read(session -> new Projection(session).progress(Projection.JOURNAL));
        if (done > journalled) {
            throw new StoreFailed("The store holds " + done + " entries, the journal " + journalled, null);
        }
        state = database.read(session -> new Projection(session).state());
        feeds.forEach((source, feed) -> catchUp(database, source, feed));
        if (done < journalled) {
            replay(database, done + 1);
        }
    }

    private void catchUp(Database database, String source, Feed feed) {
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
            for (var each = records.iterator(); each.hasNext(); ) {
                batch.add(FactJson.readItem(mapper().readTree(each.next()).asObject()));
                applied++;
                if (batch.size() == BATCH || !each.hasNext()) {
                    apply(database, source, batch, applied);
                    batch.clear();
                }
            }
        }
    }

    private void replay(Database database, long from) {
        try (var entries = journal.facts(from)) {
            var batch = new ArrayList<Recorded>(BATCH);
            for (var each = entries.iterator(); each.hasNext(); ) {
                batch.add(each.next());
                if (batch.size() == BATCH || !each.hasNext()) {
                    project(database, List.copyOf(batch));
                    batch.clear();
                }
            }
        }
    }
}

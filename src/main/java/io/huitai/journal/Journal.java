package io.huitai.journal;

import io.huitai.journal.log.Anchor;
import io.huitai.journal.log.Damage;
import io.huitai.journal.log.Disk;
import io.huitai.journal.log.DiskFailed;
import io.huitai.journal.log.FrameLog;
import io.huitai.journal.log.JournalBroken;
import io.huitai.journal.secret.AccountPlace;
import io.huitai.journal.secret.Keychain;
import io.huitai.shop.StoreId;
import io.huitai.shop.TillId;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The append-only truth of one till: entries in a hash chain, signed by the till's key, in `journal/` of the store
/// directory. When [#append(List, boolean)] returns, the thing has happened.
///
/// One thread appends, and it must not be interrupted (see [SystemDisk]); any thread may ask and read. What is promised
/// about kills, power loss and failing disks stands at [FrameLog]. Memory does not grow with the journal, but for an
/// index of some 16 KB per 64 MiB.
///
/// Opening reads every frame and checks its checksum (some 1.5 seconds per gigabyte in the system's cache), the
/// chain of the last 10,000 entries, and what the anchor beside it knows; the whole chain is checked by [#verify()]
/// only (some 5,000 entries a second).
public final class Journal implements AutoCloseable {
    /// How many of the last entries are checked at opening: under a second.
    private static final int CHECKED = 10_000;

    /// And how many of these by their signatures too, which takes ten times as long.
    private static final int SIGNED = 200;

    private final Path storeDirectory;
    private volatile Identity identity;
    private final Keychain keychain;
    private final TillKey key;
    private final MemberKeys memberKeys;
    private final InstantSource clock;
    private final ZoneId zone;
    private final Disk disk;
    private final Closeable lock;
    private final Anchor beside;
    private final Anchor outside;
    private final FrameLog log;
    private volatile Optional<Damage> damage;
    private volatile Chain chain;
    private final boolean takenOver;
    private volatile boolean confirmed;
    private Hlc seen = Hlc.ZERO;

    private Journal(
            Path storeDirectory,
            Identity wanted,
            InstantSource clock,
            ZoneId zone,
            AccountPlace place,
            Disk disk,
            Closeable lock)
            throws IOException {
        this.storeDirectory = storeDirectory;
        this.clock = clock;
        this.zone = zone;
        this.disk = disk;
        this.lock = lock;
        var inClear = KeyInClear.read(storeDirectory, disk);
        var known = known(storeDirectory, place, disk);
        this.log = FrameLog.open(directory(storeDirectory), disk, known);
        boolean fresh = log.next() == 1 && log.damage().isEmpty();
        this.takenOver = inClear.isPresent();
        this.keychain = fresh || takenOver
                ? Keychain.openOrMake(storeDirectory, place, disk)
                : Keychain.open(storeDirectory, place, disk);
        inClear.ifPresent(old -> old.keepIn(keychain));
        this.key = fresh ? TillKey.madeIn(keychain, TillKey.TILL) : TillKey.of(keychain);
        this.memberKeys = MemberKeys.of(keychain, disk);
        if (takenOver) {
            memberKeys.sealOld();
        }
        this.beside = Anchor.open(storeDirectory, disk);
        this.outside = Anchor.open(keychain.outside(), disk);
        if (fresh || takenOver) {
            Home.of(storeDirectory).write(keychain.outside(), disk);
        }
        this.confirmed = fresh
                || takenOver
                || (outside.found().isPresent() && Home.of(storeDirectory).isKept(keychain.outside(), disk));
        this.identity = identity(wanted);
        if (fresh) {
            forceNames();
        }
        var end = end();
        this.chain = end.chain;
        this.identity = inEpochOf(identity, end.chain);
        this.damage = end.damage.or(log::damage);
        known.ifPresent(last -> mustHold(last.number(), last.hash(), Damage.Witness.ANCHOR));
        anchored();
    }

    /// What the anchors of a store directory know. The one outside speaks of a directory that is at home only.
    static Optional<Anchor.Known> known(Path storeDirectory, AccountPlace outside, Disk disk) throws IOException {
        var id = Keychain.idOf(storeDirectory, disk);
        var atHome = id.isPresent() && Home.of(storeDirectory).isKept(outside.of(id.get()), disk);
        return Anchor.Known.later(
                atHome ? Anchor.read(outside.of(id.get()), disk) : Optional.empty(), Anchor.read(storeDirectory, disk));
    }

    /// Opens the journal of a store directory, or begins one, with a new key if there is none.
    ///
    /// Throws [TillTaken] when another process has it open, [ForeignJournal] when it is another till's,
    /// [KeyMissing] or [KeyUnreadable] when its entries cannot be signed on, [DiskFailed]. A damaged journal opens
    /// and says so: [#isBroken()].
    ///
    /// @param clock the wall clock
    /// @param zone the store's
    public static Journal open(
            Path storeDirectory, StoreId store, TillId till, InstantSource clock, ZoneId zone, Disk disk) {
        return open(storeDirectory, store, till, clock, zone, AccountPlace.ofAccount(), disk);
    }

    private static Journal open(
            Path storeDirectory,
            StoreId store,
            TillId till,
            InstantSource clock,
            ZoneId zone,
            AccountPlace outside,
            Disk disk) {
        try {
            disk.makeDirectory(directory(storeDirectory));
            var lock = disk.lock(directory(storeDirectory).resolve(".lock"))
                    .orElseThrow(() -> new TillTaken(storeDirectory));
            boolean opened = false;
            try {
                var journal =
                        new Journal(storeDirectory, new Identity(store, till, 1), clock, zone, outside, disk, lock);
                opened = true;
                return journal;
            } finally {
                if (!opened) {
                    lock.close();
                }
            }
        } catch (IOException e) {
            throw new DiskFailed("Cannot open the journal of " + storeDirectory, e);
        }
    }

    /// Appends entries that belong together, as one frame: all of them or none. With `force` they, and all before
    /// them, are on the disk for certain when this returns; without, a kill keeps them and a power loss may not.
    ///
    /// An entry's time is the clock's, or the last entry's if that is later and the clock is not set back. Throws
    /// [DiskFailed] when nothing was appended, [JournalBroken] when nothing may be, `IllegalArgumentException` for
    /// bodies that are not ours to write.
    public synchronized List<Entry> append(List<Draft> drafts, boolean force) {
        damage.ifPresent(found -> {
            throw new JournalBroken(found);
        });
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var end = chain;
        var entries = new ArrayList<Entry>(drafts.size());
        var lines = new ArrayList<byte[]>(drafts.size());
        for (var draft : drafts) {
            var at = end.at(now.atZone(zone).toOffsetDateTime(), draft.kind());
            var hlc = end.hlc().max(seen).next(at.toInstant().toEpochMilli());
            var entry = Entry.of(identity, end.entries() + 1, end.head(), at, hlc, draft, key);
            end = end.with(entry);
            entries.add(entry);
            lines.add(entry.line());
        }
        log.append(lines, force);
        chain = end;
        anchored();
        return List.copyOf(entries);
    }

    /// Forces entries that were appended without, as before they are sent. Throws [DiskFailed].
    public synchronized void force() {
        log.force();
        anchored();
    }

    /// A copy that nobody has confirmed leaves the anchor outside to the one that it was made from.
    private void anchored() {
        if (damage.isEmpty() && chain.entries() > 0 && log.forced() == chain.entries()) {
            beside.keep(chain.entries(), chain.head());
            if (confirmed) {
                outside.keep(chain.entries(), chain.head());
            }
        }
    }

    /// Whether this is the one journal of its till, as far as can be known without a line: it stands where it stood,
    /// and holds what was seen there last. Where it was copied, moved or put back, somebody else must confirm it
    /// before what only one till may spend is spent.
    public boolean isConfirmed() {
        return confirmed;
    }

    /// Head office, or a person who answers for it, has confirmed this journal: it is at home where it is now. Throws
    /// [DiskFailed] when that could not be kept.
    public synchronized void confirm() {
        if (!confirmed) {
            try {
                log.force();
                Home.of(storeDirectory).write(keychain.outside(), disk);
                confirmed = true;
                anchored();
            } catch (IOException e) {
                throw new DiskFailed("Cannot keep that this is the journal of its till", e);
            }
        }
    }

    /// Head office knows another journal of this till: until it is confirmed again nothing is spent by it, not after a
    /// start either. Throws [DiskFailed].
    public synchronized void doubt() {
        if (confirmed) {
            confirmed = false;
            try {
                Home.forget(keychain.outside(), disk);
            } catch (IOException e) {
                throw new DiskFailed("Cannot keep that this journal is in doubt", e);
            }
        }
    }

    /// Whether it was kept by version 0.1.0 until now: its feeds are in clear then, and [#sealed()] ends that.
    public boolean isTakenOver() {
        return takenOver;
    }

    /// Everything beside it is sealed: what was in clear is deleted. Throws [DiskFailed].
    public void sealed() {
        try {
            KeyInClear.delete(storeDirectory, disk);
        } catch (IOException e) {
            throw new DiskFailed("Cannot delete the keys that were in clear", e);
        }
    }

    /// What else of this till is sealed with.
    public Keychain keychain() {
        return keychain;
    }

    /// Compares with what somebody else remembers of entries that were on the disk for certain. A journal that lacks
    /// them, or holds another, is broken from now on.
    ///
    /// @param number of the last one known
    /// @param hash of it; empty where only the number is known
    public synchronized void mustHold(long number, String hash, Damage.Witness by) {
        if (damage.isEmpty() && number > 0) {
            damage = number > entries()
                    ? Optional.of(Damage.lost(entries() + 1, number, by))
                    : hash.isEmpty() || hashOf(number).equals(hash)
                            ? Optional.empty()
                            : Optional.of(Damage.lost(number, number - 1, by));
        }
    }

    /// Empty where the entry is not what it was.
    private String hashOf(long number) {
        try (var from = log.read(number).map(Entry::parse)) {
            return from.findFirst().filter(Entry::hashFits).map(Entry::hash).orElse("");
        } catch (UnreadableEntry altered) {
            return "";
        }
    }

    /// Lets later entries' hybrid clocks follow a reading that came from elsewhere.
    public synchronized void observe(Hlc reading) {
        seen = seen.max(reading);
    }

    /// The number the next entry will have.
    public long next() {
        return chain.entries() + 1;
    }

    /// How many entries there are; in a broken journal, before the damage.
    public long entries() {
        return chain.entries();
    }

    /// The number of the last entry that is on the disk for certain, 0 for none.
    public long forced() {
        return log.forced();
    }

    /// The hash of the last entry, [Entry#NO_HASH] for none.
    public String head() {
        return chain.head();
    }

    /// The last entry, if any.
    public Optional<Entry> last() {
        return Optional.ofNullable(chain.last());
    }

    /// Lets the entries that follow carry a new epoch: a supervisor has fenced this till. Numbers and chain go on.
    /// Throws `IllegalArgumentException` for an epoch that is not later, [DiskFailed] when it could not be kept.
    public synchronized void beginEpoch(int epoch) {
        if (epoch <= identity.epoch()) {
            throw new IllegalArgumentException("Epoch " + epoch + " is not after " + identity.epoch());
        }
        var next = new Identity(identity.store(), identity.till(), epoch);
        try {
            next.write(storeDirectory, disk);
        } catch (IOException e) {
            throw new DiskFailed("Cannot keep epoch " + epoch + " of " + storeDirectory, e);
        }
        identity = next;
    }

    /// Whose journal this is, and the epoch entries carry now.
    public Identity identity() {
        return identity;
    }

    /// The till's key.
    public TillKey key() {
        return key;
    }

    /// The keys of those who were enrolled here.
    public MemberKeys memberKeys() {
        return memberKeys;
    }

    /// What the entries from {@link #read} on tell, each with its entry. Throws `IllegalArgumentException` at one that
    /// this version cannot read.
    public Stream<Recorded> facts(long from) {
        return read(from).map(entry -> Recorded.of(entry, memberKeys::of));
    }

    /// The entries from a number on, up to those there are now, or to the damage; one frame in memory at a time.
    /// Close the stream. Any thread. Throws [JournalBroken] where the disk no longer gives what was written.
    public Stream<Entry> read(long from) {
        return log.read(from, chain.entries()).map(Entry::parse);
    }

    /// The stored lines of entries from a number on, of those that are on the disk for certain: as many as fit in
    /// `maxBytes`, but at least one; none when there are none. For sending: what a power loss may still take
    /// back is not given out, lest its number be used twice. Any thread.
    public List<byte[]> stored(long from, long maxBytes) {
        var lines = new ArrayList<byte[]>();
        try (var forced = log.read(from, log.forced())) {
            long bytes = 0;
            for (var each = forced.iterator(); each.hasNext(); ) {
                var line = each.next();
                bytes += line.length + 1L;
                if (!lines.isEmpty() && bytes > maxBytes) {
                    break;
                }
                lines.add(line);
            }
        }
        return List.copyOf(lines);
    }

    /// Reads everything again from the disk and checks frames, numbers, chain, hashes and signatures, and that it
    /// still ends where this till left it. Any thread.
    public Verification verify() {
        var found = Verification.of(storeDirectory, disk, chain, Optional.of(key.publicKey()));
        return found.intact()
                ? new Verification(found.entries(), found.head(), damage, found.torn()) // what somebody else misses
                : found;
    }

    /// What was cut off at opening: a frame that was never acknowledged.
    public Optional<FrameLog.Recovered> recovered() {
        return log.recovered();
    }

    /// Whether something acknowledged is damaged, so that nothing more is appended.
    public boolean isBroken() {
        return damage.isPresent();
    }

    /// The first bad entry and why, in a broken journal.
    public Optional<Damage> damage() {
        return damage;
    }

    /// Forces what is not, closes, and gives the lock back.
    @Override
    public void close() {
        try (lock;
                beside;
                outside) {
            log.close();
            anchored();
        } catch (IOException e) {
            throw new DiskFailed("Cannot give back the lock of " + storeDirectory, e);
        }
    }

    private Identity identity(Identity wanted) throws IOException {
        var found = Identity.read(storeDirectory, disk);
        if (found.isEmpty()) {
            wanted.write(storeDirectory, disk);
        } else if (!found.get().sameTill(wanted)) {
            throw new ForeignJournal(found.get(), wanted);
        }
        return found.orElse(wanted);
    }

    /// A first start that was killed may have left names that were never forced.
    private void forceNames() throws IOException {
        disk.forceDirectory(Keychain.keys(storeDirectory));
        disk.forceDirectory(storeDirectory);
    }

    private static Identity inEpochOf(Identity identity, Chain chain) {
        var last = chain.last();
        return last == null || last.epoch() <= identity.epoch()
                ? identity
                : new Identity(identity.store(), identity.till(), last.epoch());
    }

    /// The end of the chain, checked over the last entries; before them it is taken at its word.
    private End end() {
        long last = log.next() - 1;
        if (last == 0) {
            return new End(Chain.EMPTY, Optional.empty());
        }
        if (last > CHECKED) { // what the till was opened as is read at every start
            var altered = firstWrong();
            if (altered.isPresent()) {
                return new End(Chain.EMPTY, Optional.of(new Damage(1, altered.get())));
            }
        }
        var before = Chain.EMPTY;
        var first = Math.max(1, last - CHECKED);
        try (var entries = log.read(first)) {
            for (var each = entries.iterator(); each.hasNext(); ) {
                var entry = Entry.parse(each.next());
                var wrong = before.entries() == 0 && first > 1
                        ? Optional.<String>empty()
                        : entry.number() > last - SIGNED
                                ? before.wrong(entry, identity, key.publicKey())
                                : before.wrong(entry, identity);
                if (wrong.isPresent()) {
                    return new End(before, Optional.of(new Damage(before.entries() + 1, wrong.get())));
                }
                before = new Chain(entry.number(), entry.hash(), entry);
            }
            return new End(before, Optional.empty());
        } catch (UnreadableEntry e) {
            return new End(before, Optional.of(new Damage(before.entries() + 1, String.valueOf(e.getMessage()))));
        }
    }

    private Optional<String> firstWrong() {
        try (var from = log.read(1).map(Entry::parse)) {
            return from.findFirst()
                    .map(entry -> Chain.EMPTY.wrong(entry, identity, key.publicKey()))
                    .orElse(Optional.of("it is not there"));
        } catch (UnreadableEntry altered) {
            return Optional.of(String.valueOf(altered.getMessage()));
        }
    }

    static Path directory(Path storeDirectory) {
        return storeDirectory.resolve("journal");
    }

    private record End(Chain chain, Optional<Damage> damage) {}
}

package io.huitai.journal.feed;

import io.huitai.journal.fact.MemberRecord;
import io.huitai.journal.fact.Once;
import io.huitai.journal.log.CanonicalJson;
import io.huitai.journal.log.Damage;
import io.huitai.journal.log.Disk;
import io.huitai.journal.log.DiskFailed;
import io.huitai.journal.log.FrameLog;
import io.huitai.journal.log.JournalBroken;
import io.huitai.journal.secret.Keychain;
import io.huitai.journal.secret.SealingKey;
import io.huitai.shop.MemberNo;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.JsonNodeFactory;

/// What one source has sent down to this till, in `feed/<source>/` of the store directory: records (lines of JSON) and
/// the source's cursor after them, each sealed by the till's keychain. A record and the cursor that covers it share a
/// frame and a force: the cursor never says more than what is on the disk.
///
/// Records stand in a generation, the directory `feed/<source>/<n>/`; compaction writes the next one beside it and
/// puts it in place by one rename. A feed can always be fetched again: when [#isBroken()], call [#clear()].
///
/// One thread appends and compacts, and it must not be interrupted (see [SystemDisk]); any thread reads.
public final class Feed implements AutoCloseable {
    /// The source that a training store starts with.
    public static final String TRAINING = "training";
    /// The source that is head office.
    public static final String HEAD_OFFICE = "head-office";

    /// The cursor before anything was received.
    public static final String START = "";

    private static final Pattern SOURCE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    static final Pattern GENERATION = Pattern.compile("[1-9]\\d{0,8}");
    private static final int BATCH = 256;
    private static final Logger LOG = LoggerFactory.getLogger(Feed.class);
    private static final byte[] MARK = "{\"cursor\":".getBytes(StandardCharsets.US_ASCII);

    private final Path directory;
    private final Disk disk;
    private final SealingKey key;
    private volatile Generation current;
    private boolean old;

    private Feed(Path directory, SealingKey key, Disk disk, boolean inClear) throws IOException {
        this.directory = directory;
        this.key = key;
        this.disk = disk;
        disk.makeDirectory(directory);
        int newest = 1;
        for (var name : disk.list(directory)) {
            if (GENERATION.matcher(name).matches()) {
                newest = Math.max(newest, Integer.parseInt(name));
            }
        }
        this.current = generation(newest, inClear);
        this.old = true;
        deleteOld();
        if (inClear && isInClear()) {
            try (var lines = current.lines()) {
                replace(lines.filter(line -> !isCursor(line)).iterator(), current.cursor);
            }
        }
    }

    private boolean isInClear() {
        try (var lines = current.log.read(1)) {
            return lines.findFirst().filter(SealedLines::isInClear).isPresent();
        }
    }

    /// Opens or begins the feed of a source, as "head-office" (letters, digits, `.`, `_`, `-`; else
    /// `IllegalArgumentException`). The journal's lock keeps other processes out. Throws [DiskFailed].
    ///
    /// @param keychain of the store directory
    public static Feed open(Keychain keychain, String source, Disk disk) {
        return open(keychain, source, disk, false);
    }

    /// The same of a store that version 0.1.0 has kept until now: what it wrote in clear is sealed.
    public static Feed takeOver(Keychain keychain, String source, Disk disk) {
        return open(keychain, source, disk, true);
    }

    /// What seals a till's feeds.
    static SealingKey key(Keychain keychain) {
        return keychain.sealing("feed");
    }

    /// Where a source's feed stands.
    static Path directory(Keychain keychain, String source) {
        return keychain.directory().resolve("feed").resolve(source);
    }

    private static Feed open(Keychain keychain, String source, Disk disk, boolean inClear) {
        if (!SOURCE.matcher(source).matches()) {
            throw new IllegalArgumentException("Not a name for a source: " + source);
        }
        var directory = directory(keychain, source);
        try {
            return new Feed(directory, key(keychain), disk, inClear);
        } catch (IOException e) {
            throw new DiskFailed("Cannot open " + directory, e);
        }
    }

    /// Appends records and moves the cursor, in one force. No records are well: then only the cursor moves.
    ///
    /// Throws [DiskFailed] and nothing has changed, [JournalBroken], or `IllegalArgumentException` for records that
    /// are empty, hold line ends, begin like the feed's own cursor lines, or are more than 16 MiB together.
    public synchronized void append(List<byte[]> records, String cursor) {
        var lines = new ArrayList<byte[]>(records.size() + 1);
        for (var record : records) {
            lines.add(checked(record));
        }
        lines.add(cursorLine(cursor));
        try {
            deleteOld();
        } catch (IOException e) {
            throw new DiskFailed("Nothing was appended to " + directory, e);
        }
        if (current.foreign) {
            throw new JournalBroken(new Damage(1, "the feed was not written by this till"));
        }
        append(current.log, current.sealed, lines, true);
        current = current.after(records.size(), cursor);
    }

    /// The cursor after the last records, [#START] before any.
    public String cursor() {
        return current.cursor;
    }

    /// How many records there are.
    public long records() {
        return current.records;
    }

    /// All records in the order they came. Close the stream, and before the next compaction.
    public Stream<byte[]> read() {
        return current.lines().filter(line -> !isCursor(line));
    }

    /// Puts a snapshot in the place of all records, in one step: after a crash the feed is the old one or the new one.
    /// The cursor stays. The stream is read once, may read this feed, and is not closed here.
    public void compact(Stream<byte[]> snapshot) {
        replace(snapshot.iterator(), cursor());
    }

    /// The members whom values after the first so many tell to be forgotten.
    public Set<MemberNo> forgotten(long after) {
        try (var lines = read()) {
            return lines.skip(after)
                    .filter(line -> new String(line, StandardCharsets.UTF_8).contains(Once.FORGOTTEN.text()))
                    .map(line -> FeedJson.read(line))
                    .flatMap(item -> item.forgotten().stream())
                    .collect(Collectors.toSet());
        }
    }

    /// Blots members out of every value that was received; does nothing where no value tells of them. Reads the whole
    /// feed.
    public synchronized void forget(Set<MemberNo> members) {
        if (isBroken()) {
            return; // it is fetched anew
        }
        try (var lines = read()) {
            if (lines.noneMatch(line -> told(line, members).isPresent())) {
                return;
            }
        }
        try (var lines = read()) {
            replace(
                    lines.map(line -> told(line, members)
                                    .map(member -> FeedJson.bytes(new FeedItem.MemberSent(member.forgotten())))
                                    .orElse(line))
                            .iterator(),
                    cursor());
        }
    }

    /// Whom a line tells of, if it is one of these and still known by it.
    private static Optional<MemberRecord> told(byte[] line, Set<MemberNo> members) {
        var text = new String(line, StandardCharsets.UTF_8);
        if (members.stream().map(MemberNo::value).noneMatch(text::contains)) {
            return Optional.empty();
        }
        var item = FeedJson.read(line);
        return item instanceof FeedItem.MemberSent(var member) && members.contains(member.no()) && !member.isForgotten()
                ? Optional.of(member)
                : Optional.empty();
    }

    /// Forgets everything received, cursor and damage too.
    public void clear() {
        replace(List.<byte[]>of().iterator(), START);
    }

    /// Whether it is damaged or not what this till has written, so that nothing more is appended.
    public boolean isBroken() {
        return current.foreign || current.log.damage().isPresent();
    }

    /// What was cut off at opening, never acknowledged.
    public Optional<FrameLog.Recovered> recovered() {
        return current.log.recovered();
    }

    @Override
    public synchronized void close() {
        current.log.close();
    }

    private synchronized void replace(Iterator<byte[]> snapshot, String cursor) {
        int number = current.number + 1;
        var fresh = directory.resolve(number + ".new");
        try {
            disk.delete(fresh);
            write(fresh, SealedLines.of(key, source(), number), snapshot, cursor);
            disk.rename(fresh, directory.resolve(Integer.toString(number)));
            old = true;
            var before = current.log;
            current = generation(number, false);
            before.close();
            deleteOld();
        } catch (IOException e) {
            throw new DiskFailed("Cannot compact " + directory, e);
        }
    }

    /// Which generation is the current one must be certain before anything is added to it, lest a power loss bring
    /// back an older one, or a newer one that was renamed but could not be opened.
    private void deleteOld() throws IOException {
        if (old) {
            disk.forceDirectory(directory);
            deleteAllBut(current.number);
            disk.forceDirectory(directory);
            old = false;
        }
    }

    private void write(Path fresh, SealedLines sealed, Iterator<byte[]> snapshot, String cursor) {
        try (var log = FrameLog.open(fresh, disk)) {
            var batch = new ArrayList<byte[]>();
            while (snapshot.hasNext()) {
                batch.add(checked(snapshot.next()));
                if (batch.size() == BATCH) {
                    append(log, sealed, batch, false);
                    batch.clear();
                }
            }
            batch.add(cursorLine(cursor));
            append(log, sealed, batch, true);
        }
    }

    private static void append(FrameLog log, SealedLines sealed, List<byte[]> lines, boolean force) {
        var first = log.next();
        log.append(
                IntStream.range(0, lines.size())
                        .mapToObj(at -> sealed.seal(first + at, lines.get(at)))
                        .toList(),
                force);
    }

    private Generation generation(int number, boolean inClear) {
        var log = FrameLog.open(directory.resolve(Integer.toString(number)), disk);
        var fresh = new Generation(number, log, SealedLines.of(key, source(), number), inClear, START, 0, false);
        var counting = new Counting();
        try (var lines = fresh.lines()) {
            lines.forEach(counting::line);
        } catch (IllegalArgumentException altered) {
            LOG.warn("A line of {} was not sealed by this till", directory);
            return fresh.asForeign();
        }
        return fresh.after(counting.records, counting.cursor);
    }

    private String source() {
        return directory.getFileName().toString();
    }

    private void deleteAllBut(int number) throws IOException {
        for (var name : disk.list(directory)) {
            if (!name.equals(Integer.toString(number))) {
                disk.delete(directory.resolve(name));
            }
        }
    }

    private static byte[] checked(byte[] record) {
        if (isCursor(record)) {
            throw new IllegalArgumentException("A record that looks like a cursor");
        }
        if (record.length == 0 || new String(record, StandardCharsets.UTF_8).indexOf('\n') >= 0) {
            throw new IllegalArgumentException("A record is one line");
        }
        return record;
    }

    private static byte[] cursorLine(String cursor) {
        return CanonicalJson.bytes(JsonNodeFactory.instance.objectNode().put("cursor", cursor));
    }

    static boolean isCursor(byte[] line) {
        return line.length >= MARK.length && Arrays.equals(line, 0, MARK.length, MARK, 0, MARK.length);
    }

    /// @param inClear whether lines that are not sealed count
    /// @param foreign whether it holds lines that this till has not written
    private record Generation(
            int number,
            FrameLog log,
            SealedLines sealed,
            boolean inClear,
            String cursor,
            long records,
            boolean foreign) {
        Generation after(long more, String next) {
            return new Generation(number, log, sealed, inClear, next, records + more, false);
        }

        Generation asForeign() {
            return new Generation(number, log, sealed, inClear, START, 0, true);
        }

        /// Opened; throws `IllegalArgumentException` at one that this till has not written.
        Stream<byte[]> lines() {
            var number = new AtomicLong();
            return log.read(1).map(line -> {
                var at = number.incrementAndGet();
                return inClear && SealedLines.isInClear(line) ? line : sealed.open(at, line);
            });
        }
    }

    private static final class Counting {
        private String cursor = START;
        private long records;

        void line(byte[] line) {
            if (isCursor(line)) {
                cursor = CanonicalJson.parse(line).path("cursor").asString(START);
            } else {
                records++;
            }
        }
    }
}

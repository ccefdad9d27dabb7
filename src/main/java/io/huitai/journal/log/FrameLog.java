package io.huitai.journal.log;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/// An append-only log of records (byte strings without line ends, numbered from 1) in a directory of segments
/// `<number of the first record>.jsonl`, written in frames (`Frame`).
///
/// **What is promised.**
/// * An append that returns has happened: after a kill its records are there; when it was forced, or a forced append
///   returned after it, after a power loss too.
/// * An append that throws has not happened, and its records do not come back. The file is cut back to the last good
///   frame and that is forced, at once, else before the next append; until it succeeds every append throws
///   [DiskFailed]. (Only a disk that refuses the write *and* the cutting back, followed by a crash, can leave such a
///   frame behind.)
/// * Earlier frames that were not forced have been acknowledged and are kept when a later append fails: only the
///   failed frame is cut off. Since a system may forget, after a failed force, which pages it still owed the disk,
///   these frames are held in memory, written over themselves with the same bytes, and forced with the cut; a kill
///   in between finds them unchanged.
///
/// **At opening** all frames are read (see `FrameWalk`). A last frame that was not wholly written was never
/// acknowledged: it is cut off, forced and told by [#recovered()]. Anything else that is bad is [#damage()]: records
/// before it can be read, appends throw [JournalBroken]. The tail is forced once, so that what was read is certain.
///
/// One thread appends, any number read. The appending thread must not be interrupted (see `SystemDisk`).
public final class FrameLog implements AutoCloseable {
    /// A segment that has reached this size is followed by a new one.
    public static final long SEGMENT_BYTES = 64L << 20;

    /// More than this is not left without a force, so that what is held in memory has a bound.
    private static final int MAX_UNFORCED_BYTES = 1 << 20;

    private final Path directory;
    private final Disk disk;
    private final long segmentBytes;
    private final FrameIndex index = new FrameIndex();
    private final Optional<Damage> damage;
    private final Optional<Recovered> recovered;
    private final ByteArrayOutputStream unforced = new ByteArrayOutputStream();

    private Disk.@Nullable Opened file;
    private long end;
    private boolean cutBackFirst;
    private boolean closed;

    private FrameLog(Path directory, Disk disk, long segmentBytes, long acknowledged) throws IOException {
        this.directory = directory;
        this.disk = disk;
        this.segmentBytes = segmentBytes;
        disk.makeDirectory(directory);
        var last = new ArrayList<Path>();
        var walk = FrameWalk.of(directory, disk, new Indexing(last));
        this.damage = walk.damage()
                .or(() -> walk.next() <= acknowledged
                        ? Optional.of(Damage.lost(walk.next(), acknowledged, Damage.Witness.ANCHOR))
                        : Optional.empty());
        this.recovered = walk.torn()
                .filter(_ -> damage.isEmpty())
                .map(torn -> new Recovered(walk.next(), torn.bytes(), torn.why()));
        this.end = walk.end();
        if (damage.isEmpty() && !last.isEmpty()) {
            disk.forceDirectory(directory);
            file = disk.open(last.getLast());
            settle(file, walk.torn().isPresent());
        }
        index.allForced();
    }

    /// Opens or begins a log. Throws [DiskFailed] when it cannot be read, or its torn end not be cut off.
    public static FrameLog open(Path directory, Disk disk) {
        return open(directory, disk, SEGMENT_BYTES);
    }

    /// The same where records up to a number are known to have been on the disk for certain: without them it is
    /// damaged, and nothing of it is cut off.
    public static FrameLog open(Path directory, Disk disk, Optional<Anchor.Known> acknowledged) {
        return open(
                directory,
                disk,
                SEGMENT_BYTES,
                acknowledged.map(Anchor.Known::number).orElse(0L));
    }

    /// The same with another size of segments, in bytes.
    public static FrameLog open(Path directory, Disk disk, long segmentBytes) {
        return open(directory, disk, segmentBytes, 0);
    }

    private static FrameLog open(Path directory, Disk disk, long segmentBytes, long acknowledged) {
        try {
            return new FrameLog(directory, disk, segmentBytes, acknowledged);
        } catch (IOException e) {
            throw new DiskFailed("Cannot open " + directory, e);
        }
    }

    /// Appends records as one frame and returns the number of the first. With `force` they, and all before them, are
    /// on the disk for certain when this returns.
    ///
    /// Throws [DiskFailed] when nothing was appended, [JournalBroken] when nothing may be, and
    /// `IllegalArgumentException` for no records, empty ones, line ends in them, or more than 16 MiB.
    public synchronized long append(List<byte[]> records, boolean force) {
        if (closed) {
            throw new IllegalStateException("The log is closed");
        }
        damage.ifPresent(found -> {
            throw new JournalBroken(found);
        });
        long first = index.next();
        var frame = Frame.encode(first, records);
        var to = writable(first);
        boolean forcing = force || unforced.size() + frame.length > MAX_UNFORCED_BYTES;
        try {
            to.write(end, frame);
            if (forcing) {
                to.force();
            }
        } catch (IOException e) {
            throw refused(to, e);
        }
        index.add(first, records.size(), end);
        end += frame.length;
        if (forcing) {
            unforced.reset();
            index.allForced();
        } else {
            unforced.writeBytes(frame);
        }
        return first;
    }

    /// Forces what was appended without. Throws [DiskFailed]; nothing that was acknowledged is lost by that.
    public synchronized void force() {
        var current = file;
        if (closed || current == null || unforced.size() == 0) {
            return;
        }
        try {
            if (cutBackFirst) {
                cutBack(current);
            } else {
                current.force();
                unforced.reset();
                index.allForced();
            }
        } catch (IOException e) {
            cutBackFirst = true;
            throw new DiskFailed("Cannot force " + directory, e);
        }
    }

    /// The number the next record will have; one more than there are records.
    public long next() {
        return index.next();
    }

    /// The number of the last record that is on the disk for certain, 0 for none.
    public long forced() {
        return index.forced();
    }

    /// The records from a number on, up to those there are now, forced or not; none when there are none so far. Holds
    /// one frame in memory. Close the stream. Any thread. Reading throws [JournalBroken] where the disk no longer
    /// gives what was written, [DiskFailed] where it gives nothing.
    public Stream<byte[]> read(long from) {
        return read(from, index.next() - 1);
    }

    /// The same up to and with a last number.
    public Stream<byte[]> read(long from, long to) {
        if (from < 1) {
            throw new IllegalArgumentException("Records are numbered from 1");
        }
        var records = new Records(disk, index, from, Math.min(to, index.next() - 1));
        return StreamSupport.stream(records, false).onClose(records::close);
    }

    /// What stops this log, if anything does.
    public Optional<Damage> damage() {
        return damage;
    }

    /// What was cut off at opening, if anything was.
    public Optional<Recovered> recovered() {
        return recovered;
    }

    /// Forces what is not, and closes. Throws [DiskFailed] when that fails; the log is closed all the same.
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        if (file == null) {
            return;
        }
        try (var last = file) {
            if (cutBackFirst) {
                cutBack(last);
            } else if (unforced.size() > 0) {
                last.force();
                index.allForced();
            }
        } catch (IOException e) {
            throw new DiskFailed("Cannot close " + directory, e);
        }
    }

    private Disk.Opened writable(long first) {
        var current = file;
        try {
            if (current != null && cutBackFirst) {
                cutBack(current);
            }
            if (current != null && end < segmentBytes) {
                return current;
            }
            return roll(current, first);
        } catch (IOException e) {
            throw new DiskFailed("Nothing was written to " + directory, e);
        }
    }

    /// Only the last segment may hold frames that were not forced.
    private Disk.Opened roll(Disk.@Nullable Opened full, long first) throws IOException {
        if (full != null && unforced.size() > 0) {
            cutBackFirst = true;
            cutBack(full);
        }
        var path = FrameWalk.file(directory, first);
        var fresh = disk.open(path);
        try {
            fresh.truncate(0);
            disk.forceDirectory(directory);
        } catch (IOException e) {
            fresh.close();
            throw e;
        }
        file = fresh;
        end = 0;
        index.begin(path);
        if (full != null) {
            full.close();
        }
        return fresh;
    }

    private DiskFailed refused(Disk.Opened to, IOException failure) {
        cutBackFirst = true;
        try {
            cutBack(to);
        } catch (IOException again) {
            failure.addSuppressed(again);
        }
        return new DiskFailed("Nothing was appended to " + directory, failure);
    }

    private void cutBack(Disk.Opened to) throws IOException {
        to.truncate(end);
        to.write(end - unforced.size(), unforced.toByteArray());
        to.force();
        cutBackFirst = false;
        unforced.reset();
        index.allForced();
    }

    private void settle(Disk.Opened last, boolean torn) throws IOException {
        try {
            if (torn) {
                last.truncate(end);
            }
            last.force();
        } catch (IOException e) {
            last.close();
            throw e;
        }
    }

    /// What was cut off the end at opening.
    ///
    /// @param number the number the first record of it would have had
    /// @param bytes how many bytes
    /// @param why what was wrong with them
    public record Recovered(long number, long bytes, String why) {}

    private final class Indexing implements FrameWalk.Visitor {
        private final List<Path> files;

        Indexing(List<Path> files) {
            this.files = files;
        }

        @Override
        public void segment(Path path) {
            files.add(path);
            index.begin(path);
        }

        @Override
        public boolean frame(FrameReader.Good frame) {
            index.add(frame.first(), frame.records().size(), frame.start());
            return true;
        }
    }
}

package io.huitai.journal;

import io.huitai.journal.log.Disk;
import io.huitai.journal.log.DiskFailed;
import io.huitai.journal.log.FrameReader;
import io.huitai.journal.log.FrameWalk;
import io.huitai.journal.log.JournalBroken;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// A journal read from the disk, open elsewhere or not: takes no lock, changes nothing. Checksums and numbers are
/// looked at, not hashes and signatures; those are {@link Verification}'s.
public final class JournalFile {
    private JournalFile() {}

    /// Hands out the entries from the first on, one at a time, as long as the reader wants more. A frame that is being
    /// written is not there yet.
    ///
    /// @throws JournalBroken at the first bad entry
    /// @throws DiskFailed when it cannot be read
    public static void read(Path storeDirectory, Disk disk, Predicate<Entry> wantsMore) {
        walk(storeDirectory, disk, new FrameWalk.Visitor() {
            @Override
            public void segment(Path file) {
                // where entries stand does not matter here
            }

            @Override
            public boolean frame(FrameReader.Good frame) {
                return frame.records().stream().allMatch(record -> wantsMore.test(Entry.parse(record)));
            }
        });
    }

    /// The last entry, if any.
    ///
    /// @throws JournalBroken where something is bad
    /// @throws DiskFailed when it cannot be read
    public static Optional<Entry> last(Path storeDirectory, Disk disk) {
        var last = new FrameWalk.Visitor() {
            private byte @Nullable [] record;

            @Override
            public void segment(Path file) {
                // where entries stand does not matter here
            }

            @Override
            public boolean frame(FrameReader.Good frame) {
                record = frame.records().getLast();
                return true;
            }
        };
        walk(storeDirectory, disk, last);
        return Optional.ofNullable(last.record).map(Entry::parse);
    }

    private static void walk(Path storeDirectory, Disk disk, FrameWalk.Visitor visitor) {
        try {
            FrameWalk.of(Journal.directory(storeDirectory), disk, visitor)
                    .damage()
                    .ifPresent(damage -> {
                        throw new JournalBroken(damage);
                    });
        } catch (IOException e) {
            throw new DiskFailed("Cannot read the journal of " + storeDirectory, e);
        }
    }
}

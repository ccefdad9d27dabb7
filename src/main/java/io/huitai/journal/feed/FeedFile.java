package io.huitai.journal.feed;

import io.huitai.journal.fact.FactJson;
import io.huitai.journal.log.Damage;
import io.huitai.journal.log.Disk;
import io.huitai.journal.log.DiskFailed;
import io.huitai.journal.log.FrameReader;
import io.huitai.journal.log.FrameWalk;
import io.huitai.journal.log.JournalBroken;
import io.huitai.journal.secret.Keychain;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.function.Consumer;
import tools.jackson.databind.node.ObjectNode;

/// A feed read from the disk, open elsewhere or not: takes no lock, changes nothing.
public final class FeedFile {
    private FeedFile() {}

    /// Hands out the values that a source has sent, in the order they came; none where the source never sent any.
    ///
    /// @throws JournalBroken at the first bad record
    /// @throws DiskFailed when it cannot be read
    public static void read(Keychain keychain, String source, Disk disk, Consumer<FeedItem> reader) {
        var directory = Feed.directory(keychain, source);
        try {
            var newest = disk.list(directory).stream()
                    .filter(name -> Feed.GENERATION.matcher(name).matches())
                    .max(Comparator.comparingInt(Integer::parseInt));
            if (newest.isPresent()) {
                var sealed = SealedLines.of(Feed.key(keychain), source, Integer.parseInt(newest.get()));
                read(directory.resolve(newest.get()), sealed, disk, reader);
            }
        } catch (IOException e) {
            throw new DiskFailed("Cannot read " + directory, e);
        }
    }

    /// The same of all sources: what a training store starts with, then head office.
    public static void readAll(Keychain keychain, Disk disk, Consumer<FeedItem> reader) {
        read(keychain, Feed.TRAINING, disk, reader);
        read(keychain, Feed.HEAD_OFFICE, disk, reader);
    }

    private static void read(Path generation, SealedLines sealed, Disk disk, Consumer<FeedItem> reader)
            throws IOException {
        var visitor = new FrameWalk.Visitor() {
            private long number;

            @Override
            public void segment(Path file) {
                // where values stand does not matter here
            }

            @Override
            public boolean frame(FrameReader.Good frame) {
                frame.records().stream()
                        .map(this::opened)
                        .filter(record -> !Feed.isCursor(record))
                        .map(record -> FactJson.mapper().readValue(record, ObjectNode.class))
                        .forEach(node -> reader.accept(FeedJson.read(node)));
                return true;
            }

            private byte[] opened(byte[] record) {
                number++;
                try {
                    return sealed.open(number, record);
                } catch (IllegalArgumentException foreign) {
                    throw new JournalBroken(new Damage(number, "it was not written by this till"));
                }
            }
        };
        FrameWalk.of(generation, disk, visitor).damage().ifPresent(damage -> {
            throw new JournalBroken(damage);
        });
    }
}

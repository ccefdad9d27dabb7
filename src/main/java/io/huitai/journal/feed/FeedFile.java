package io.huitai.journal.feed;

import io.huitai.journal.fact.FactJson;
import io.huitai.journal.log.Disk;
import io.huitai.journal.log.DiskFailed;
import io.huitai.journal.log.FrameReader;
import io.huitai.journal.log.FrameWalk;
import io.huitai.journal.log.JournalBroken;
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
    public static void read(Path storeDirectory, String source, Disk disk, Consumer<FeedItem> reader) {
        var directory = storeDirectory.resolve("feed").resolve(source);
        try {
            var newest = disk.list(directory).stream()
                    .filter(name -> Feed.GENERATION.matcher(name).matches())
                    .max(Comparator.comparingInt(Integer::parseInt));
            if (newest.isPresent()) {
                read(directory.resolve(newest.get()), disk, reader);
            }
        } catch (IOException e) {
            throw new DiskFailed("Cannot read " + directory, e);
        }
    }

    /// The same of all sources: what a training store starts with, then head office.
    public static void readAll(Path storeDirectory, Disk disk, Consumer<FeedItem> reader) {
        read(storeDirectory, Feed.TRAINING, disk, reader);
        read(storeDirectory, Feed.HEAD_OFFICE, disk, reader);
    }

    private static void read(Path generation, Disk disk, Consumer<FeedItem> reader) throws IOException {
        var visitor = new FrameWalk.Visitor() {
            @Override
            public void segment(Path file) {
                // where values stand does not matter here
            }

            @Override
            public boolean frame(FrameReader.Good frame) {
                frame.records().stream()
                        .filter(record -> !Feed.isCursor(record))
                        .map(record -> FactJson.mapper().readValue(record, ObjectNode.class))
                        .forEach(node -> reader.accept(FeedJson.read(node)));
                return true;
            }
        };
        FrameWalk.of(generation, disk, visitor).damage().ifPresent(damage -> {
            throw new JournalBroken(damage);
        });
    }
}

package io.huitai.store;

import io.huitai.journal.log.SystemDisk;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A file beside the store while it is open, which names the start of the machine that opened it.
///
/// A killed till leaves it behind, and what H2 had written is still in the system's memory: such a store only lacks
/// the latest entries. Where the machine itself went down, or does not say when it started, H2 may come back with
/// pages of different ages, and is not believed.
record InUse(Path file) {
    private static final Logger LOG = LoggerFactory.getLogger(InUse.class);
    private static final Path START_OF_THE_MACHINE = Path.of("/proc/sys/kernel/random/boot_id");

    static InUse of(Path directory) {
        return new InUse(directory.resolve("store-in-use"));
    }

    /// Whether the store may be used as it is: it was closed, or left open since the machine started.
    boolean isBelieved() {
        try {
            return !Files.exists(file)
                    || (!start().isEmpty() && Files.readString(file).equals(start()));
        } catch (IOException e) {
            throw new StoreFailed("The mark of an open store cannot be read", e);
        }
    }

    /// Marks the store as open; the mark is on the disk when this returns.
    void put() {
        try {
            new SystemDisk().replace(file, start().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new StoreFailed("The store cannot be marked as open", e);
        }
    }

    private static String start() throws IOException {
        return Files.isReadable(START_OF_THE_MACHINE) ? Files.readString(START_OF_THE_MACHINE) : "";
    }

    /// Takes the mark away: the store was closed.
    void remove() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warn("The store stays marked as open and will be rebuilt", e);
        }
    }
}

package io.huitai.sync;

import io.huitai.journal.log.CanonicalJson;
import io.huitai.journal.log.Disk;
import io.huitai.journal.log.DiskFailed;
import java.io.IOException;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.JsonNodeFactory;

/// How much of the journal head office has acknowledged, in `feed/acknowledged.json`. Head office itself is asked at
/// every hello; this is what the till shows and counts from before it has been reached, so it may be behind.
public final class Acknowledged {
    private static final Logger LOG = LoggerFactory.getLogger(Acknowledged.class);
    private static final int MAX_BYTES = 256;

    private final Path file;
    private final Disk disk;
    private long kept;
    private volatile long number;

    private Acknowledged(Path file, Disk disk, long number) {
        this.file = file;
        this.disk = disk;
        this.number = number;
        this.kept = number;
    }

    /// Reads what a store directory keeps. A file that cannot be understood counts as none. Throws [DiskFailed].
    public static Acknowledged open(Path storeDirectory, Disk disk) {
        var file = storeDirectory.resolve("feed").resolve("acknowledged.json");
        try {
            disk.makeDirectory(storeDirectory.resolve("feed"));
            return new Acknowledged(file, disk, disk.exists(file) ? read(file, disk) : 0);
        } catch (IOException e) {
            throw new DiskFailed("Cannot read " + file, e);
        }
    }

    /// The last entry's number that head office has, as far as this till knows; 0 for none.
    public long number() {
        return number;
    }

    void advance(long to) {
        number = to;
    }

    /// Writes the number down where it has changed by at least so much.
    void keep(long change) {
        long now = number;
        if (Math.abs(now - kept) < change) {
            return;
        }
        try {
            disk.replace(
                    file,
                    CanonicalJson.bytes(JsonNodeFactory.instance.objectNode().put("number", now)));
            kept = now;
        } catch (IOException e) {
            throw new DiskFailed("Cannot write " + file, e);
        }
    }

    private static long read(Path file, Disk disk) throws IOException {
        try (var in = disk.read(file, 0)) {
            return Math.max(
                    0,
                    CanonicalJson.parse(in.readNBytes(MAX_BYTES)).path("number").asLong(0));
        } catch (IllegalArgumentException e) {
            LOG.warn("{} is not readable; head office will tell what it has", file, e);
            return 0;
        }
    }
}

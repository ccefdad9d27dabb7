package io.huitai.journal.log;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What the journal held for certain, written down twice: in `anchor` of the store directory, which goes where that
/// goes, and in one outside of it, which no copy brings back. A journal that is shorter at the next start, or holds
/// another entry at that place, has lost what was acknowledged.
///
/// It is written after each force of the journal and not forced itself, so it costs a sale nothing and is never ahead
/// of the disk: a kill leaves it exact, a power loss may leave an older one. Two places are written in turn, each with
/// a checksum, so that a write cut short leaves the one before. A write that fails is told and no more.
public final class Anchor implements Closeable {
    private static final Logger LOG = LoggerFactory.getLogger(Anchor.class);
    private static final Pattern LINE = Pattern.compile("(\\d{16}) ([0-9a-f]{64}) ([0-9a-f]{8})\n");

    /// Number, hash and checksum with what is between them.
    private static final int PLACE_BYTES = 16 + 1 + 64 + 1 + 8 + 1;

    private final Path file;
    private final Disk disk;
    private final Optional<Known> found;
    private Optional<Disk.Opened> opened = Optional.empty();
    private boolean second;
    private boolean failing;

    /// @param number of an entry that was on the disk for certain
    /// @param hash of it
    public record Known(long number, String hash) {
        /// The later of two.
        public static Optional<Known> later(Optional<Known> one, Optional<Known> other) {
            return other.filter(here ->
                            one.filter(there -> there.number() > here.number()).isEmpty())
                    .or(() -> one);
        }
    }

    private Anchor(Path file, Disk disk, Optional<Known> found) {
        this.file = file;
        this.disk = disk;
        this.found = found;
    }

    public static Anchor open(Path directory, Disk disk) throws IOException {
        return new Anchor(file(directory), disk, read(directory, disk));
    }

    /// What an anchor says; empty where there is none, or both its places are unreadable.
    public static Optional<Known> read(Path directory, Disk disk) throws IOException {
        var file = file(directory);
        if (!disk.exists(file)) {
            return Optional.empty();
        }
        try (var in = disk.read(file, 0)) {
            var text = new String(in.readNBytes(2 * PLACE_BYTES), StandardCharsets.ISO_8859_1);
            var first = known(text.substring(0, Math.min(PLACE_BYTES, text.length())));
            var second = known(text.substring(Math.min(PLACE_BYTES, text.length())));
            return Known.later(first, second);
        }
    }

    private static Optional<Known> known(String place) {
        var line = LINE.matcher(place);
        return line.matches() && line.group(3).equals(checksum(line.group(1), line.group(2)))
                ? Optional.of(new Known(Long.parseLong(line.group(1)), line.group(2)))
                : Optional.empty();
    }

    public static Path file(Path directory) {
        return directory.resolve("anchor");
    }

    /// What it said when it was opened.
    public Optional<Known> found() {
        return found;
    }

    /// Writes down an entry that is on the disk for certain.
    public void keep(long number, String hash) {
        try {
            boolean fresh = opened.isEmpty() && !disk.exists(file);
            if (opened.isEmpty()) {
                opened = Optional.of(disk.open(file));
            }
            var digits = "%016d".formatted(number);
            var line = digits + " " + hash + " " + checksum(digits, hash) + "\n";
            opened.get().write(second ? PLACE_BYTES : 0, line.getBytes(StandardCharsets.US_ASCII));
            if (fresh) { // that there is one must be certain
                opened.get().force();
                disk.forceDirectory(Objects.requireNonNull(file.getParent()));
            }
            second = !second;
            failing = false;
        } catch (IOException failed) {
            if (!failing) {
                LOG.warn("The anchor cannot be written: a loss would be found later", failed);
            }
            failing = true;
        }
    }

    private static String checksum(String number, String hash) {
        var crc = new CRC32C();
        crc.update((number + hash).getBytes(StandardCharsets.US_ASCII));
        return HexFormat.of().toHexDigits((int) crc.getValue());
    }

    @Override
    public void close() {
        opened.ifPresent(writing -> {
            try (writing) {
                writing.force();
            } catch (IOException failed) {
                LOG.warn("The anchor was not forced: a power loss may leave an older one", failed);
            }
        });
    }
}

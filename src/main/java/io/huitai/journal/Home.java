package io.huitai.journal;

import io.huitai.journal.log.CanonicalJson;
import io.huitai.journal.log.Disk;
import io.huitai.journal.secret.AccountPlace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.databind.node.JsonNodeFactory;

/// Where a journal is at home: `home` beside its anchor, outside of the store directory. A directory that was copied
/// or moved, to another folder or machine, is not at home.
///
/// @param directory its real path
/// @param machine as [AccountPlace#machine()] names it, "" where it has no name
record Home(String directory, String machine) {
    static Home of(Path storeDirectory) throws IOException {
        var absolute = storeDirectory.toAbsolutePath().normalize();
        return new Home(
                (absolute.toFile().exists() ? absolute.toRealPath() : absolute).toString(), AccountPlace.machine());
    }

    /// Whether this is what is kept outside.
    boolean isKept(Path outside, Disk disk) throws IOException {
        return read(outside, disk).filter(this::equals).isPresent();
    }

    private static Optional<Home> read(Path outside, Disk disk) throws IOException {
        var file = file(outside);
        if (!disk.exists(file)) {
            return Optional.empty();
        }
        try (var in = disk.read(file, 0)) {
            var json = CanonicalJson.parse(in.readNBytes(1 << 16));
            return Optional.of(new Home(
                    json.path("directory").asString(""), json.path("machine").asString("")));
        } catch (IllegalArgumentException damaged) {
            return Optional.empty(); // as if it were not known
        }
    }

    void write(Path outside, Disk disk) throws IOException {
        var json = JsonNodeFactory.instance
                .objectNode()
                .put("directory", directory)
                .put("machine", machine);
        disk.makeDirectory(outside);
        disk.replace(file(outside), CanonicalJson.bytes(json));
    }

    static void forget(Path outside, Disk disk) throws IOException {
        if (disk.exists(file(outside))) {
            disk.delete(file(outside));
            disk.forceDirectory(outside);
        }
    }

    private static Path file(Path outside) {
        return outside.resolve("home");
    }
}

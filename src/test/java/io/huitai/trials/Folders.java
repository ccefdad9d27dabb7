package io.huitai.trials;

import io.huitai.journal.secret.AccountPlace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.UUID;

/// Folders as a person at the till's disk would copy and delete them.
final class Folders {
    private Folders() {}

    static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : (Iterable<Path>) files::iterator) {
                var target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }

    /// A till with what its account keeps outside, as from an image of the whole machine: at home in its new place.
    static void copyWithWhatIsOutside(Path from, Path to) throws IOException {
        copy(from, to);
        var keys = to.resolve("keys");
        var id = Files.readString(keys.resolve("keychain")).strip();
        var own = UUID.randomUUID().toString().replace("-", "");
        Files.move(keys.resolve(id + ".p12"), keys.resolve(own + ".p12"));
        Files.writeString(keys.resolve("keychain"), own + "\n");
        var outside = AccountPlace.ofAccount();
        copy(outside.of(id), outside.of(own));
        Files.writeString(
                outside.of(own).resolve("home"),
                "{\"directory\":\"%s\",\"machine\":\"%s\"}".formatted(to.toRealPath(), AccountPlace.machine()));
    }

    static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : (Iterable<Path>) files.sorted(Comparator.reverseOrder())::iterator) {
                Files.delete(file);
            }
        }
    }
}

package io.huitai.journal.secret;

import io.huitai.journal.log.Disk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Where an account keeps what must not lie in a store directory: passwords of keychains, anchors of journals. Who has
/// a
/// copy of the store directory alone has none of it.
///
/// @param directory made when it is first needed, readable by its account only
public record AccountPlace(Path directory) {
    private static final String NAME = "huitai";

    /// The place of this account: what the environment's `HUITAI_OUTSIDE` names; else where the system keeps the state
    /// of programs (`$XDG_STATE_HOME`, `%LOCALAPPDATA%`, the home directory).
    public static AccountPlace ofAccount() {
        return new AccountPlace(variable("HUITAI_OUTSIDE").map(Path::of).orElseGet(AccountPlace::usual));
    }

    private static Optional<String> variable(String name) {
        return Optional.ofNullable(System.getenv(name)).filter(value -> !value.isBlank());
    }

    private static Path usual() {
        var home = Path.of(System.getProperty("user.home", "."));
        var system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (system.contains("win")) {
            return variable("LOCALAPPDATA").map(Path::of).orElse(home).resolve(NAME);
        }
        return system.contains("mac")
                ? home.resolve("Library").resolve("Application Support").resolve(NAME)
                : variable("XDG_STATE_HOME")
                        .map(Path::of)
                        .orElse(home.resolve(".local").resolve("state"))
                        .resolve(NAME);
    }

    /// What is kept for one keychain.
    public Path of(String keychain) {
        return directory.resolve(keychain);
    }

    /// What tells this machine from others, as far as it says.
    public static String machine() throws IOException {
        for (var file : List.of(Path.of("/etc/machine-id"), Path.of("/var/lib/dbus/machine-id"))) {
            if (Files.isReadable(file)) {
                return Files.readString(file).strip();
            }
        }
        return variable("COMPUTERNAME").orElse("");
    }

    void make(String keychain, Disk disk) throws IOException {
        disk.makeDirectory(of(keychain));
    }
}

package io.huitai.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A training store whose house asks for what one that sells is asked for.
final class HouseOf {
    private HouseOf() {}

    /// Opens the store once, and makes its house ask for all that concerns persons.
    static void asking(Path store, String programme) {
        ConsoleDriver.open(store, programme).close();
        var settings = store.resolve("settings.yaml");
        try {
            var usual = Files.readString(settings);
            var asking = usual;
            for (var rule : new String[] {"approveCards", "askProof", "signedIn"}) {
                asking = asking.replace(rule + ": false", rule + ": true");
            }
            if (asking.equals(usual)) {
                throw new AssertionError("The settings name no such rules");
            }
            Files.writeString(settings, asking);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}

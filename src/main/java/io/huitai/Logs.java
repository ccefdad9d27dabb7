package io.huitai;

import io.huitai.till.settings.StoreFiles;
import java.nio.file.Path;
import org.slf4j.LoggerFactory;

/// Where the log goes; to be said before the first logger is made.
final class Logs {
    /// Held here, for java.util.logging forgets the level of a logger that nobody holds.
    private static final java.util.logging.Logger HELIDON = java.util.logging.Logger.getLogger("io.helidon");

    private Logs() {}

    /// Keeps the web server's start-up words off standard error.
    static void quietServer() {
        HELIDON.setLevel(java.util.logging.Level.WARNING);
    }

    /// Into `logs/` of a store directory.
    static void into(Path store) {
        System.setProperty("huitai.logs", store.resolve("logs").toString());
        LoggerFactory.getILoggerFactory(); // now, on this thread: two threads that come first together are told off
        StoreFiles.close(store.resolve("logs")); // its new file; the folder keeps others out of later ones
    }
}

package io.huitai;

import java.nio.file.Path;
import org.slf4j.LoggerFactory;

/// Where the log goes; to be said before the first logger is made.
final class Logs {
    private Logs() {}

    /// Into `logs/` of a store directory.
    static void into(Path store) {
        System.setProperty("huitai.logs", store.resolve("logs").toString());
        LoggerFactory.getILoggerFactory(); // now, on this thread: two threads that come first together are told off
    }
}

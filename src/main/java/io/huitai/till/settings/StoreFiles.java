package io.huitai.till.settings;

import io.huitai.journal.log.SystemDisk;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What of a store directory is the till's: nobody but its account reads it, whoever has written it.
public final class StoreFiles {
    private static final Logger LOG = LoggerFactory.getLogger(StoreFiles.class);

    private static final List<String> OURS = List.of(
            "anchor",
            "calendar.yaml",
            "fapiao",
            "feed",
            "journal",
            "keys",
            "logo.png",
            "logs",
            "print",
            "programmes",
            TillSettings.FILE,
            "store.mv.db",
            "store.trace.db",
            "targets.yaml");

    private StoreFiles() {}

    /// Closes all of a store directory to other accounts; what of it this account may not change is told in the log.
    public static void closeAll(Path directory) {
        OURS.forEach(name -> close(directory.resolve(name)));
    }

    /// Closes a file, or a folder with what is in it.
    public static void close(Path path) {
        try {
            SystemDisk.closeToOthers(path);
        } catch (IOException notOurs) {
            LOG.warn("{} is not closed to other accounts: {}", path.getFileName(), notOurs.getMessage());
        }
    }
}

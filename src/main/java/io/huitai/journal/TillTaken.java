package io.huitai.journal;

import java.nio.file.Path;

/// Another process holds this store directory's journal; the console answers `TILL_TAKEN`.
public final class TillTaken extends RuntimeException {
    private static final long serialVersionUID = 1;

    public TillTaken(Path storeDirectory) {
        super("The till in " + storeDirectory + " is already running in another process");
    }
}

package io.huitai.journal;

import java.nio.file.Path;

/// The journal has entries but the till's key is not there, so nothing can be signed or verified.
public final class KeyMissing extends RuntimeException {
    private static final long serialVersionUID = 1;

    public KeyMissing(Path file) {
        super("The journal has entries but the till's key " + file + " is missing: put it back from the backup, or"
                + " provision this till anew");
    }
}

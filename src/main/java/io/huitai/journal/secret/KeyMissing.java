package io.huitai.journal.secret;

import java.nio.file.Path;

/// There is something that was signed or sealed, and what it takes to go on with it is not there.
public final class KeyMissing extends RuntimeException {
    private static final long serialVersionUID = 1;

    public KeyMissing(Path file) {
        super(file + " is missing: put it back from the backup, or provision this till anew");
    }
}

package io.huitai.journal.secret;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// A key or identity file of the store directory is there but does not hold what it should.
public final class KeyUnreadable extends RuntimeException {
    private static final long serialVersionUID = 1;

    public KeyUnreadable(Path file, String why, @Nullable Throwable cause) {
        super(file + " cannot be used: " + why, cause);
    }
}

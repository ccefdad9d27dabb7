package io.huitai.store;

import org.jspecify.annotations.Nullable;

/// The H2 store cannot be opened, read or rebuilt.
public final class StoreFailed extends RuntimeException {
    private static final long serialVersionUID = 1;

    StoreFailed(String what, @Nullable Throwable cause) {
        super(what, cause);
    }
}

package io.huitai.headoffice;

import org.jspecify.annotations.Nullable;

/// Head office cannot run: no database, or no port.
public final class HeadOfficeFailed extends RuntimeException {
    private static final long serialVersionUID = 1;

    HeadOfficeFailed(String what, @Nullable Throwable cause) {
        super(what, cause);
    }
}

package io.huitai.journal;

import org.jspecify.annotations.Nullable;

/// A line is not an entry as this journal writes them: not JSON, not canonical, a field missing or unknown.
public final class UnreadableEntry extends RuntimeException {
    private static final long serialVersionUID = 1;

    public UnreadableEntry(String why, @Nullable Throwable cause) {
        super(why, cause);
    }
}

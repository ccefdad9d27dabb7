package io.huitai.sync;

import org.jspecify.annotations.Nullable;

/// A [Receiver] could not take values of the feed now; they are asked for again, later.
public final class NotReceived extends RuntimeException {
    private static final long serialVersionUID = 1;

    public NotReceived(String why, @Nullable Throwable cause) {
        super(why, cause);
    }
}

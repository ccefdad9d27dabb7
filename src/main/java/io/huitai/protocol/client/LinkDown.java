package io.huitai.protocol.client;

import org.jspecify.annotations.Nullable;

/// Head office was not reached, or what answered is not head office. Whether it has taken what was sent is not known.
public final class LinkDown extends Exception {
    private static final long serialVersionUID = 1;

    public LinkDown(String why, @Nullable Throwable cause) {
        super(why, cause);
    }
}

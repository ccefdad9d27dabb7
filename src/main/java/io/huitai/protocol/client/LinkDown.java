package io.huitai.protocol.client;

import org.jspecify.annotations.Nullable;

/// Head office was not reached, or what answered is not head office. Whether it has taken what was sent is not known.
public sealed class LinkDown extends Exception permits NotTheHeadOffice {
    private static final long serialVersionUID = 1;

    public LinkDown(String why, @Nullable Throwable cause) {
        super(why, cause);
    }
}

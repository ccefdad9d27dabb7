package io.huitai.protocol.client;

import org.jspecify.annotations.Nullable;

/// Something answers at head office's address, and it is not the head office that this till knows: nothing that it
/// answered was believed.
public final class NotTheHeadOffice extends LinkDown {
    private static final long serialVersionUID = 1;

    public NotTheHeadOffice(String address, String why, @Nullable Throwable cause) {
        super("What answers at " + address + " is not the head office that this till knows: " + why, cause);
    }
}

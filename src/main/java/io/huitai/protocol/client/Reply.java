package io.huitai.protocol.client;

import io.huitai.protocol.RefusalMessage;

/// What head office answered.
public sealed interface Reply<T> {
    record Accepted<T>(T message) implements Reply<T> {}

    record Refused<T>(RefusalMessage refusal) implements Reply<T> {}
}

package io.huitai.protocol.client;

import io.huitai.protocol.TillName;
import java.security.PublicKey;
import java.time.Instant;
import java.util.Optional;

/// Who speaks to head office, and whose answers they believe. Any thread.
public interface Caller {
    TillName name();

    /// An Ed25519 signature by the till's own key.
    byte[] sign(byte[] message);

    /// What time it is there, for signatures.
    Instant now();

    /// The next counter: above all that were given before.
    long count();

    /// Head office has seen a counter as high as this: the next one is above it.
    void countOnFrom(long seen);

    /// The only key whose answers are believed; empty for a till that has none yet.
    Optional<PublicKey> headOffice();

    /// Believes this one from now on: the first hello was answered with it.
    void believe(PublicKey key);
}

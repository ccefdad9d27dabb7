package io.huitai.sync;

import io.huitai.journal.TillKey;
import io.huitai.journal.secret.Keychain;
import java.security.PublicKey;
import java.util.Optional;

/// Whose answers a till believes: head office's signing key. A real till is given it with its provisioning. A training
/// till believes the first head office that welcomes it and keeps its key in its keychain, where nobody else can put
/// another: one that comes later is not believed.
public final class KnownHeadOffice {
    private static final String NAME = "head-office";

    private final Optional<Keychain> keychain;
    private volatile Optional<PublicKey> key;

    private KnownHeadOffice(Optional<Keychain> keychain, Optional<PublicKey> key) {
        this.keychain = keychain;
        this.key = key;
    }

    /// As provisioning has told it.
    public static KnownHeadOffice provisioned(PublicKey key) {
        return new KnownHeadOffice(Optional.empty(), Optional.of(key));
    }

    /// As the first welcome tells it; kept in memory only.
    public static KnownHeadOffice unknown() {
        return new KnownHeadOffice(Optional.empty(), Optional.empty());
    }

    /// As the first welcome tells it, or has told it.
    public static KnownHeadOffice firstMet(Keychain keychain) {
        return new KnownHeadOffice(Optional.of(keychain), keychain.secret(NAME).map(TillKey::publicKey));
    }

    /// Empty as long as a training till has not been welcomed anywhere.
    public Optional<PublicKey> key() {
        return key;
    }

    /// Throws [io.huitai.journal.log.DiskFailed] when it cannot be kept.
    void believe(PublicKey first) {
        if (key.isPresent()) {
            throw new IllegalStateException("Another head office is known already");
        }
        keychain.ifPresent(to -> to.put(NAME, first.getEncoded()));
        key = Optional.of(first);
    }
}

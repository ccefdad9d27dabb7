package io.huitai.sync;

import io.huitai.journal.TillKey;
import io.huitai.journal.log.Disk;
import io.huitai.journal.log.DiskFailed;
import io.huitai.journal.secret.SealingKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.util.Base64;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Whose answers a till believes: head office's signing key. A real till is given it with its provisioning. A training
/// till believes the first head office that welcomes it and keeps its key in `keys/head-office.pub`, with a proof by
/// the
/// till's keychain: another one later is not believed, nor a file that somebody wrote without the keychain.
public final class KnownHeadOffice {
    private static final Logger LOG = LoggerFactory.getLogger(KnownHeadOffice.class);
    private static final int MAX_BYTES = 1_024;

    private final Optional<Keeping> keeping;
    private volatile Optional<PublicKey> key;

    private record Keeping(Path file, Disk disk, SealingKey sealing) {}

    private KnownHeadOffice(Optional<Keeping> keeping, Optional<PublicKey> key) {
        this.keeping = keeping;
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
    ///
    /// @param sealing the keychain's, for this purpose only
    /// @throws DiskFailed when it cannot be read
    public static KnownHeadOffice firstMet(Path storeDirectory, Disk disk, SealingKey sealing) {
        var keeping = new Keeping(storeDirectory.resolve("keys").resolve("head-office.pub"), disk, sealing);
        return new KnownHeadOffice(Optional.of(keeping), kept(keeping));
    }

    /// Empty as long as a training till has not been welcomed anywhere.
    public Optional<PublicKey> key() {
        return key;
    }

    void believe(PublicKey first) {
        if (key.isPresent()) {
            throw new IllegalStateException("Another head office is known already");
        }
        keeping.ifPresent(to -> keep(to, first));
        key = Optional.of(first);
    }

    private static void keep(Keeping to, PublicKey key) {
        var coder = Base64.getEncoder();
        var text = coder.encodeToString(key.getEncoded()) + "\n"
                + coder.encodeToString(to.sealing.mac(key.getEncoded())) + "\n";
        try {
            to.disk.replace(to.file, text.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException broken) {
            throw new DiskFailed("Cannot write " + to.file, broken);
        }
    }

    /// A file that does not prove itself is told, and the key in it is believed no more than none: the next welcome is
    /// the first one again.
    private static Optional<PublicKey> kept(Keeping in) {
        try {
            if (!in.disk.exists(in.file)) {
                return Optional.empty();
            }
            try (var bytes = in.disk.read(in.file, 0)) {
                var lines = new String(bytes.readNBytes(MAX_BYTES), StandardCharsets.US_ASCII)
                        .lines()
                        .toList();
                if (lines.size() != 2) {
                    throw new IllegalArgumentException("Not a key and its proof");
                }
                var key = Base64.getDecoder().decode(lines.getFirst());
                if (!MessageDigest.isEqual(
                        in.sealing.mac(key), Base64.getDecoder().decode(lines.getLast()))) {
                    throw new IllegalArgumentException("Not written by this till");
                }
                return Optional.of(TillKey.publicKey(key));
            }
        } catch (IllegalArgumentException edited) {
            LOG.error("{} is not what this till has written; head office is to be met anew", in.file, edited);
            return Optional.empty();
        } catch (IOException broken) {
            throw new DiskFailed("Cannot read " + in.file, broken);
        }
    }
}

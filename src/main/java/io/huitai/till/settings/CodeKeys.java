package io.huitai.till.settings;

import io.huitai.journal.TillKey;
import io.huitai.journal.log.Disk;
import io.huitai.till.refusal.ErrorCode;
import io.huitai.till.refusal.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Whose signature on members' codes this till believes: head office's, which it learns at its first contact and keeps
/// in `keys/codes.pub`, or, in a store that is its own authority, the till's own.
public final class CodeKeys {
    private static final Logger LOG = LoggerFactory.getLogger(CodeKeys.class);

    private final Path file;
    private final Disk disk;
    private Optional<PublicKey> trusted;

    /// @param own the till's own key, where the store is its own authority
    /// @throws Refusal `BAD_FILE` when the key that was kept cannot be read
    public CodeKeys(Path storeDirectory, Disk disk, Optional<PublicKey> own) {
        this.file = storeDirectory.resolve("keys").resolve("codes.pub");
        this.disk = disk;
        this.trusted = own.or(this::kept);
    }

    /// Empty as long as head office has not been reached.
    public Optional<PublicKey> trusted() {
        return trusted;
    }

    private Optional<PublicKey> kept() {
        try {
            if (!disk.exists(file)) {
                return Optional.empty();
            }
            try (var in = disk.read(file, 0)) {
                return Optional.of(key(new String(in.readNBytes(1_024), StandardCharsets.US_ASCII)));
            }
        } catch (IOException | IllegalArgumentException broken) {
            LOG.error("The key of members' codes cannot be read", broken);
            throw Refusal.of(ErrorCode.BAD_FILE, "keys/codes.pub");
        }
    }

    private static PublicKey key(String coded) {
        return TillKey.publicKey(Base64.getDecoder().decode(coded.strip()));
    }

    /// Learns head office's key, the first time. Another one later is not believed.
    ///
    /// @param coded X.509, Base64
    public void learn(String coded) {
        var told = key(coded);
        if (trusted.isEmpty()) {
            try {
                disk.replace(file, coded.getBytes(StandardCharsets.US_ASCII));
            } catch (IOException broken) {
                throw new UncheckedIOException("The key of members' codes cannot be kept", broken);
            }
            trusted = Optional.of(told);
        } else if (!Arrays.equals(trusted.get().getEncoded(), told.getEncoded())) {
            LOG.warn("Head office names another key for members' codes; the first one stands");
        }
    }
}

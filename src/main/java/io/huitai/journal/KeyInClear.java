package io.huitai.journal;

import io.huitai.journal.log.Disk;
import io.huitai.journal.secret.KeyUnreadable;
import io.huitai.journal.secret.Keychain;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/// The till's key as version 0.1.0 kept it, in clear: `keys/till.pem`. As long as it is there the store is being taken
/// over from that version.
record KeyInClear(TillKey key) {
    private static final int MAX_FILE_BYTES = 4096;

    static Optional<KeyInClear> read(Path storeDirectory, Disk disk) throws IOException {
        var file = file(storeDirectory);
        if (!disk.exists(file)) {
            return Optional.empty();
        }
        try (var in = disk.read(file, 0)) {
            var key = TillKey.of(new String(in.readNBytes(MAX_FILE_BYTES), StandardCharsets.US_ASCII));
            return Optional.of(new KeyInClear(key));
        } catch (IllegalArgumentException e) {
            throw new KeyUnreadable(file, String.valueOf(e.getMessage()), e);
        }
    }

    /// Keeps the key where it belongs. A keychain that has another one is not of this store.
    void keepIn(Keychain keychain) {
        if (!TillKey.in(keychain, TillKey.TILL).orElse(key).publicKey().equals(key.publicKey())) {
            throw new KeyUnreadable(file(keychain.directory()), "it is not the key of this till", null);
        }
        key.keptIn(keychain, TillKey.TILL);
    }

    /// Deletes it.
    static void delete(Path storeDirectory, Disk disk) throws IOException {
        if (disk.exists(file(storeDirectory))) {
            disk.delete(file(storeDirectory));
            disk.forceDirectory(Keychain.keys(storeDirectory));
        }
    }

    private static Path file(Path storeDirectory) {
        return Keychain.keys(storeDirectory).resolve("till.pem");
    }
}

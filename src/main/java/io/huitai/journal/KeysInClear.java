package io.huitai.journal;

import io.huitai.journal.log.Anchor;
import io.huitai.journal.log.Disk;
import io.huitai.journal.secret.KeyUnreadable;
import io.huitai.journal.secret.Keychain;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/// What version 0.1.0 kept in the store directory in clear: the till's key and the anchor. As long as they are there
/// the store is being taken over from it.
///
/// @param key as `keys/till.pem` has it
/// @param anchor as `anchor` has it
record KeysInClear(TillKey key, Optional<Anchor.Known> anchor) {
    private static final int MAX_FILE_BYTES = 4096;

    static Optional<KeysInClear> read(Path storeDirectory, Disk disk) throws IOException {
        var file = file(storeDirectory);
        if (!disk.exists(file)) {
            return Optional.empty();
        }
        try (var in = disk.read(file, 0)) {
            var key = TillKey.of(new String(in.readNBytes(MAX_FILE_BYTES), StandardCharsets.US_ASCII));
            return Optional.of(new KeysInClear(key, Anchor.read(storeDirectory, disk)));
        } catch (IllegalArgumentException e) {
            throw new KeyUnreadable(file, String.valueOf(e.getMessage()), e);
        }
    }

    /// Keeps the key where it belongs. A keychain that has another one is not of this store.
    void keepIn(Keychain keychain) {
        if (!keychain.pair(TillKey.NAME)
                .map(TillKey::of)
                .orElse(key)
                .publicKey()
                .equals(key.publicKey())) {
            throw new KeyUnreadable(file(keychain.directory()), "it is not the key of this till", null);
        }
        key.keptIn(keychain);
    }

    /// Deletes what was in clear.
    static void delete(Path storeDirectory, Disk disk) throws IOException {
        if (disk.exists(file(storeDirectory))) {
            disk.delete(Anchor.file(storeDirectory));
            disk.forceDirectory(storeDirectory);
            disk.delete(file(storeDirectory));
            disk.forceDirectory(Keychain.keys(storeDirectory));
        }
    }

    private static Path file(Path storeDirectory) {
        return Keychain.keys(storeDirectory).resolve("till.pem");
    }
}

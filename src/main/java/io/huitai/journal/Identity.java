package io.huitai.journal;

import io.huitai.journal.log.CanonicalJson;
import io.huitai.journal.log.Disk;
import io.huitai.journal.secret.KeyUnreadable;
import io.huitai.journal.secret.Keychain;
import io.huitai.shop.StoreId;
import io.huitai.shop.TillId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.databind.node.JsonNodeFactory;

/// Whose journal a store directory holds; kept as `keys/till.json`.
///
/// @param epoch 1 at first; a supervisor's fencing of a till begins the next one
public record Identity(StoreId store, TillId till, int epoch) {
    public Identity {
        if (epoch < 1) {
            throw new IllegalArgumentException("Epochs count from 1");
        }
    }

    static Optional<Identity> read(Path storeDirectory, Disk disk) throws IOException {
        var file = file(storeDirectory);
        if (!disk.exists(file)) {
            return Optional.empty();
        }
        try (var in = disk.read(file, 0)) {
            var json = CanonicalJson.parse(in.readNBytes(4096));
            return Optional.of(new Identity(
                    new StoreId(json.path("store").asString("")),
                    new TillId(json.path("till").asString("")),
                    json.path("epoch").asInt(0)));
        } catch (IllegalArgumentException e) {
            throw new KeyUnreadable(file, "it does not name a store, a till and an epoch", e);
        }
    }

    void write(Path storeDirectory, Disk disk) throws IOException {
        var json = JsonNodeFactory.instance
                .objectNode()
                .put("store", store.value())
                .put("till", till.value())
                .put("epoch", epoch);
        disk.makeDirectory(Keychain.keys(storeDirectory));
        disk.replace(file(storeDirectory), CanonicalJson.bytes(json));
    }

    boolean sameTill(Identity other) {
        return store.equals(other.store) && till.equals(other.till);
    }

    private static Path file(Path storeDirectory) {
        return Keychain.keys(storeDirectory).resolve("till.json");
    }
}

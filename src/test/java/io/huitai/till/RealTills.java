package io.huitai.till;

import io.huitai.journal.feed.Feed;
import io.huitai.journal.log.SystemDisk;
import io.huitai.journal.secret.AccountPlace;
import io.huitai.journal.secret.Keychain;
import io.huitai.shop.Lang;
import io.huitai.shop.OutletKind;
import io.huitai.shop.StoreId;
import io.huitai.shop.TillId;
import io.huitai.till.settings.Opening;
import io.huitai.till.settings.TillSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.LongSupplier;

/// A store that sells in earnest, with the demo catalogue, operators and members.
public final class RealTills {
    private static final String PROGRAMME = "standard-card";

    private RealTills() {}

    /// Makes one in a folder that has none, from a training store beside it.
    public static void make(Path store, Path training) {
        Till.open(TrainingTills.opening(training, PROGRAMME, Optional.empty()), InstantSource.system())
                .close();
        try {
            copy(training.resolve("programmes"), store.resolve("programmes"));
            var settings = Files.readString(training.resolve(TillSettings.FILE));
            Files.writeString(
                    store.resolve(TillSettings.FILE),
                    settings.substring(0, settings.indexOf("\nhouse:") + 1)
                            .replace("training: true", "training: false"));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        feed(store, training);
    }

    /// Sealed by the store's own keychain.
    private static void feed(Path store, Path training) {
        var disk = new SystemDisk();
        var own = Keychain.openOrMake(store, AccountPlace.ofAccount(), disk);
        try (var from = Feed.open(Keychain.open(training, disk), Feed.TRAINING, disk);
                var to = Feed.open(own, Feed.TRAINING, disk);
                var lines = from.read()) {
            to.append(lines.toList(), from.cursor());
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var paths = Files.walk(from)) {
            for (var path : paths.filter(Files::isRegularFile).toList()) {
                var copy = to.resolve(from.relativize(path));
                Files.createDirectories(copy.getParent());
                Files.copy(path, copy);
            }
        }
    }

    public static Till open(Path store, InstantSource wall, LongSupplier steady) {
        var opening = new Opening(
                store,
                new StoreId("S001"),
                new TillId("T1"),
                OutletKind.RESTAURANT,
                PROGRAMME,
                Lang.ZH,
                false,
                Optional.empty());
        return Till.open(opening, wall, steady);
    }
}

package io.huitai.till;

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
import java.util.List;
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
            for (var part : List.of("feed", "programmes")) {
                copy(training.resolve(part), store.resolve(part));
            }
            var settings = Files.readString(training.resolve(TillSettings.FILE));
            Files.writeString(
                    store.resolve(TillSettings.FILE),
                    settings.substring(0, settings.indexOf("\nhouse:") + 1)
                            .replace("training: true", "training: false"));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
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

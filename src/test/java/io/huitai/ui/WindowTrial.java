package io.huitai.ui;

import io.huitai.shop.Lang;
import io.huitai.till.Till;
import io.huitai.till.TrainingTills;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// Opens the window on a training store in the directory given, to be looked at.
final class WindowTrial {
    private WindowTrial() {}

    public static void main(String[] arguments) throws InterruptedException {
        var opening = TrainingTills.opening(
                Path.of(arguments[0]), arguments.length > 1 ? arguments[1] : "standard-card", Optional.empty());
        var till = CompletableFuture.supplyAsync(() -> Till.open(opening, InstantSource.system()));
        Window.show(till, Surroundings.alone(), Lang.ZH, () -> {});
        till.join().close();
    }
}

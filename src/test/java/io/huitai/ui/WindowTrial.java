package io.huitai.ui;

import io.huitai.shop.Lang;
import io.huitai.shop.OutletKind;
import io.huitai.shop.StoreId;
import io.huitai.shop.TillId;
import io.huitai.till.Till;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// Opens the window on a training store in the directory given, to be looked at.
final class WindowTrial {
    private WindowTrial() {}

    public static void main(String[] arguments) throws InterruptedException {
        var opening = new Till.Opening(
                Path.of(arguments[0]),
                new StoreId("S001"),
                new TillId("T1"),
                OutletKind.RESTAURANT,
                arguments.length > 1 ? arguments[1] : "standard-card",
                Lang.ZH,
                false,
                Optional.empty());
        var till = CompletableFuture.supplyAsync(() -> Till.open(opening, InstantSource.system()));
        Window.show(till, Surroundings.alone(), Lang.ZH);
        till.join().close();
    }
}

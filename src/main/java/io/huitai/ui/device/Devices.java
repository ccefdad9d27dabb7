package io.huitai.ui.device;

import io.huitai.device.Picture;
import io.huitai.device.PrintResult;
import io.huitai.device.Readers;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;

/// What hangs on this till, as the window gets at it.
///
/// @param readers there when the till has opened
/// @param testPage sends a test page to the receipt printer; empty where receipts go to the screen
/// @param pictures finds the code in a picture; may take a while
public record Devices(
        CompletableFuture<Readers> readers,
        Supplier<CompletableFuture<Optional<PrintResult>>> testPage,
        Function<Picture, Optional<String>> pictures) {
    /// Nothing but a screen.
    public static Devices none() {
        return new Devices(
                CompletableFuture.completedFuture(Readers.none()),
                () -> CompletableFuture.completedFuture(Optional.empty()),
                _ -> Optional.empty());
    }

    /// The readers, none while the till opens or where it could not.
    public Readers atHand() {
        return readers.isDone() && !readers.isCompletedExceptionally() ? readers.join() : Readers.none();
    }
}

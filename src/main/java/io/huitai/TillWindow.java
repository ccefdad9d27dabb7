package io.huitai;

import io.huitai.device.PrintResult;
import io.huitai.device.Readers;
import io.huitai.device.driver.PictureCodes;
import io.huitai.device.driver.ReaderDrivers;
import io.huitai.sync.LinkState;
import io.huitai.till.Till;
import io.huitai.till.paper.PrinterState;
import io.huitai.till.settings.ReaderNames;
import io.huitai.ui.Surroundings;
import io.huitai.ui.Surroundings.Line;
import io.huitai.ui.Tone;
import io.huitai.ui.Window;
import io.huitai.ui.device.Devices;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// The window over one till: the sign-in screen is painted, then the till opens behind it.
final class TillWindow {
    /// Seconds: a screen that is asleep paints nothing, and the till opens all the same.
    private static final long LONGEST_PAINT = 5;

    private TillWindow() {}

    static int open(Path store, TillOptions options) throws IOException, InterruptedException {
        Files.createDirectories(store);
        Logs.into(store);
        var painted = new CompletableFuture<Boolean>().completeOnTimeout(true, LONGEST_PAINT, TimeUnit.SECONDS);
        var wiring = painted.thenApplyAsync(_ -> new Wiring(store, options));
        var readers = wiring.thenApply(TillWindow::readers);
        try {
            Window.show(
                    wiring.thenApply(Wiring::till),
                    around(wiring, readers),
                    options.lang(),
                    () -> painted.complete(true));
        } finally {
            painted.cancel(false); // where no window came
            readers.thenAccept(Readers::close).exceptionally(_ -> null).join();
            wiring.thenAccept(Wiring::close).exceptionally(_ -> null).join();
        }
        return wiring.isCompletedExceptionally() ? 1 : 0;
    }

    private static Readers readers(Wiring wiring) {
        return Readers.open(ReaderNames.readers(wiring.till().settings()), ReaderDrivers::open);
    }

    private static Surroundings around(CompletableFuture<Wiring> wiring, CompletableFuture<Readers> readers) {
        return new Surroundings(
                () -> link(opened(wiring)),
                () -> printer(opened(wiring)),
                new Devices(readers, () -> wiring.thenApplyAsync(TillWindow::testPage), PictureCodes::read),
                new Tone(Thread::startVirtualThread));
    }

    private static Optional<PrintResult> testPage(Wiring wiring) {
        return TestPrint.on(wiring.till().settings());
    }

    private static Optional<Wiring> opened(CompletableFuture<Wiring> wiring) {
        return wiring.isDone() && !wiring.isCompletedExceptionally() ? Optional.of(wiring.join()) : Optional.empty();
    }

    private static Surroundings.Link link(Optional<Wiring> wiring) {
        return wiring.flatMap(Wiring::link)
                .map(TillWindow::link)
                .orElse(new Surroundings.Link(Line.ALONE, 0, Duration.ZERO));
    }

    private static Surroundings.Link link(LinkState state) {
        var line = switch (state.status()) {
            case ONLINE -> Line.ONLINE;
            case UNKNOWN, OFFLINE -> Line.OFFLINE;
            case STOPPED -> Line.STOPPED;
        };
        Instant now = InstantSource.system().instant();
        return new Surroundings.Link(
                line, state.pending(), Duration.between(state.since().orElse(now), now));
    }

    private static PrinterState printer(Optional<Wiring> wiring) {
        return wiring.map(Wiring::till).map(Till::printer).orElse(PrinterState.SCREEN);
    }

    /// Where a till keeps its store when nobody says: the platform's data folder.
    static Path usualStore() {
        var home = Path.of(System.getProperty("user.home", "."));
        var system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (system.contains("win")) {
            return folder("LOCALAPPDATA", home.resolve("AppData").resolve("Local"))
                    .resolve("Huitai");
        }
        if (system.contains("mac")) {
            return home.resolve("Library").resolve("Application Support").resolve("Huitai");
        }
        return folder("XDG_DATA_HOME", home.resolve(".local").resolve("share")).resolve("huitai");
    }

    private static Path folder(String variable, Path otherwise) {
        var value = System.getenv(variable);
        return value == null || value.isBlank() ? otherwise : Path.of(value);
    }
}

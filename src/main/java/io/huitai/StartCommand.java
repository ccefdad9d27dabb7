package io.huitai;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `huitai start`, which plain `mvn` runs: the window where there is a display, else the demo sale.
@Command(
        name = "start",
        mixinStandardHelpOptions = true,
        description = "Opens the window where there is a display; else tells the demo sale.")
final class StartCommand implements Callable<Integer> {
    @Option(names = "--store", required = true, paramLabel = "DIR", description = "The store directory.")
    private @Nullable Path store;

    @Mixin
    private TillOptions options = new TillOptions();

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (hasDisplay()) {
            return TillWindow.open(Objects.requireNonNull(store), options);
        }
        System.out.println(DemoCommand.inBoth("start.no-display"));
        return new DemoCommand().call();
    }

    /// Windows and macOS draw by themselves; elsewhere a display is named by X11 or Wayland.
    private static boolean hasDisplay() {
        var system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        return system.contains("win") || system.contains("mac") || isSet("DISPLAY") || isSet("WAYLAND_DISPLAY");
    }

    private static boolean isSet(String variable) {
        var value = System.getenv(variable);
        return value != null && !value.isBlank();
    }
}

package io.huitai;

import io.huitai.console.Console;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `huitai console`: one till on standard input and output.
@Command(
        name = "console",
        mixinStandardHelpOptions = true,
        description = "Runs one till as JSON lines on standard input and output.")
final class ConsoleCommand implements Callable<Integer> {
    @Option(names = "--store", required = true, paramLabel = "DIR", description = "The store directory.")
    private @Nullable Path store;

    @Mixin
    private TillOptions options = new TillOptions();

    @Override
    public Integer call() throws IOException {
        Path directory = Objects.requireNonNull(store);
        Logs.into(directory);
        try (var wiring = new Wiring(directory, options)) {
            new Console(wiring.till(), wiring, options.lang()).run(System.in, System.out);
        }
        return 0;
    }
}

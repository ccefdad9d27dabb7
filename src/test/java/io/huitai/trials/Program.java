package io.huitai.trials;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The packaged program, `target/huitai/bin/huitai`, as processes of their own. They share an archive of loaded classes
/// that a first run records: it starts a till in a third of the time and changes nothing else.
final class Program {
    /// Whether the sizes of a release are asked for, `-Dhuitai.trials=full`.
    static final boolean FULL = "full".equals(System.getProperty("huitai.trials"));

    private static final Path FOLDER = Path.of(System.getProperty("huitai.folder"));
    private static final String QUICK_START = "-XX:TieredStopAtLevel=1 -Xshare:auto -Xlog:cds*=off,aot*=off:stderr";
    private static final Path WORK = recorded();

    private Program() {}

    /// Starts it; what it says on standard error is added to a log.
    static Process start(Path log, String... arguments) {
        return start(WORK, QUICK_START + " -XX:SharedArchiveFile=classes.jsa", log, arguments);
    }

    /// Starts it as its launcher alone would.
    static Process startPlain(Path log, String... arguments) {
        return start(WORK, "", log, arguments);
    }

    private static Process start(Path work, String options, Path log, String... arguments) {
        var command = new ArrayList<>(List.of(FOLDER.resolve("bin/huitai").toString()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command)
                .directory(work.toFile())
                .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().put("HUITAI_OPTIONS", options);
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Runs it to its end and gives its standard output.
    static String output(int exit, Path log, String... arguments) throws IOException, InterruptedException {
        var process = start(log, arguments);
        process.getOutputStream().close();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != exit) {
            throw new AssertionError("huitai ended with " + process.exitValue() + ": " + Files.readString(log));
        }
        return output;
    }

    /// The folder the processes run in, with the archive of classes in it.
    private static Path recorded() {
        try {
            var work = Files.createDirectories(FOLDER.resolveSibling("trials"));
            Files.deleteIfExists(work.resolve("classes.jsa"));
            var store = Files.createTempDirectory("huitai-trials");
            var log = store.resolve("log");
            var process = start(
                    work,
                    QUICK_START + " -XX:ArchiveClassesAtExit=classes.jsa",
                    log,
                    "console",
                    "--store",
                    store.resolve("store").toString());
            try (var till = new TillProcess(process, log)) {
                till.ok("sign-in", "operator", "1001", "pin", "1111");
                till.ok("open-shift", "float", "1.00");
                till.ok("add", "sku", "L001");
                till.ok("tender", "type", "cash");
                till.ok("receipt");
                till.ok("journal-verify");
            } finally {
                Folders.delete(store);
            }
            return work;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

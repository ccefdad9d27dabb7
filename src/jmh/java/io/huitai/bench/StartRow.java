package io.huitai.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// `start.screen` and `memory.idle`: the packaged folder as a process on a virtual display, in turn with an empty
/// JavaFX window of the same Java with the same options. Painted is what stands in the display's frame buffer: for the
/// empty window anything at all, for the till a screen of many colours.
final class StartRow implements Measured {
    private static final int EMPTY_COLOURS = 2;
    private static final int TILL_COLOURS = 12;
    private static final long REST_SECONDS = 10;
    private static final long PATIENCE_SECONDS = 120;

    private final Path home = Path.of(System.getProperty("huitai.folder", "target/huitai"));
    private final Path java = Path.of(System.getProperty("java.home"));

    @Override
    public List<Figure> measure(Size size, Path folder) throws IOException, InterruptedException {
        var till = new Times();
        var empty = new Times();
        var memory = new ArrayList<Long>();
        for (var start = -1; start < size.starts(); start++) { // the first one only warms the disk, and makes a store
            var last = start == size.starts() - 1;
            try (var shown = new Shown(folder, till(folder.resolve("store")), TILL_COLOURS)) {
                count(start, till, shown.took);
                if (last) {
                    shown.sell(folder.resolve("store").resolve("journal"));
                    memory.add(shown.residentKilobytes());
                }
            }
            try (var shown = new Shown(folder, empty(), EMPTY_COLOURS)) {
                count(start, empty, shown.took);
                if (last) {
                    memory.add(shown.residentKilobytes());
                }
            }
        }
        return List.of(
                Figure.beside("start.screen", till.p50Millis(), "ms p50", "empty JavaFX window, ms", empty.p50Millis()),
                Figure.beside(
                        "memory.idle",
                        memory.getFirst() / 1_024.0,
                        "MB resident",
                        "empty JavaFX window, MB",
                        memory.getLast() / 1_024.0));
    }

    private static void count(int start, Times times, long took) {
        if (start >= 0) {
            times.add(took);
        }
    }

    private List<String> till(Path store) {
        return List.of(home.resolve("bin").resolve("huitai").toString(), "--store", store.toString());
    }

    /// As `bin/huitai` would start it.
    private List<String> empty() {
        var command = new ArrayList<String>();
        var own = home.resolve("runtime");
        command.add((Files.isDirectory(own) ? own : java)
                .resolve("bin")
                .resolve("java")
                .toString());
        var javafx = home.resolve("lib").resolve("javafx");
        if (Files.isDirectory(javafx)) {
            Collections.addAll(command, "--module-path", javafx.toString());
        }
        var classes = EmptyWindow.class.getProtectionDomain().getCodeSource().getLocation();
        Collections.addAll(command, "--add-modules", "javafx.controls", "-XX:+UseSerialGC", "-Xmx768m");
        Collections.addAll(
                command,
                "--enable-native-access=javafx.graphics",
                "-cp",
                Path.of(classes.getPath()).toString());
        command.add(EmptyWindow.class.getName());
        return command;
    }

    /// A program with a window on a display of its own, from its start until it is painted.
    private final class Shown implements AutoCloseable {
        final long took;
        private final Process display;
        private final Process program;
        private final String name;

        Shown(Path folder, List<String> command, int colours) throws IOException, InterruptedException {
            var frames = Files.createTempDirectory(folder, "display");
            display = new ProcessBuilder(
                            "Xvfb",
                            "-displayfd",
                            "1",
                            "-screen",
                            "0",
                            "1366x768x24",
                            "-nolisten",
                            "tcp",
                            "-fbdir",
                            frames.toString())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            name = ":"
                    + new BufferedReader(new InputStreamReader(display.getInputStream(), StandardCharsets.US_ASCII))
                            .readLine();
            var builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("said").toFile());
            builder.environment().put("DISPLAY", name);
            builder.environment().put("HUITAI_JAVA", java.toString());
            try (var file = FileChannel.open(frames.resolve("Xvfb_screen0"), StandardOpenOption.READ)) {
                var buffer = file.map(FileChannel.MapMode.READ_ONLY, 0, file.size());
                var began = System.nanoTime();
                program = builder.start();
                while (colours(buffer) < colours) {
                    if (System.nanoTime() - began > TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS)) {
                        close();
                        throw new IllegalStateException("Not painted: " + command);
                    }
                    TimeUnit.MILLISECONDS.sleep(2);
                }
                took = System.nanoTime() - began;
            }
        }

        /// Of every 97th pixel of the screen.
        private static int colours(MappedByteBuffer buffer) {
            var seen = new HashSet<Integer>();
            for (var at = buffer.limit() - 1366 * 768 * 4; at < buffer.limit(); at += 4 * 97) {
                seen.add(buffer.getInt(at));
            }
            return seen.size();
        }

        /// By keys, to the sale screen.
        void sell(Path journal) throws IOException, InterruptedException {
            var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
            var keys = List.of("1001", "Return", "1111", "Return", "200", "Return");
            for (var i = 0; !told(journal, "ShiftOpened") && System.nanoTime() < end; i = (i + 2) % keys.size()) {
                if (i != 4 || told(journal, "SignedIn")) {
                    xdotool("type", "--delay", "90", keys.get(i));
                    xdotool("key", keys.get(i + 1));
                    TimeUnit.SECONDS.sleep(2);
                }
            }
            if (!told(journal, "ShiftOpened")) {
                throw new IllegalStateException("No shift was opened by keys");
            }
        }

        private void xdotool(String... words) throws IOException, InterruptedException {
            var command = new ArrayList<>(List.of("xdotool"));
            Collections.addAll(command, words);
            var builder = new ProcessBuilder(command);
            builder.environment().put("DISPLAY", name);
            builder.start().waitFor();
        }

        private static boolean told(Path journal, String kind) throws IOException {
            if (!Files.isDirectory(journal)) {
                return false;
            }
            try (var files = Files.newDirectoryStream(journal, "*.jsonl")) {
                for (var file : files) {
                    if (Files.readString(file).contains("\"kind\":\"" + kind + "\"")) {
                        return true;
                    }
                }
            }
            return false;
        }

        long residentKilobytes() throws IOException, InterruptedException {
            TimeUnit.SECONDS.sleep(REST_SECONDS);
            try (var lines = Files.lines(Path.of("/proc/" + program.pid() + "/status"))) {
                return lines.filter(line -> line.startsWith("VmRSS:"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                        .findFirst()
                        .orElseThrow();
            }
        }

        @Override
        public void close() {
            for (var process : List.of(program, display)) {
                process.destroy();
                try {
                    if (!process.waitFor(30, TimeUnit.SECONDS)) {
                        process.destroyForcibly();
                    }
                } catch (InterruptedException interrupted) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }
}

package io.huitai.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Measures row by row, each in a process of its own with the options that the till is started with, prints one table
/// and writes `target/bench.json`. A row that cannot be measured is missing from both, and the run fails.
public final class Bench {
    private static final Map<String, Supplier<Measured>> ROWS = new LinkedHashMap<>();

    static {
        ROWS.put("price.20", PriceRow::new);
        ROWS.put("commit.sale", CommitRow::new);
        ROWS.put("lookup.card", LookupRow::new);
        ROWS.put("commit.growth", GrowthRow::new);
        ROWS.put("guest.days", GuestRow::new);
        ROWS.put("disk.sale", DiskRow::new);
        ROWS.put("start.screen", StartRow::new);
        ROWS.put("search.product", SearchRow::new);
        ROWS.put("ui.scan", ScanRow::new);
        ROWS.put("sync.drain", SyncRow::new);
        ROWS.put("start.recover", RecoverRow::new);
    }

    /// As `installer/bin/huitai` starts the till.
    private static final List<String> OPTIONS = List.of(
            "-Dfile.encoding=UTF-8",
            "-Dstdout.encoding=UTF-8",
            "--enable-native-access=ALL-UNNAMED",
            "--add-opens=java.smartcardio/sun.security.smartcardio=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow", // JMH
            "-XX:+UseSerialGC",
            "-Xmx768m",
            "-Dglass.platform=Headless",
            "-Dprism.order=sw");

    private Bench() {}

    /// @param arguments none; or in a row's own process its name, a folder, and where its figures go
    public static void main(String[] arguments) throws Exception {
        if (arguments.length == 3) {
            var figures = row(arguments[0]).measure(size(), Path.of(arguments[1]));
            Files.write(
                    Path.of(arguments[2]), figures.stream().map(Figure::line).toList());
            System.exit(0); // whatever threads a toolkit or a server has left
        }
        var target = Path.of(System.getProperty("huitai.basedir", "."), "target");
        var figures = new ArrayList<Figure>();
        var missing = new ArrayList<String>();
        for (var row : ROWS.keySet()) {
            var only = System.getProperty("bench.only", "all");
            if (only.equals("all") || only.equals(row)) {
                System.out.println("bench: " + row);
                var measured = inOwnProcess(row, target);
                figures.addAll(measured);
                if (measured.isEmpty()) {
                    missing.add(row);
                }
            }
        }
        Files.writeString(
                target.resolve("bench.json"),
                figures.stream().map(Figure::line).collect(Collectors.joining(",\n ", "[", "]\n")));
        System.out.println(machine(target));
        System.out.println("| name | value | unit | baseline | ratio |\n|---|---|---|---|---|");
        figures.forEach(figure -> System.out.println(figure.row()));
        if (!missing.isEmpty()) {
            System.err.println("bench: not measured: " + missing);
            System.exit(1);
        }
    }

    private static Measured row(String name) {
        return Optional.ofNullable(ROWS.get(name)).orElseThrow().get();
    }

    private static Size size() {
        return Size.named(System.getProperty("bench.size", "small"));
    }

    private static List<Figure> inOwnProcess(String row, Path target) throws IOException, InterruptedException {
        var folder = Files.createTempDirectory(target, "bench");
        var figures = folder.resolve("figures");
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var properties = Stream.of("huitai.basedir", "huitai.folder", "bench.size")
                .filter(name -> System.getProperty(name) != null)
                .map(name -> "-D" + name + "=" + System.getProperty(name));
        var command = Stream.of(
                        Stream.of(java),
                        OPTIONS.stream(),
                        properties,
                        Stream.of("-cp", System.getProperty("java.class.path"), Bench.class.getName(), row),
                        Stream.of(Files.createDirectory(folder.resolve("work")).toString(), figures.toString()))
                .flatMap(part -> part)
                .toList();
        try {
            new ProcessBuilder(command).inheritIO().start().waitFor();
            return Files.exists(figures)
                    ? Files.readAllLines(figures).stream().map(Figure::read).toList()
                    : List.of();
        } finally {
            try (var files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
            }
        }
    }

    private static String machine(Path target) throws IOException {
        return "%d cores, JDK %s, %s %s, %s"
                .formatted(
                        Runtime.getRuntime().availableProcessors(),
                        Runtime.version(),
                        System.getProperty("os.name"),
                        System.getProperty("os.version"),
                        Files.getFileStore(target).type());
    }
}

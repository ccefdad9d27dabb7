package io.huitai;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The packaged till in a real window on a virtual display, with key strokes as a keyboard, a wedge scanner and a
/// wedge card reader send them. What happened is read from the journal's files.
class WindowIT {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int PERSON_MILLIS = 90;
    private static final int WEDGE_MILLIS = 4;
    private static final int CARET_PIXELS = 200;
    private static final Pattern KIND = Pattern.compile("\"kind\":\"(\\w+)\",\"number\"");
    private static final String CARD = ";9988000000000015=29121010000000000?";

    @TempDir
    private Path directory;

    private final List<Process> processes = new ArrayList<>();
    private String display = "";
    private String window = "";

    @BeforeEach
    void openTheWindow() throws IOException, InterruptedException {
        var xvfb = new ProcessBuilder("Xvfb", "-displayfd", "1", "-screen", "0", "1366x768x24", "-nolisten", "tcp")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        processes.add(xvfb);
        display = ":"
                + new BufferedReader(new InputStreamReader(xvfb.getInputStream(), StandardCharsets.US_ASCII))
                        .readLine();
        var till = new ProcessBuilder(
                Path.of(System.getProperty("huitai.folder"), "bin", "huitai").toString(),
                "--store",
                directory.resolve("store").toString());
        till.environment().put("DISPLAY", display);
        processes.add(till.redirectErrorStream(true)
                .redirectOutput(directory.resolve("till.log").toFile())
                .start());
        until(() -> !xdotool("search", "--onlyvisible", "--name", "Huitai").isEmpty());
        window = xdotool("search", "--onlyvisible", "--name", "Huitai")
                .lines()
                .findFirst()
                .orElseThrow();
        until(() -> journalled().contains("TillOpened"));
        xdotool("windowfocus", "--sync", window);
    }

    @AfterEach
    void closeTheWindow() throws InterruptedException {
        for (var process : processes.reversed()) {
            process.destroy();
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        }
    }

    @Test
    void twoScansASwipeAndEnterAreASaleAndASwipeLeavesTypedTextAlone() throws IOException, InterruptedException {
        until(() -> {
            person("1001");
            key("Return");
            person("1111");
            key("Return");
            return appears("SignedIn", 1);
        });
        picture("sign-in");
        person("200");
        key("Return");
        until(() -> appears("ShiftOpened", 1));
        picture("sale-empty");
        wedge("6999001000017");
        until(() -> appears("LineAdded", 1));
        wedge("6999001000024");
        until(() -> appears("LineAdded", 2));
        wedge(CARD);
        until(() -> appears("MemberAttached", 1));
        picture("sale-zh");
        key("Return");
        until(() -> appears("SaleCompleted", 1));
        picture("sale-done");
        key("Return");
        picture("next-bill");

        person("gb");
        wedge(CARD);
        until(() -> appears("MemberAttached", 2));
        person("jd");
        key("Return");
        picture("dish");
        key("Return");
        until(() -> appears("LineAdded", 3));
        assertThat(journal()).as("the search text was gbjd, so Enter took 宫保鸡丁").contains("宫保鸡丁");
        key("F1");
        picture("sale-en");
    }

    /// A scanner that sends CR CR or CR LF, a pause in a code, a key held down, and Enter pressed twice: nothing is
    /// paid that nobody paid, and the change stays.
    @Test
    void whatNobodyPressedPaysNothing() throws IOException, InterruptedException {
        until(() -> {
            person("1001");
            key("Return");
            person("1111");
            key("Return");
            return appears("SignedIn", 1);
        });
        person("200");
        key("Return");
        until(() -> appears("ShiftOpened", 1));
        picture("sale-before-codes");
        scanner("6999001000017", "Return", "6999001000017", "Return", "Return");
        until(() -> appears("LineAdded", 2));
        scanner("6999001000024", "Return", "Tab");
        until(() -> appears("LineAdded", 3));
        picture("codes-with-two-ends");
        assertThat(journalled()).doesNotContain("SaleCompleted");
        xdotool("key", "--delay", "150", "Return", "Return");
        until(() -> appears("SaleCompleted", 1));
        picture("change-after-two-enters");
        wedge("6999001000024");
        until(() -> appears("LineAdded", 4));
        xdotool("keydown", "Return");
        until(() -> appears("SaleCompleted", 2));
        TimeUnit.SECONDS.sleep(2);
        xdotool("keyup", "Return");
        picture("change-after-a-held-enter");
        assertThat(journalled().stream().filter("SaleCompleted"::equals)).hasSize(2);
        wedge("6999001000017");
        until(() -> appears("LineAdded", 5));
    }

    private void person(String text) throws IOException, InterruptedException {
        xdotool("type", "--delay", Integer.toString(PERSON_MILLIS), text);
    }

    private void wedge(String text) throws IOException, InterruptedException {
        xdotool("type", "--delay", Integer.toString(WEDGE_MILLIS), text);
        key("Return");
    }

    /// Keys in one go, as from one hand: a process each would be slower than any scanner on a busy machine.
    private void scanner(String... keys) throws IOException, InterruptedException {
        var words = new ArrayList<>(List.of("key", "--delay", "8"));
        for (var key : keys) {
            words.addAll(key.matches("[0-9]+") ? List.of(key.split("")) : List.of(key));
        }
        xdotool(words.toArray(String[]::new));
    }

    private void key(String name) throws IOException, InterruptedException {
        xdotool("key", name);
    }

    private String xdotool(String... words) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("xdotool"));
        command.addAll(List.of(words));
        return run(command);
    }

    /// A picture of the screen once it has come to rest: two in a row are alike but for the blinking caret.
    private void picture(String name) throws IOException, InterruptedException {
        var pictures = Files.createDirectories(Path.of(System.getProperty("huitai.basedir"), "target", "screenshots"));
        var file = pictures.resolve("window-" + name + ".png");
        var before = directory.resolve("before.png");
        until(() -> {
            run(List.of("import", "-window", "root", before.toString()));
            TimeUnit.MILLISECONDS.sleep(700);
            run(List.of("import", "-window", "root", file.toString()));
            return different(before, file) < CARET_PIXELS;
        });
        assertThat(file).isNotEmptyFile();
    }

    private static int different(Path one, Path other) throws IOException {
        var first = ImageIO.read(one.toFile());
        var second = ImageIO.read(other.toFile());
        var different = 0;
        for (var x = 0; x < first.getWidth(); x++) {
            for (var y = 0; y < first.getHeight(); y++) {
                different += first.getRGB(x, y) == second.getRGB(x, y) ? 0 : 1;
            }
        }
        return different;
    }

    private String run(List<String> command) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("DISPLAY", display);
        var process = builder.start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output;
    }

    private String journal() throws IOException {
        var folder = directory.resolve("store").resolve("journal");
        if (!Files.isDirectory(folder)) {
            return "";
        }
        var text = new StringBuilder();
        try (var files = Files.list(folder)) {
            for (var file : files.filter(each -> each.toString().endsWith(".jsonl"))
                    .sorted()
                    .toList()) {
                text.append(Files.readString(file));
            }
        }
        return text.toString();
    }

    private List<String> journalled() throws IOException {
        return KIND.matcher(journal()).results().map(match -> match.group(1)).toList();
    }

    /// Whether so many facts of a kind are in the journal within a moment.
    private boolean appears(String kind, int times) throws IOException, InterruptedException {
        for (var i = 0; i < 50; i++) {
            if (journalled().stream().filter(kind::equals).count() >= times) {
                return true;
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        return false;
    }

    private interface Claim {
        boolean holds() throws IOException, InterruptedException;
    }

    private void until(Claim claim) throws IOException, InterruptedException {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (!claim.holds()) {
            assertThat(System.nanoTime())
                    .as("journal so far: %s; the till said: %s", journalled(), said())
                    .isLessThan(end);
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    private String said() throws IOException {
        var log = directory.resolve("till.log");
        return Files.exists(log) ? Files.readString(log) : "";
    }
}

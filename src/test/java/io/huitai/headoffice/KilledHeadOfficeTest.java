package io.huitai.headoffice;

import static io.huitai.headoffice.Offices.ZHANG;
import static org.assertj.core.api.Assertions.assertThat;

import io.huitai.HeadOfficeCommand;
import io.huitai.sync.Synced;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/// `huitai head-office` as a process of its own, killed without warning.
class KilledHeadOfficeTest {
    private static final int KILLS = 3;

    @TempDir
    Path disk;

    /// What the process runs.
    public static final class Main {
        private Main() {}

        public static void main(String[] arguments) {
            System.exit(new CommandLine(new HeadOfficeCommand(Offices::demoMembers, System.out)).execute(arguments));
        }
    }

    @Test
    void killedInTheMiddleOfIngestItHasWhatItAcknowledgedAndNothingTwice() throws Exception {
        var random = new Random(11);
        long points = 0;
        var process = start(0);
        int port = address(process).getPort();
        try (var till = TestTill.automatic(disk.resolve("a"), "T1", URI.create("http://127.0.0.1:" + port))) {
            for (int i = 0; i < KILLS; i++) {
                synced(till);
                long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(200 + random.nextInt(600));
                while (System.nanoTime() < end) {
                    till.earn(ZHANG, 1);
                    points++;
                }
                process.destroyForcibly().waitFor();
                long acknowledged = till.sync().state().acknowledged();
                process = start(port);
                address(process);
                assertThat(synced(till).sent()).isLessThanOrEqualTo(till.journal.entries() - acknowledged);
            }
            assertThat(till.points(ZHANG)).isEqualTo(points);
            assertThat(till.view(ZHANG).held()).isEqualTo(till.journal.entries());
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    /// On a busy machine an answer may come too late once, and then the till asks again.
    private static Synced.Done synced(TestTill till) {
        for (int attempt = 1; attempt < 5; attempt++) {
            if (till.syncNow() instanceof Synced.Done done) {
                return done;
            }
        }
        return (Synced.Done) till.syncNow();
    }

    @Test
    void standardOutputSaysWhereItListensAndNothingElse() throws Exception {
        var process = start(0);
        try (var out = reader(process)) {
            assertThat(out.readLine()).matches("ready http://127\\.0\\.0\\.1:\\d+");
            process.toHandle().destroy(); // leaves the stream open
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(out.readLine()).isNull();
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private Process start(int port) throws IOException {
        var command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "--training",
                "--embedded",
                "--dir",
                disk.resolve("office").toString(),
                "--port",
                Integer.toString(port));
        return new ProcessBuilder(command)
                .redirectError(disk.resolve("head-office.log").toFile())
                .start();
    }

    private static BufferedReader reader(Process process) {
        return process.inputReader(StandardCharsets.UTF_8);
    }

    private static URI address(Process process) throws IOException {
        return URI.create(reader(process).readLine().replace("ready ", ""));
    }
}

package io.huitai.device.driver;

import static org.assertj.core.api.Assertions.assertThat;

import io.huitai.device.Paper;
import io.huitai.device.PrintResult.Failed;
import io.huitai.device.PrintResult.Printed;
import io.huitai.device.PrintResult.Reason;
import io.huitai.device.PrintResult.Unknown;
import io.huitai.device.Printer;
import io.huitai.device.PrinterSettings;
import io.huitai.device.PrinterSettings.Port.DeviceFile;
import io.huitai.device.PrinterSettings.Port.Screen;
import io.huitai.device.simulator.ScreenPrinter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class FilePrinterTest {
    private static final byte[] PRINT = {0x1B, '@', 'A', '\n'};

    @TempDir
    Path folder = Path.of("");

    @Test
    void printsAreAppendedToAFile() throws IOException {
        var file = folder.resolve("printer.bin");
        var printer = printer(file);
        assertThat(printer.print(PRINT)).isEqualTo(new Printed());
        assertThat(printer.print(PRINT)).isEqualTo(new Printed());
        assertThat(Files.readAllBytes(file)).hasSize(2 * PRINT.length);
    }

    @Test
    void noFileIsMadeWhereADeviceIsMissing() {
        var device = Path.of("/dev/huitai-no-such-printer");
        assertThat(printer(device).print(PRINT)).isEqualTo(new Failed(Reason.UNREACHABLE));
        assertThat(device).doesNotExist();
    }

    @Test
    void aDeviceThatDoesNotEvenTakeAQuestionHasPrintedNothing() {
        var full = Path.of("/dev/full");
        assertThat(full).exists();
        assertThat(printer(full).print(PRINT)).isEqualTo(new Failed(Reason.UNREACHABLE));
    }

    /// A pipe nobody reads from cannot even be opened. Given up for certain, it stays given up: the print does not
    /// come out when the reader is there at last.
    @Test
    void aDeviceThatDoesNotOpenHasPrintedNothingAndNeverWill() throws Exception {
        var pipe = pipe();
        var printer = printer(pipe);
        assertThat(printer.print(PRINT)).isEqualTo(new Failed(Reason.TIMED_OUT));
        assertThat(printer.print(PRINT)).isEqualTo(new Failed(Reason.BUSY));
        try (var reader = Files.newInputStream(pipe)) {
            assertThat(reader.readAllBytes()).isEmpty();
        }
    }

    @Test
    void aDeviceThatStallsInTheMiddleIsUnknown() throws Exception {
        var pipe = pipe();
        var reading = new ProcessBuilder("sh", "-c", "exec 3<\"$0\"; sleep 20", pipe.toString()).start();
        try {
            assertThat(printer(pipe).print(new byte[1_000_000])).isEqualTo(new Unknown(Reason.TIMED_OUT));
        } finally {
            reading.destroyForcibly();
        }
    }

    @Test
    void theScreenKeepsThePrintsAndMeetsMishaps() {
        var screen = (ScreenPrinter) Printers.open(PrinterSettings.of("screen", new Screen(), Paper.MM58), _ -> {});
        screen.meet(new Failed(Reason.UNREACHABLE));
        assertThat(screen.print(PRINT)).isEqualTo(new Failed(Reason.UNREACHABLE));
        assertThat(screen.print(PRINT)).isEqualTo(new Printed());
        assertThat(screen.prints()).containsExactly(PRINT);
    }

    private Path pipe() throws IOException, InterruptedException {
        var pipe = folder.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        return pipe;
    }

    private static Printer printer(Path path) {
        return Printers.open(
                new PrinterSettings("file", new DeviceFile(path), Paper.MM80, Duration.ofMillis(700)), _ -> {});
    }
}

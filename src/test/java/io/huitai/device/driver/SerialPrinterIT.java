package io.huitai.device.driver;

import static org.assertj.core.api.Assertions.assertThat;

import io.huitai.device.Paper;
import io.huitai.device.PrintResult.Failed;
import io.huitai.device.PrintResult.Printed;
import io.huitai.device.PrintResult.Reason;
import io.huitai.device.PrintResult.Unknown;
import io.huitai.device.Printer;
import io.huitai.device.PrinterSettings;
import io.huitai.device.PrinterSettings.Handshake;
import io.huitai.device.PrinterSettings.Port;
import io.huitai.device.SerialAddress;
import io.huitai.receipt.Document;
import io.huitai.receipt.EscPosReceipt;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A printer on a serial line, which is a pair of pseudo-terminals with socat between them.
@Timeout(60)
class SerialPrinterIT {
    private static final byte[] RECEIPT = "No 1\none\ntwo\nthree\nfour\n\u001DV1".getBytes(StandardCharsets.US_ASCII);

    @TempDir
    private Path directory;

    private final BenchPrinter bench = new BenchPrinter();
    private Optional<Process> cable = Optional.empty();

    @BeforeEach
    void connect() throws IOException {
        var socat = new ProcessBuilder(
                        "socat",
                        "pty,raw,echo=0,link=" + directory.resolve("till"),
                        "pty,raw,echo=0,link=" + directory.resolve("printer"))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        cable = Optional.of(socat);
        while (!Files.exists(directory.resolve("till")) || !Files.exists(directory.resolve("printer"))) {
            assertThat(socat.isAlive()).isTrue();
            LockSupport.parkNanos(5_000_000);
        }
        var end = directory.resolve("printer").toFile();
        var in = new FileInputStream(end);
        var out = new FileOutputStream(end);
        Thread.ofPlatform().daemon().start(() -> {
            try (in;
                    out) {
                bench.serveLine(in, out);
            } catch (IOException pulled) {
                socat.destroyForcibly();
            }
        });
    }

    @AfterEach
    void pull() throws InterruptedException {
        var socat = cable.orElseThrow();
        socat.destroyForcibly();
        socat.waitFor();
    }

    private Printer printer() {
        return printer(
                new Port.Serial(new SerialAddress(directory.resolve("till").toString(), 921_600), Handshake.XON_XOFF));
    }

    private static Printer printer(Port port) {
        return Printers.open(new PrinterSettings("serial", port, Paper.MM58, Duration.ofSeconds(2)), _ -> {});
    }

    @Test
    void aPrintIsConfirmedByThePrintersOwnWord() {
        assertThat(printer().print(RECEIPT)).isEqualTo(new Printed());
        assertThat(bench.whole()).containsEntry("1", 1);
    }

    @Test
    void aPrinterThatSaysNothingPrintsAllTheSame() {
        bench.mute(true);
        assertThat(printer().print(RECEIPT)).isEqualTo(new Printed());
        awaitWhole();
    }

    @Test
    void noiseIsNoAnswer() {
        bench.garbling(true);
        assertThat(printer().print(RECEIPT)).isEqualTo(new Printed());
        awaitWhole();
    }

    /// Behind a printer that never answers the line is closed on the last byte, which throws away what is not read yet.
    @Test
    void whatAStalledCablePassesOnLateIsNotLostByClosing() throws IOException {
        var longer = new byte[8_000];
        Arrays.fill(longer, (byte) '\n');
        var serial = new SerialAddress(directory.resolve("till").toString(), 921_600);
        try (var line = SerialLine.open(new Port.Serial(serial, Handshake.XON_XOFF))) {
            signal("STOP");
            line.write(longer);
            line.write(RECEIPT);
            CompletableFuture.delayedExecutor(60, TimeUnit.MILLISECONDS).execute(() -> signal("CONT"));
            assertThat(line.confirmed()).isTrue();
        }
        awaitWhole();
    }

    private void signal(String name) {
        try {
            var pid = Long.toString(cable.orElseThrow().pid());
            assertThat(new ProcessBuilder("kill", "-" + name, pid).start().waitFor())
                    .isZero();
        } catch (IOException | InterruptedException failed) {
            throw new AssertionError(failed);
        }
    }

    @Test
    void withoutPaperOrWithItsCoverOpenNothingIsSent() {
        var printer = printer();
        bench.paper(false);
        assertThat(printer.print(RECEIPT)).isEqualTo(new Failed(Reason.PAPER_OUT));
        bench.paper(true).cover(true);
        assertThat(printer.print(RECEIPT)).isEqualTo(new Failed(Reason.COVER_OPEN));
        bench.cover(false);
        assertThat(bench.tape()).isEmpty();
        assertThat(printer.print(RECEIPT)).isEqualTo(new Printed());
        assertThat(bench.whole()).containsEntry("1", 1);
    }

    @Test
    void paperThatEndsInTheMiddleIsUnknownAndTheNextPrintIsNotTakenForIt() {
        var printer = printer();
        bench.paperEndsAfter(3);
        assertThat(printer.print(RECEIPT)).isEqualTo(new Unknown(Reason.PAPER_OUT));
        assertThat(printer.print(RECEIPT)).isEqualTo(new Failed(Reason.PAPER_OUT));
        bench.paper(true);
        assertThat(bench.whole()).as("it still had the rest").containsEntry("1", 1);
        assertThat(printer.print(RECEIPT)).isEqualTo(new Printed());
        assertThat(bench.whole()).containsEntry("1", 2);
    }

    @Test
    void aLineHeldUpInTheMiddleIsUnknownInTimeAndFlowsAgain() {
        var printer = printer();
        var longer = new byte[100_000];
        Arrays.fill(longer, (byte) '\n');
        bench.holdsUpAfter(2_000);
        assertThat(printer.print(longer)).isEqualTo(new Unknown(Reason.TIMED_OUT));
        assertThat(bench.tape().size()).isLessThan(100_000);
        bench.holdsUpAfter(Integer.MAX_VALUE);
        assertThat(printer.print(RECEIPT)).isEqualTo(new Printed());
        assertThat(bench.whole()).containsEntry("1", 1);
    }

    @Test
    void aLineHeldUpBeforeThePrintHasPrintedNothing() {
        var printer = printer();
        // At the end of the first question.
        bench.holdsUpAfter(2);
        assertThat(printer.print(RECEIPT)).isEqualTo(new Failed(Reason.TIMED_OUT));
        assertThat(bench.tape()).isEmpty();
        assertThat(printer.print(RECEIPT)).isEqualTo(new Printed());
        assertThat(bench.whole()).containsEntry("1", 1);
    }

    @Test
    void aCableThatIsPulledInTheMiddleIsUnknownAndPluggedInAgainWorks() throws IOException, InterruptedException {
        var printer = printer();
        // Four questions and the one in turn, and then some of the print.
        bench.breaksAfter(15 + 8);
        assertThat(printer.print(RECEIPT)).isInstanceOf(Unknown.class);
        assertThat(printer.print(RECEIPT)).isInstanceOf(Failed.class);
        pull();
        connect();
        assertThat(printer.print(RECEIPT)).isEqualTo(new Printed());
        assertThat(bench.whole()).containsEntry("1", 1);
    }

    @Test
    void aPicturedReceiptComesOutWhole() {
        var slip = Document.compose()
                .heading("会台酒店")
                .line("宫保鸡丁 68.80")
                .qr("S001-T1-000001", "")
                .cut()
                .done();
        assertThat(printer().print(EscPosReceipt.pictured(slip, 32))).isEqualTo(new Printed());
        assertThat(bench.tape()).hasSize(3).last().isEqualTo("CUT PART");
        assertThat(bench.tape().getFirst()).startsWith("IMAGE ");
    }

    /// The same through the device's file, as for /dev/usb/lp0.
    @Test
    void aDeviceFileThatAnswersIsAskedToo() throws IOException {
        var printer = printer(new Port.DeviceFile(directory.resolve("till").toRealPath()));
        assertThat(printer.print(RECEIPT)).isEqualTo(new Printed());
        bench.paper(false);
        assertThat(printer.print(RECEIPT)).isEqualTo(new Failed(Reason.PAPER_OUT));
        bench.paper(true).paperEndsAfter(3);
        assertThat(printer.print(RECEIPT)).isEqualTo(new Unknown(Reason.PAPER_OUT));
        assertThat(bench.whole()).containsEntry("1", 1);
    }

    private void awaitWhole() {
        while (!bench.whole().equals(Map.of("1", 1))) {
            LockSupport.parkNanos(5_000_000);
            assertThat(Thread.interrupted())
                    .as("on paper so far: %s", bench.tape())
                    .isFalse();
        }
    }
}

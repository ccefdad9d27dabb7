package io.huitai.device.driver;

import static org.assertj.core.api.Assertions.assertThat;

import io.huitai.device.Paper;
import io.huitai.device.PrintResult.Failed;
import io.huitai.device.PrintResult.Printed;
import io.huitai.device.PrintResult.Reason;
import io.huitai.device.PrintResult.Unknown;
import io.huitai.device.Printer;
import io.huitai.device.PrinterEvent;
import io.huitai.device.PrinterSettings;
import io.huitai.device.PrinterSettings.Port.Network;
import io.huitai.device.PrinterStatus;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Against a real listener that behaves, stalls, breaks off, refuses.
@Timeout(30)
class NetworkPrinterTest {
    /// What it is asked first, before anything of the print.
    private static final byte[] QUESTION = PrinterStatus.Question.PRINTER.bytes();

    private static final byte[] SHORT = "receipt\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] LONG = new byte[16 * 1024 * 1024];

    private final List<PrinterEvent> events = new ArrayList<>();
    private final BlockingQueue<byte[]> printed = new LinkedBlockingQueue<>();
    private final CountDownLatch testOver = new CountDownLatch(1);
    private ServerSocket listener = freshListener();

    private static ServerSocket freshListener() {
        try {
            return new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        } catch (IOException noLoopback) {
            throw new IllegalStateException(noLoopback);
        }
    }

    @BeforeEach
    void nothingHeard() {
        events.clear();
    }

    @AfterEach
    void letGo() throws IOException {
        testOver.countDown();
        listener.close();
    }

    @Test
    void aPrintArrivesWholeAndIsConfirmed() throws Exception {
        serve(socket -> printed.add(socket.getInputStream().readAllBytes()));
        assertThat(printer().print(SHORT)).isEqualTo(new Printed());
        assertThat(printed.poll(5, TimeUnit.SECONDS))
                .startsWith(QUESTION)
                .endsWith(SHORT)
                .hasSize(QUESTION.length + SHORT.length);
        assertThat(events).containsExactly(new PrinterEvent.Connected("counter"));
    }

    @Test
    void aPrinterNobodyAnswersForHasPrintedNothing() throws IOException {
        var printer = printer();
        listener.close();
        assertThat(printer.print(SHORT)).isEqualTo(new Failed(Reason.UNREACHABLE));
        assertThat(printer.print(SHORT)).isEqualTo(new Failed(Reason.UNREACHABLE));
        assertThat(events).containsExactly(new PrinterEvent.Disconnected("counter", Reason.UNREACHABLE));
    }

    @Test
    void aPrinterThatTakesNothingInIsUnknownInTime() {
        serve(_ -> testOver.await());
        assertThat(printer().print(LONG)).isEqualTo(new Unknown(Reason.TIMED_OUT));
    }

    @Test
    void aPrinterThatNeverConfirmsIsUnknownInTime() {
        serve(socket -> {
            printed.add(socket.getInputStream().readAllBytes());
            testOver.await();
        });
        assertThat(printer().print(SHORT)).isEqualTo(new Unknown(Reason.TIMED_OUT));
        assertThat(printed).hasSize(1);
    }

    @Test
    void aLineThatBreaksInTheMiddleIsUnknown() {
        serve(socket -> {
            socket.getInputStream().readNBytes(1_000);
            socket.setSoLinger(true, 0);
        });
        assertThat(printer().print(LONG)).isEqualTo(new Unknown(Reason.BROKEN_OFF));
    }

    @Test
    void aPrinterSwitchedOffWithBytesUnreadIsUnknown() {
        serve(socket -> {
            printed.add(socket.getInputStream().readNBytes(QUESTION.length + 1));
            socket.setSoLinger(true, 0);
        });
        assertThat(printer().print(SHORT)).isEqualTo(new Unknown(Reason.BROKEN_OFF));
    }

    /// One that takes one line at a time accepts the next and ends it at once: nothing of the print was sent.
    @Test
    void aPrinterThatEndsTheLineBeforeThePrintHasPrintedNothing() {
        serve(socket -> printed.add(new byte[0]));
        assertThat(printer().print(SHORT)).isEqualTo(new Failed(Reason.UNREACHABLE));
    }

    @Test
    void nothingIsSentTwiceByItself() throws Exception {
        serve(socket -> {
            printed.add(socket.getInputStream().readNBytes(QUESTION.length + 4));
            socket.setSoLinger(true, 0);
        });
        printer().print(SHORT);
        assertThat(printed.poll(5, TimeUnit.SECONDS)).isNotNull();
        assertThat(printed.poll(300, TimeUnit.MILLISECONDS)).isNull();
    }

    @Test
    void aPrinterThatComesBackIsFoundAndSaysSoOnce() throws IOException {
        var port = listener.getLocalPort();
        var printer = printer();
        listener.close();
        assertThat(printer.print(SHORT)).isInstanceOf(Failed.class);
        listener = new ServerSocket(port, 5, InetAddress.getLoopbackAddress());
        serve(socket -> printed.add(socket.getInputStream().readAllBytes()));
        assertThat(printer.print(SHORT)).isEqualTo(new Printed());
        assertThat(printer.print(SHORT)).isEqualTo(new Printed());
        assertThat(events)
                .containsExactly(
                        new PrinterEvent.Disconnected("counter", Reason.UNREACHABLE),
                        new PrinterEvent.Connected("counter"));
    }

    @Test
    void aClosedPrinterPrintsNothing() {
        var printer = printer();
        printer.close();
        assertThat(printer.print(SHORT)).isEqualTo(new Failed(Reason.CLOSED));
    }

    @Test
    void theDrawerOpensThroughThePrinter() throws Exception {
        serve(socket -> printed.add(socket.getInputStream().readAllBytes()));
        var drawer = new PulseDrawer(printer(), PulseDrawer.Pin.PIN_5);
        assertThat(drawer.open()).isEqualTo(new Printed());
        assertThat(printed.poll(5, TimeUnit.SECONDS)).startsWith(QUESTION).endsWith(0x1B, 'p', 1, 50, 250);
    }

    private Printer printer() {
        var port = new Network("127.0.0.1", listener.getLocalPort(), Duration.ofMillis(500));
        return Printers.open(new PrinterSettings("counter", port, Paper.MM80, Duration.ofMillis(1_500)), events::add);
    }

    private void serve(Behaviour behaviour) {
        Thread.ofPlatform().daemon().start(() -> {
            while (!listener.isClosed()) {
                try (var socket = listener.accept()) {
                    behaviour.serve(socket);
                } catch (IOException | InterruptedException over) {
                    return;
                }
            }
        });
    }

    private interface Behaviour {
        void serve(Socket socket) throws IOException, InterruptedException;
    }
}

package io.huitai.device.driver;

import static org.assertj.core.api.Assertions.assertThat;

import io.huitai.device.Paper;
import io.huitai.device.PrintResult.Failed;
import io.huitai.device.PrintResult.Printed;
import io.huitai.device.PrintResult.Reason;
import io.huitai.device.PrintResult.Unknown;
import io.huitai.device.Printer;
import io.huitai.device.PrinterSettings;
import io.huitai.device.PrinterSettings.Port.Network;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What becomes of a print on a printer that says how it is, and with which a thing goes wrong.
@Timeout(30)
class PrinterFaultsTest {
    private static final byte[] RECEIPT = "No 1\none\ntwo\nthree\nfour\n\u001DV1".getBytes(StandardCharsets.US_ASCII);

    private final BenchPrinter bench = new BenchPrinter();

    @BeforeEach
    void plug() {
        bench.plug();
    }

    @AfterEach
    void unplug() {
        bench.close();
    }

    private Printer printer() {
        var port = new Network("127.0.0.1", bench.port(), Duration.ofMillis(500));
        return Printers.open(new PrinterSettings("counter", port, Paper.MM80, Duration.ofSeconds(2)), _ -> {});
    }

    @Test
    void aPrintIsConfirmedByThePrintersOwnWord() {
        assertThat(printer().print(RECEIPT)).isEqualTo(new Printed());
        assertThat(bench.whole()).containsOnlyKeys("1").containsValue(1);
    }

    @Test
    void aPrinterThatSaysNothingPrintsAllTheSame() {
        bench.mute(true);
        assertThat(printer().print(RECEIPT)).isEqualTo(new Printed());
        assertThat(bench.whole()).containsOnlyKeys("1");
    }

    @Test
    void aPrinterThatFallsSilentGetsNothing() {
        var printer = printer();
        assertThat(printer.print(RECEIPT)).isEqualTo(new Printed());
        bench.mute(true);
        assertThat(printer.print(RECEIPT)).isEqualTo(new Failed(Reason.TIMED_OUT));
        bench.mute(false);
        assertThat(printer.print(RECEIPT)).isEqualTo(new Printed());
        assertThat(bench.whole()).containsEntry("1", 2);
    }

    @Test
    void withoutPaperNothingIsSent() {
        bench.paper(false);
        var printer = printer();
        assertThat(printer.print(RECEIPT)).isEqualTo(new Failed(Reason.PAPER_OUT));
        assertThat(printer.probe()).isEqualTo(new Failed(Reason.PAPER_OUT));
        bench.paper(true);
        assertThat(printer.probe()).isEqualTo(new Printed());
        assertThat(bench.tape()).as("nothing was kept for later").isEmpty();
        assertThat(printer.print(RECEIPT)).isEqualTo(new Printed());
    }

    @Test
    void withItsCoverOpenNothingIsSent() {
        bench.cover(true);
        assertThat(printer().print(RECEIPT)).isEqualTo(new Failed(Reason.COVER_OPEN));
        bench.cover(false);
        assertThat(bench.tape()).isEmpty();
    }

    @Test
    void paperThatRunsLowIsTold() {
        bench.paperLow(true);
        assertThat(printer().print(RECEIPT)).isEqualTo(new Printed(true));
    }

    @Test
    void paperThatEndsInTheMiddleIsUnknownAndSaysWhy() {
        bench.paperEndsAfter(3);
        assertThat(printer().print(RECEIPT)).isEqualTo(new Unknown(Reason.PAPER_OUT));
        assertThat(bench.whole()).isEmpty();
        bench.paper(true);
        assertThat(bench.whole()).as("it still had the rest").containsEntry("1", 1);
    }

    /// It answers at once that all is well, takes everything, and prints nothing.
    @Test
    void aPrinterThatHangsIsUnknownInTime() {
        bench.stuck(true);
        assertThat(printer().print(RECEIPT)).isEqualTo(new Unknown(Reason.TIMED_OUT));
    }

    @Test
    void aLineThatBreaksInTheMiddleIsUnknown() {
        // Four questions and the one in turn, and then some of the print.
        bench.breaksAfter(15 + 8);
        assertThat(printer().print(RECEIPT)).isEqualTo(new Unknown(Reason.BROKEN_OFF));
        assertThat(bench.whole()).isEmpty();
        assertThat(bench.tape()).startsWith("No 1");
    }

    @Test
    void aLineThatBreaksBeforeThePrintHasPrintedNothing() {
        bench.breaksAfter(7);
        assertThat(printer().print(RECEIPT)).isEqualTo(new Failed(Reason.UNREACHABLE));
        assertThat(bench.tape()).isEmpty();
    }

    @Test
    void noiseIsNoAnswer() {
        bench.garbling(true);
        assertThat(printer().print(RECEIPT)).isEqualTo(new Printed());
        assertThat(bench.whole()).containsEntry("1", 1);
    }

    @Test
    void aStatusThatNobodyAskedForConfirmsNothing() {
        bench.unasked(true);
        bench.paperEndsAfter(3);
        assertThat(printer().print(RECEIPT)).isEqualTo(new Unknown(Reason.PAPER_OUT));
        bench.paper(true);
        assertThat(printer().print(RECEIPT)).isEqualTo(new Printed());
    }

    @Test
    void aPrinterThatIsGoneAndBackIsFound() {
        var printer = printer();
        bench.unplug();
        assertThat(printer.print(RECEIPT)).isEqualTo(new Failed(Reason.UNREACHABLE));
        bench.plug();
        assertThat(printer.print(RECEIPT)).isEqualTo(new Printed());
        assertThat(bench.whole()).containsEntry("1", 1);
    }
}

package io.huitai.trials;

import static org.assertj.core.api.Assertions.assertThat;

import io.huitai.device.driver.BenchPrinter;
import io.huitai.till.paper.PrinterState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A whole till with a printer on the network.
@Timeout(60)
class TillPrinterTest {
    @TempDir
    private Path directory;

    private final BenchPrinter bench = new BenchPrinter();

    @AfterEach
    void unplug() {
        bench.close();
    }

    private TillHere open(String words) throws IOException {
        bench.plug();
        TillHere.open(directory, false).close();
        var settings = directory.resolve("settings.yaml");
        var printer = "printer: \"tcp:127.0.0.1:" + bench.port() + words + "\"";
        Files.writeString(settings, Files.readString(settings).replaceFirst("printer: .*", printer));
        return TillHere.open(directory, false);
    }

    private static void sell(TillHere till) {
        till.ok("add", "sku", "L001");
        till.ok("tender", "type", "cash");
    }

    @Test
    void withoutPaperASaleGoesOnAndItsReceiptComesByItself() throws IOException {
        try (var till = open("")) {
            till.signIn();
            till.ok("open-shift", "float", "100.00");
            sell(till);
            await(till, PrinterState.READY, 1);
            assertThat(bench.tape()).contains("QR S001-T1-000001 CENTRED").anyMatch(piece -> piece.startsWith("PULSE"));
            bench.paper(false);
            sell(till);
            await(till, PrinterState.PAPER_OUT, 1);
            assertThat(till.ok("status").path("printer").asString()).isEqualTo("trouble");
            bench.paper(true);
            await(till, PrinterState.READY, 2);
            assertThat(till.ok("status").path("printer").asString()).isEqualTo("ready");
        }
        assertThat(bench.tape()).containsOnlyOnce("QR S001-T1-000002 CENTRED");
    }

    @Test
    void aPrinterWithoutChineseGetsPictures() throws IOException {
        try (var till = open(" raster")) {
            till.signIn();
            till.ok("open-shift", "float", "100.00");
            sell(till);
            await(till, PrinterState.READY, 1);
        }
        assertThat(bench.tape()).anyMatch(piece -> piece.startsWith("IMAGE ")).noneMatch(piece -> piece.contains("小票"));
    }

    /// Whoever takes or gives back cash needs the drawer, at that moment and once.
    @Test
    void theDrawerOpensWheneverCashMoves() throws IOException {
        try (var till = open("")) {
            till.signIn();
            till.ok("open-shift", "float", "100.00");
            till.ok("add", "sku", "L001");
            till.ok("tender", "type", "cash", "amount", "5.00");
            awaitPulses(1);
            till.ok("void-tender", "index", 1, "approval", Json.approval());
            awaitPulses(2);
            till.ok("tender", "type", "cash", "amount", "5.00");
            awaitPulses(3);
            till.ok("tender", "type", "card");
            await(till, PrinterState.READY, 1);
        }
        assertThat(pulses()).isEqualTo(3);
    }

    private long pulses() {
        return bench.tape().stream().filter(piece -> piece.startsWith("PULSE")).count();
    }

    private void awaitPulses(long count) {
        while (pulses() < count) {
            LockSupport.parkNanos(5_000_000);
            assertThat(Thread.interrupted()).as("%s", bench.tape()).isFalse();
        }
    }

    private void await(TillHere till, PrinterState state, int cuts) {
        while (till.till().printer() != state
                || bench.tape().stream().filter("CUT PART"::equals).count() < cuts) {
            LockSupport.parkNanos(5_000_000);
        }
    }
}

package io.huitai.till.paper;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.huitai.device.PrintResult;
import io.huitai.device.simulator.ScreenPrinter;
import io.huitai.shop.ReceiptNo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class PrintQueueTest {
    private static final ReceiptNo FIRST = new ReceiptNo("S001-T1-000001");
    private static final ReceiptNo SECOND = new ReceiptNo("S001-T1-000002");
    private static final ReceiptNo UNKNOWN = new ReceiptNo("S001-T1-000009");
    private static final Duration SHORT_PAUSE = Duration.ofMillis(20);

    @TempDir
    private Path directory;

    private final ScreenPrinter printer = new ScreenPrinter("receipt");
    private final BlockingQueue<ReceiptNo> printed = new LinkedBlockingQueue<>();
    private final List<ReceiptNo> left = new CopyOnWriteArrayList<>();

    private PrintQueue start() {
        return start(Duration.ofSeconds(5));
    }

    private PrintQueue start(Duration pause) {
        var pages = new PrintQueue.Pages() {
            @Override
            public Optional<byte[]> bytes(ReceiptNo receipt) {
                return receipt.equals(UNKNOWN)
                        ? Optional.empty()
                        : Optional.of(receipt.value().getBytes(UTF_8));
            }

            @Override
            public void printed(ReceiptNo receipt) {
                printed.add(receipt);
            }

            @Override
            public void leftHalfway(ReceiptNo receipt) {
                left.add(receipt);
            }
        };
        return PrintQueue.start(directory, printer, pages, pause);
    }

    private List<String> paper() {
        return printer.prints().stream().map(bytes -> new String(bytes, UTF_8)).toList();
    }

    @Test
    void receiptsArePrintedOnceInOrderAndLeaveNothingBehind() throws InterruptedException, IOException {
        try (var queue = start()) {
            queue.add(FIRST);
            queue.add(SECOND);
            assertThat(printed.poll(10, TimeUnit.SECONDS)).isEqualTo(FIRST);
            assertThat(printed.poll(10, TimeUnit.SECONDS)).isEqualTo(SECOND);
        }
        assertThat(paper()).containsExactly(FIRST.value(), SECOND.value());
        try (var files = Files.list(directory.resolve("print"))) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void aPrintThatNeverReachedThePrinterIsTriedAgainAfterARestart() throws InterruptedException {
        printer.meet(new PrintResult.Failed(PrintResult.Reason.UNREACHABLE));
        try (var queue = start()) {
            queue.add(FIRST);
            while (queue.state() == PrinterState.READY) {
                Thread.onSpinWait();
            }
        }
        assertThat(printed).isEmpty();
        try (var _ = start()) {
            assertThat(printed.poll(10, TimeUnit.SECONDS)).isEqualTo(FIRST);
        }
        assertThat(paper()).containsExactly(FIRST.value());
    }

    @Test
    void aPrintThatMayBeOnPaperIsNeverSentAgainUnasked() throws InterruptedException {
        printer.meet(new PrintResult.Unknown(PrintResult.Reason.BROKEN_OFF));
        try (var queue = start()) {
            queue.add(FIRST);
            assertThat(printed.poll(10, TimeUnit.SECONDS)).isEqualTo(FIRST);
        }
        try (var queue = start()) {
            queue.add(SECOND);
            assertThat(printed.poll(10, TimeUnit.SECONDS)).isEqualTo(SECOND);
            assertThat(doubtful(queue)).containsExactly(FIRST);
        }
        assertThat(paper()).containsExactly(SECOND.value());
    }

    @Test
    void whatWasBeingSentWhenTheTillWasKilledIsDoubtful() throws IOException, InterruptedException {
        Files.createDirectories(directory.resolve("print"));
        Files.writeString(directory.resolve("print/00000007.sending"), FIRST.value());
        try (var queue = start()) {
            queue.add(SECOND);
            assertThat(printed.poll(10, TimeUnit.SECONDS)).isEqualTo(SECOND);
            assertThat(doubtful(queue)).containsExactly(FIRST);
        }
        assertThat(paper()).containsExactly(SECOND.value());
        assertThat(left)
                .as("else a reprint would be an unmarked second original")
                .containsExactly(FIRST);
    }

    @Test
    void aSlipComesOnceBehindTheReceiptsAndWaitsForPaper() throws InterruptedException {
        printer.meet(new PrintResult.Failed(PrintResult.Reason.PAPER_OUT));
        try (var queue = start(SHORT_PAUSE)) {
            queue.slip("report".getBytes(UTF_8));
            queue.add(FIRST);
            assertThat(printed.poll(10, TimeUnit.SECONDS)).isEqualTo(FIRST);
            while (printer.prints().size() < 2) {
                Thread.onSpinWait();
            }
            printer.meet(new PrintResult.Unknown(PrintResult.Reason.BROKEN_OFF));
            queue.slip("halfway".getBytes(UTF_8));
            while (queue.state() == PrinterState.READY) {
                Thread.onSpinWait();
            }
            queue.add(SECOND);
            assertThat(printed.poll(10, TimeUnit.SECONDS)).isEqualTo(SECOND);
        }
        assertThat(paper()).containsExactlyInAnyOrder(FIRST.value(), "report", SECOND.value());
    }

    @Test
    void itWaitsWithoutPaperAndPrintsByItselfWhenThereIsSome() throws InterruptedException {
        printer.meet(new PrintResult.Failed(PrintResult.Reason.PAPER_OUT));
        try (var queue = start(SHORT_PAUSE)) {
            queue.add(FIRST);
            assertThat(printed.poll(10, TimeUnit.SECONDS)).isEqualTo(FIRST);
            await(queue, PrinterState.READY);
        }
        assertThat(paper()).containsExactly(FIRST.value());
    }

    @Test
    void theReasonIsShownUntilItIsMended() {
        for (var i = 0; i < 1_000; i++) {
            printer.meet(new PrintResult.Failed(PrintResult.Reason.COVER_OPEN));
        }
        try (var queue = start()) {
            queue.add(FIRST);
            await(queue, PrinterState.COVER_OPEN);
            assertThat(queue.state().code()).isEqualTo("trouble");
        }
    }

    @Test
    void aMendedPrinterStillAsksToLookAtTheDoubtfulReceipt() throws InterruptedException {
        printer.meet(new PrintResult.Unknown(PrintResult.Reason.PAPER_OUT));
        try (var queue = start(SHORT_PAUSE)) {
            queue.add(FIRST);
            await(queue, PrinterState.DOUBTFUL);
            queue.add(SECOND);
            assertThat(printed.poll(10, TimeUnit.SECONDS)).isEqualTo(FIRST);
            assertThat(printed.poll(10, TimeUnit.SECONDS)).isEqualTo(SECOND);
            await(() -> queue.owed().equals(List.of(new Receipts.Owed(FIRST, true))));
            assertThat(queue.state()).as("another receipt settles nothing").isEqualTo(PrinterState.DOUBTFUL);
            queue.add(FIRST);
            assertThat(printed.poll(10, TimeUnit.SECONDS)).isEqualTo(FIRST);
            await(queue, PrinterState.READY);
        }
        try (var queue = start()) {
            assertThat(doubtful(queue)).as("settled by the reprint").isEmpty();
        }
    }

    @Test
    void paperThatRunsLowIsSaidAndPrinted() throws InterruptedException {
        printer.meet(new PrintResult.Printed(true));
        try (var queue = start()) {
            queue.add(FIRST);
            await(queue, PrinterState.PAPER_LOW);
            assertThat(queue.state().code()).isEqualTo("ready");
        }
    }

    /// A power loss may take from the journal what was not forced, and a file of this queue half written.
    @Test
    void whatWasNeverSoldStopsNothing() throws InterruptedException, IOException {
        Files.createDirectories(directory.resolve("print"));
        Files.writeString(directory.resolve("print/00000007.waiting"), "");
        Files.writeString(directory.resolve("print/00000008.waiting"), UNKNOWN.value());
        try (var queue = start()) {
            queue.add(FIRST);
            assertThat(printed.poll(10, TimeUnit.SECONDS)).isEqualTo(FIRST);
        }
        try (var files = Files.list(directory.resolve("print"))) {
            assertThat(files).isEmpty();
        }
    }

    private static void await(PrintQueue queue, PrinterState state) {
        while (queue.state() != state) {
            Thread.onSpinWait();
        }
    }

    @Test
    void aDoubtfulReceiptIsPrintedAgainWhenAskedAndThenOwedNoLonger() throws InterruptedException, IOException {
        printer.meet(new PrintResult.Unknown(PrintResult.Reason.BROKEN_OFF));
        try (var queue = start()) {
            queue.add(FIRST);
            assertThat(printed.poll(10, TimeUnit.SECONDS)).isEqualTo(FIRST);
            await(() -> queue.owed().contains(new Receipts.Owed(FIRST, true)));
            queue.again(FIRST);
            assertThat(printed.poll(10, TimeUnit.SECONDS)).isEqualTo(FIRST);
            await(() -> queue.owed().isEmpty());
        }
        assertThat(paper()).containsExactly(FIRST.value());
    }

    @Test
    void whatIsDroppedIsNeverPrinted() throws IOException {
        printer.meet(new PrintResult.Unknown(PrintResult.Reason.BROKEN_OFF));
        printer.meet(new PrintResult.Failed(PrintResult.Reason.UNREACHABLE));
        try (var queue = start(Duration.ofHours(1))) {
            queue.add(FIRST);
            await(() -> queue.owed().equals(List.of(new Receipts.Owed(FIRST, true))));
            queue.add(SECOND);
            queue.drop(FIRST);
            queue.drop(SECOND);
            await(() -> queue.owed().isEmpty());
        }
        assertThat(paper()).isEmpty();
    }

    private static void await(BooleanSupplier claim) {
        while (!claim.getAsBoolean()) {
            Thread.onSpinWait();
        }
    }

    private static List<ReceiptNo> doubtful(PrintQueue queue) {
        return queue.owed().stream()
                .filter(Receipts.Owed::doubtful)
                .map(Receipts.Owed::no)
                .toList();
    }
}

package io.huitai.till;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.huitai.device.PrintResult;
import io.huitai.device.simulator.ScreenPrinter;
import io.huitai.shop.ReceiptNo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
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

    @TempDir
    private Path directory;

    private final ScreenPrinter printer = new ScreenPrinter("receipt");
    private final BlockingQueue<ReceiptNo> printed = new LinkedBlockingQueue<>();

    private PrintQueue start() {
        return PrintQueue.start(directory, printer, new PrintQueue.Pages() {
            @Override
            public byte[] bytes(ReceiptNo receipt) {
                return receipt.value().getBytes(UTF_8);
            }

            @Override
            public void printed(ReceiptNo receipt) {
                printed.add(receipt);
            }
        });
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
        assertThat(left()).isEmpty();
    }

    @Test
    void aPrintThatNeverReachedThePrinterIsTriedAgainAfterARestart() throws InterruptedException {
        printer.meet(new PrintResult.Failed(PrintResult.Reason.UNREACHABLE));
        try (var queue = start()) {
            queue.add(FIRST);
            await(() -> queue.state() == PrintQueue.State.TROUBLE);
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
            await(() -> queue.owed().equals(List.of(new Receipts.Owed(FIRST, true))));
        }
        assertThat(paper()).containsExactly(SECOND.value());
    }

    @Test
    void whatWasBeingSentWhenTheTillWasKilledIsDoubtful() throws IOException, InterruptedException {
        Files.createDirectories(directory.resolve("print"));
        Files.writeString(directory.resolve("print/00000007.sending"), FIRST.value());
        try (var queue = start()) {
            queue.add(SECOND);
            assertThat(printed.poll(10, TimeUnit.SECONDS))
                    .as("it counts: the next one is a copy")
                    .isEqualTo(FIRST);
            assertThat(printed.poll(10, TimeUnit.SECONDS)).isEqualTo(SECOND);
            await(() -> queue.owed().equals(List.of(new Receipts.Owed(FIRST, true))));
        }
        assertThat(paper()).containsExactly(SECOND.value());
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
        assertThat(left()).isEmpty();
    }

    @Test
    void whatWaitsIsTriedAtOnceWhenAsked() throws InterruptedException {
        printer.meet(new PrintResult.Failed(PrintResult.Reason.UNREACHABLE));
        try (var queue = start()) {
            queue.add(FIRST);
            await(() -> queue.state() == PrintQueue.State.TROUBLE);
            assertThat(queue.owed()).containsExactly(new Receipts.Owed(FIRST, false));
            queue.again(FIRST);
            assertThat(printed.poll(4, TimeUnit.SECONDS))
                    .as("sooner than the usual pause")
                    .isEqualTo(FIRST);
        }
    }

    @Test
    void whatIsDroppedIsNeverPrinted() throws InterruptedException, IOException {
        printer.meet(new PrintResult.Unknown(PrintResult.Reason.BROKEN_OFF));
        printer.meet(new PrintResult.Failed(PrintResult.Reason.UNREACHABLE));
        try (var queue = start()) {
            queue.add(FIRST);
            queue.add(SECOND);
            await(() -> queue.owed().equals(List.of(new Receipts.Owed(FIRST, true), new Receipts.Owed(SECOND, false))));
            await(() -> {
                queue.drop(FIRST);
                queue.drop(SECOND);
                return queue.owed().isEmpty();
            });
        }
        assertThat(paper()).isEmpty();
        assertThat(left()).isEmpty();
    }

    private static void await(BooleanSupplier claim) {
        while (!claim.getAsBoolean()) {
            Thread.onSpinWait();
        }
    }

    private List<Path> left() throws IOException {
        try (var files = Files.list(directory.resolve("print"))) {
            return files.toList();
        }
    }
}

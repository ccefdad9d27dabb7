package io.huitai.till.paper;

import static org.assertj.core.api.Assertions.assertThat;

import io.huitai.device.Paper;
import io.huitai.device.PrintResult;
import io.huitai.device.Printer;
import io.huitai.device.PrinterSettings;
import io.huitai.device.PrinterSettings.Port.Network;
import io.huitai.device.driver.BenchPrinter;
import io.huitai.device.driver.Printers;
import io.huitai.receipt.Document;
import io.huitai.receipt.EscPosReceipt;
import io.huitai.shop.ReceiptNo;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The promise of the print queue: through whatever happens to printer and till, a receipt comes out at most once
/// unasked, and every receipt came out or is listed as doubtful. The paper is counted, not the queue's own books.
@Timeout(120)
class PrintTrialTest {
    private static final int RECEIPTS = 40;

    @TempDir
    private Path directory;

    private final BenchPrinter bench = new BenchPrinter();

    /// How often the till has counted each receipt as printed.
    private final Map<ReceiptNo, Integer> counted = new HashMap<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void throughFaultsAndKillsNoReceiptComesTwiceAndNoneIsForgotten(long seed) {
        var random = new Random(seed);
        var receipts = new ArrayList<ReceiptNo>();
        bench.plug();
        var queue = start(new Random(random.nextLong()));
        for (var number = 1; number <= RECEIPTS; number++) {
            var receipt = new ReceiptNo("S001-T1-%06d".formatted(number));
            receipts.add(receipt);
            queue.add(receipt);
            happen(random);
            LockSupport.parkNanos(random.nextLong(40_000_000));
            if (queue.state() == PrinterState.STOPPED) {
                queue.close();
                queue = start(new Random(random.nextLong()));
            }
        }
        bench.paper(true).cover(false).stuck(false).garbling(false).breaksAfter(Integer.MAX_VALUE);
        bench.unplug();
        bench.plug();
        queue.close();
        queue = start(new Random() {
            private static final long serialVersionUID = 1;

            @Override
            public int nextInt(int bound) {
                return bound - 1;
            }
        });
        while (owes()) {
            LockSupport.parkNanos(10_000_000);
        }
        queue.close();
        var whole = bench.whole();
        var doubtful = queue.owed().stream().map(Receipts.Owed::no).toList();
        bench.close();
        for (var receipt : receipts) {
            var times = whole.getOrDefault(receipt.value(), 0);
            assertThat(times).as("seed %d: %s on paper", seed, receipt).isLessThanOrEqualTo(1);
            assertThat(times == 1 || doubtful.contains(receipt))
                    .as("seed %d: %s is on paper or doubtful", seed, receipt)
                    .isTrue();
            assertThat(counted.getOrDefault(receipt, 0))
                    .as("seed %d: the next print of %s is a copy", seed, receipt)
                    .isEqualTo(1);
        }
        assertThat(whole.size())
                .as("seed %d: the trial printed something", seed)
                .isGreaterThan(RECEIPTS / 4);
    }

    /// Something happens to the printer, or is mended.
    private void happen(Random random) {
        switch (random.nextInt(12)) {
            case 0 -> bench.paperEndsAfter(random.nextInt(12));
            case 1 -> bench.paper(false);
            case 2 -> bench.cover(true);
            case 3 -> bench.breaksAfter(random.nextInt(400));
            case 4 -> bench.stuck(true);
            case 5 -> bench.garbling(true);
            case 6 -> bench.unasked(random.nextBoolean());
            case 7 -> {
                bench.unplug();
                bench.plug();
            }
            default -> bench.paper(true).cover(false).stuck(false).garbling(false);
        }
    }

    private boolean owes() {
        var files = directory.resolve("print").toFile().list();
        return files != null && List.of(files).stream().anyMatch(name -> !name.endsWith(".doubtful"));
    }

    private PrintQueue start(Random deaths) {
        var port = new Network("127.0.0.1", bench.port(), Duration.ofMillis(300));
        var settings = new PrinterSettings("receipt", port, Paper.MM58, Duration.ofMillis(600));
        var printer = new Mortal(Printers.open(settings, _ -> {}), deaths);
        return PrintQueue.start(directory, printer, new Slips(deaths), Duration.ofMillis(15));
    }

    /// A till that is killed: its printing thread ends where it stands, and the next start finds what lies on the disk.
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1;

        static void perhaps(Random deaths) {
            if (deaths.nextInt(25) == 0) {
                throw new Killed();
            }
        }
    }

    private record Mortal(Printer printer, Random deaths) implements Printer {
        @Override
        public String name() {
            return printer.name();
        }

        @Override
        public PrintResult print(byte[] bytes) {
            Killed.perhaps(deaths);
            var result = printer.print(bytes);
            Killed.perhaps(deaths);
            return result;
        }

        @Override
        public void close() {
            printer.close();
        }
    }

    private final class Slips implements PrintQueue.Pages {
        private final Random deaths;

        Slips(Random deaths) {
            this.deaths = deaths;
        }

        @Override
        public Optional<byte[]> bytes(ReceiptNo receipt) {
            Killed.perhaps(deaths);
            var slip = Document.compose()
                    .line("No " + receipt.value())
                    .line("宫保鸡丁 68.80")
                    .line("应收 ¥68.80")
                    .qr(receipt.value(), "")
                    .cut()
                    .done();
            return Optional.of(EscPosReceipt.render(slip, 32));
        }

        @Override
        public void printed(ReceiptNo receipt) {
            Killed.perhaps(deaths);
            counted.merge(receipt, 1, Integer::sum);
            Killed.perhaps(deaths);
        }

        @Override
        public void leftHalfway(ReceiptNo receipt) {
            counted.putIfAbsent(receipt, 1);
            Killed.perhaps(deaths);
        }
    }
}

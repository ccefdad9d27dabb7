package io.huitai.till;

import io.huitai.device.PrintResult;
import io.huitai.device.Printer;
import io.huitai.device.driver.PulseDrawer;
import io.huitai.shop.ReceiptNo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Receipts on their way to paper, in `print/` of the store directory: one small file a receipt, so that a restart
/// knows what is still owed.
///
/// A receipt that provably did not reach the printer is tried again by itself. One that may be on paper already is
/// never sent again unasked: it is set aside as doubtful, and a cashier reprints it as a copy. What was being sent when
/// the till was killed is doubtful too.
final class PrintQueue implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PrintQueue.class);
    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final String WAITING = ".waiting";
    private static final String SENDING = ".sending";
    private static final String DOUBTFUL = ".doubtful";

    private final Path directory;
    private final Printer printer;
    private final PulseDrawer drawer;
    private final Pages pages;
    private final Thread thread;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition work = lock.newCondition();
    private final Deque<Path> waiting = new ArrayDeque<>();
    private boolean pulse;
    private boolean closed;
    private volatile State state = State.READY;
    private long last;

    /// How printing stands.
    enum State {
        READY,
        /// The printer did not take the last receipt; it is tried again.
        TROUBLE;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// The receipts, from whoever keeps them. Called on the printing thread.
    interface Pages {
        /// The receipt as the next print would be, in the printer's bytes.
        byte[] bytes(ReceiptNo receipt);

        /// It is on paper, or may be: the next print is a copy.
        void printed(ReceiptNo receipt);
    }

    private PrintQueue(Path directory, Printer printer, Pages pages) {
        this.directory = directory;
        this.printer = printer;
        this.drawer = new PulseDrawer(printer, PulseDrawer.Pin.PIN_2);
        this.pages = pages;
        this.thread = Thread.ofPlatform().name("printing").daemon().unstarted(this::run);
        thread.setUncaughtExceptionHandler((_, broken) -> {
            state = State.TROUBLE;
            LOG.error("Printing has stopped; what waits is printed after the next start", broken);
        });
    }

    /// Opens the queue of a store directory and goes on with what waits there.
    static PrintQueue start(Path storeDirectory, Printer printer, Pages pages) {
        var queue = new PrintQueue(storeDirectory.resolve("print"), printer, pages);
        queue.load();
        queue.thread.start();
        return queue;
    }

    private void load() {
        try {
            Files.createDirectories(directory);
            try (var files = Files.list(directory)) {
                for (var file : files.sorted().toList()) {
                    var name = file.getFileName().toString();
                    last = Math.max(last, Long.parseLong(name.substring(0, name.indexOf('.'))));
                    if (name.endsWith(SENDING)) {
                        rename(file, DOUBTFUL);
                    } else if (name.endsWith(WAITING)) {
                        waiting.add(file);
                    }
                }
            }
        } catch (IOException broken) {
            throw new UncheckedIOException("The print queue cannot be read", broken);
        }
    }

    /// Owes the guest a receipt. A disk that takes no file here stops no sale: the receipt can be reprinted.
    void add(ReceiptNo receipt) {
        lock.lock();
        try {
            last++;
            var file = directory.resolve(String.format(Locale.ROOT, "%08d", last) + WAITING);
            Files.writeString(file, receipt.value(), StandardCharsets.UTF_8);
            waiting.add(file);
            work.signalAll();
        } catch (IOException broken) {
            state = State.TROUBLE;
            LOG.error("Receipt {} was not queued; reprint it", receipt, broken);
        } finally {
            lock.unlock();
        }
    }

    /// Opens the drawer now or not at all: a drawer that opens minutes later would stand open unattended.
    void openDrawer() {
        lock.lock();
        try {
            pulse = true;
            work.signalAll();
        } finally {
            lock.unlock();
        }
    }

    State state() {
        return state;
    }

    /// Receipts that may or may not be on paper, oldest first.
    List<ReceiptNo> doubtful() {
        try (var files = Files.list(directory)) {
            var found = files.filter(file -> file.toString().endsWith(DOUBTFUL))
                    .sorted()
                    .toList();
            return found.stream().map(PrintQueue::receipt).toList();
        } catch (IOException broken) {
            throw new UncheckedIOException("The print queue cannot be read", broken);
        }
    }

    private static ReceiptNo receipt(Path file) {
        try {
            return new ReceiptNo(Files.readString(file, StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException("The print queue cannot be read", broken);
        }
    }

    private record Job(boolean pulse, Path file) {
        static final Path NONE = Path.of("");
    }

    private void run() {
        try {
            for (var job = next(); !isClosed(); job = next()) {
                if (job.pulse() && !(drawer.open() instanceof PrintResult.Printed)) {
                    LOG.warn("The drawer did not open");
                }
                if (!job.file().equals(Job.NONE)) {
                    print(job.file());
                }
            }
        } catch (IOException | UncheckedIOException broken) {
            state = State.TROUBLE;
            LOG.error("Printing has stopped: the queue's disk fails", broken);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isClosed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }

    private Job next() throws InterruptedException {
        lock.lock();
        try {
            while (!closed && !pulse && waiting.isEmpty()) {
                work.await();
            }
            var kick = pulse;
            pulse = false;
            var file = waiting.peek();
            return new Job(kick, file == null || kick ? Job.NONE : file);
        } finally {
            lock.unlock();
        }
    }

    private void print(Path file) throws IOException, InterruptedException {
        var receipt = receipt(file);
        var bytes = pages.bytes(receipt);
        var sending = rename(file, SENDING);
        switch (printer.print(bytes)) {
            case PrintResult.Printed() -> {
                state = State.READY;
                pages.printed(receipt);
                Files.delete(sending);
                forget(file);
            }
            case PrintResult.Failed(var reason) -> {
                LOG.warn("Receipt {} waits: {}", receipt, reason);
                state = State.TROUBLE;
                rename(sending, WAITING);
                pause();
            }
            case PrintResult.Unknown(var reason) -> {
                LOG.warn("Receipt {} may or may not be on paper: {}", receipt, reason);
                state = State.TROUBLE;
                pages.printed(receipt);
                rename(sending, DOUBTFUL);
                forget(file);
            }
        }
    }

    private void forget(Path file) {
        lock.lock();
        try {
            waiting.remove(file);
        } finally {
            lock.unlock();
        }
    }

    /// Waits before the next try, but not with a drawer or with the end.
    private void pause() throws InterruptedException {
        lock.lock();
        try {
            var left = PAUSE.toNanos();
            while (left > 0 && !closed && !pulse) {
                left = work.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    private static Path rename(Path file, String ending) throws IOException {
        var name = file.getFileName().toString();
        var renamed = file.resolveSibling(name.substring(0, name.indexOf('.')) + ending);
        return Files.move(file, renamed, StandardCopyOption.ATOMIC_MOVE);
    }

    /// Ends after what is being sent; what waits is sent after the next start.
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            work.signalAll();
        } finally {
            lock.unlock();
        }
        try {
            thread.join(TimeUnit.SECONDS.toMillis(15));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        printer.close();
    }
}

package io.huitai.till;

import io.huitai.device.PrintResult;
import io.huitai.device.Printer;
import io.huitai.device.driver.PulseDrawer;
import io.huitai.shop.ReceiptNo;
import io.huitai.till.Slips.Slip;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Receipts on their way to paper, in `print/` of the store directory: one small file a receipt, so that a restart
/// knows what is still owed.
///
/// A receipt that provably did not reach the printer is tried again by itself. One that may be on paper already is
/// never sent again unasked: it is set aside as doubtful, and a cashier reprints it as a copy. What was being sent when
/// the till was killed is doubtful too, and counts as printed.
final class PrintQueue implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PrintQueue.class);
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final Slips slips;
    private final Printer printer;
    private final PulseDrawer drawer;
    private final Pages pages;
    private final Thread thread;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition work = lock.newCondition();
    private final Deque<Slip> waiting;
    private final List<Slip> doubtful;
    private final List<Slip> cutShort;
    private Optional<Slip> sending = Optional.empty();
    private boolean pulse;
    private boolean hurry;
    private boolean closed;
    private volatile State state = State.READY;

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

    private PrintQueue(Slips slips, Printer printer, Pages pages) {
        this.slips = slips;
        var found = slips.find();
        waiting = new ArrayDeque<>(found.waiting());
        doubtful = new ArrayList<>(found.doubtful());
        cutShort = found.sending();
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
        var queue = new PrintQueue(new Slips(storeDirectory.resolve("print")), printer, pages);
        queue.thread.start();
        return queue;
    }

    /// Owes the guest a receipt. A disk that takes no file here stops no sale: the receipt can be reprinted.
    void add(ReceiptNo receipt) {
        lock.lock();
        try {
            waiting.add(slips.write(receipt));
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

    /// Receipts that wait for the printer, and those that may or may not be on paper, oldest first.
    List<Receipts.Owed> owed() {
        lock.lock();
        try {
            return Stream.concat(
                            doubtful.stream().map(slip -> new Receipts.Owed(slip.receipt(), true)),
                            waiting.stream().map(slip -> new Receipts.Owed(slip.receipt(), false)))
                    .toList();
        } finally {
            lock.unlock();
        }
    }

    /// Prints a receipt that is owed: a waiting one without further pause, a doubtful one once more, which is a copy.
    void again(ReceiptNo receipt) {
        lock.lock();
        try {
            for (var slip : of(doubtful, receipt)) {
                add(receipt);
                remove(doubtful, slip, Slips.State.DOUBTFUL);
            }
            hurry = true;
            work.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// Owes a receipt no longer. What is being sent at this moment cannot be called back.
    void drop(ReceiptNo receipt) {
        lock.lock();
        try {
            of(doubtful, receipt).forEach(slip -> remove(doubtful, slip, Slips.State.DOUBTFUL));
            of(waiting, receipt).stream()
                    .filter(slip -> !sending.equals(Optional.of(slip)))
                    .forEach(slip -> remove(waiting, slip, Slips.State.WAITING));
        } finally {
            lock.unlock();
        }
    }

    private static List<Slip> of(Collection<Slip> owed, ReceiptNo receipt) {
        return owed.stream().filter(slip -> slip.receipt().equals(receipt)).toList();
    }

    private void remove(Collection<Slip> owed, Slip slip, Slips.State state) {
        try {
            slips.delete(slip, state);
            owed.remove(slip);
        } catch (IOException broken) {
            throw new UncheckedIOException("The print queue cannot be written", broken);
        }
    }

    private record Job(boolean pulse, Optional<Slip> slip) {}

    private void run() {
        try {
            for (var slip : cutShort) {
                pages.printed(slip.receipt());
                doubt(slip);
            }
            for (var job = next(); !isClosed(); job = next()) {
                if (job.pulse() && !(drawer.open() instanceof PrintResult.Printed)) {
                    LOG.warn("The drawer did not open");
                }
                if (job.slip().isPresent()) {
                    print(job.slip().get());
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
            hurry = false;
            sending = kick ? Optional.empty() : Optional.ofNullable(waiting.peek());
            return new Job(kick, sending);
        } finally {
            lock.unlock();
        }
    }

    private void print(Slip slip) throws IOException, InterruptedException {
        var receipt = slip.receipt();
        var bytes = pages.bytes(receipt);
        slips.move(slip, Slips.State.WAITING, Slips.State.SENDING);
        switch (printer.print(bytes)) {
            case PrintResult.Printed() -> {
                state = State.READY;
                pages.printed(receipt);
                slips.delete(slip, Slips.State.SENDING);
                sent(slip, true);
            }
            case PrintResult.Failed(var reason) -> {
                LOG.warn("Receipt {} waits: {}", receipt, reason);
                state = State.TROUBLE;
                slips.move(slip, Slips.State.SENDING, Slips.State.WAITING);
                sent(slip, false);
                pause();
            }
            case PrintResult.Unknown(var reason) -> {
                LOG.warn("Receipt {} may or may not be on paper: {}", receipt, reason);
                state = State.TROUBLE;
                pages.printed(receipt);
                doubt(slip);
            }
        }
    }

    /// It is being sent no longer, and waits or is gone.
    private void sent(Slip slip, boolean gone) {
        lock.lock();
        try {
            sending = Optional.empty();
            if (gone) {
                waiting.remove(slip);
            }
        } finally {
            lock.unlock();
        }
    }

    /// Sets a receipt aside that may be on paper and has been counted as printed.
    private void doubt(Slip slip) throws IOException {
        slips.move(slip, Slips.State.SENDING, Slips.State.DOUBTFUL);
        lock.lock();
        try {
            waiting.remove(slip);
            sending = Optional.empty();
            doubtful.add(slip);
        } finally {
            lock.unlock();
        }
    }

    /// Waits before the next try, but not with a drawer, with somebody who asks, or with the end.
    private void pause() throws InterruptedException {
        lock.lock();
        try {
            var left = PAUSE.toNanos();
            while (left > 0 && !closed && !pulse && !hurry) {
                left = work.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
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

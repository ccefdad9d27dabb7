package io.huitai.till.paper;

import io.huitai.device.PrintResult;
import io.huitai.device.Printer;
import io.huitai.device.driver.PulseDrawer;
import io.huitai.shop.ReceiptNo;
import io.huitai.till.paper.OwedReceipts.Owed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Receipts on their way to paper.
///
/// A receipt that provably did not reach the printer is tried again by itself, as when there was no paper. One that may
/// be on paper already is never sent again unasked: it is set aside as doubtful, and a cashier reprints it as a copy.
/// What was being sent when the till was killed is doubtful too.
final class PrintQueue implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PrintQueue.class);
    private static final Duration USUAL_PAUSE = Duration.ofSeconds(5);

    private final OwedReceipts owed;
    private final Printer printer;
    private final PulseDrawer drawer;
    private final Pages pages;
    private final Duration pause;
    private final Thread thread;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition work = lock.newCondition();
    private Optional<PrintResult.Reason> trouble = Optional.empty();
    private volatile boolean doubt;
    private final Deque<byte[]> slips = new ArrayDeque<>();
    private boolean pulse;
    private boolean hurry;
    private boolean closed;
    private volatile PrinterState state = PrinterState.READY;

    /// The receipts, from whoever keeps them. Called on the printing thread.
    interface Pages {
        /// The receipt as the next print would be, in the printer's bytes; empty where there is no such receipt.
        Optional<byte[]> bytes(ReceiptNo receipt);

        /// It is on paper, or may be: the next print is a copy.
        void printed(ReceiptNo receipt);

        /// It may be on paper from before the till was killed, and may have been counted then: the next print is a
        /// copy.
        void leftHalfway(ReceiptNo receipt);
    }

    private PrintQueue(OwedReceipts owed, Printer printer, Pages pages, Duration pause) {
        this.owed = owed;
        this.printer = printer;
        this.drawer = new PulseDrawer(printer, PulseDrawer.Pin.PIN_2);
        this.pages = pages;
        this.pause = pause;
        this.thread = Thread.ofPlatform().name("printing").daemon().unstarted(this::run);
        thread.setUncaughtExceptionHandler((_, broken) -> {
            state = PrinterState.STOPPED;
            LOG.error("Printing has stopped; what waits is printed after the next start", broken);
        });
    }

    /// Opens the queue of a store directory and goes on with what waits there.
    static PrintQueue start(Path storeDirectory, Printer printer, Pages pages) {
        return start(storeDirectory, printer, pages, USUAL_PAUSE);
    }

    /// @param pause between two tries of a printer in trouble
    static PrintQueue start(Path storeDirectory, Printer printer, Pages pages, Duration pause) {
        var queue =
                new PrintQueue(OwedReceipts.open(storeDirectory.resolve(OwedReceipts.FOLDER)), printer, pages, pause);
        queue.thread.start();
        return queue;
    }

    /// Owes the guest a receipt. A disk that takes no file here stops no sale: the receipt can be reprinted.
    void add(ReceiptNo receipt) {
        lock.lock();
        try {
            owed.add(receipt);
            work.signalAll();
        } catch (IOException broken) {
            state = PrinterState.STOPPED;
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

    /// Prints paper that is no receipt, as a report, behind the receipts that wait. It is nobody's claim: once the till
    /// is closed it is forgotten, and it is not tried again where it may be on paper.
    void slip(byte[] bytes) {
        lock.lock();
        try {
            slips.add(bytes);
            work.signalAll();
        } finally {
            lock.unlock();
        }
    }

    PrinterState state() {
        return state;
    }

    /// Receipts that may or may not be on paper, then those that wait for the printer, each oldest first.
    List<Receipts.Owed> owed() {
        return Stream.concat(
                        owed.doubtful().stream().map(no -> new Receipts.Owed(no, true)),
                        owed.waiting().stream().map(no -> new Receipts.Owed(no, false)))
                .toList();
    }

    /// Prints a receipt that is owed: a waiting one without further pause, a doubtful one once more, which is a copy.
    void again(ReceiptNo receipt) {
        change(() -> owed.again(receipt));
    }

    /// Owes a receipt no longer. What is being sent at this moment cannot be called back.
    void drop(ReceiptNo receipt) {
        change(() -> owed.drop(receipt));
    }

    private void change(Change what) {
        lock.lock();
        try {
            what.run();
            hurry = true;
            settle();
            work.signalAll();
        } catch (IOException broken) {
            throw new UncheckedIOException("The print queue cannot be written", broken);
        } finally {
            lock.unlock();
        }
    }

    private interface Change {
        void run() throws IOException;
    }

    /// Whether anything is still in doubt.
    private void settle() {
        doubt = !owed.doubtful().isEmpty();
        if (!doubt && state == PrinterState.DOUBTFUL) {
            show(PrinterState.READY);
        }
    }

    private void run() {
        try {
            setAsideWhatWasLeft();
            while (awaitWork()) {
                var next = owed.next();
                if (takePulse()) {
                    openNow();
                } else if (next.isPresent()) {
                    print(next.get());
                } else if (!printSlip()) {
                    look();
                }
            }
        } catch (IOException | UncheckedIOException broken) {
            state = PrinterState.STOPPED;
            LOG.error("Printing has stopped: the queue's disk fails", broken);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private void setAsideWhatWasLeft() throws IOException {
        for (var left : owed.leftSending()) {
            LOG.warn("Receipt {} may or may not be on paper: the till was stopped while it was sent", left.receipt());
            pages.leftHalfway(left.receipt());
            owed.doubtful(left);
            doubt = true;
            show(PrinterState.DOUBTFUL);
        }
    }

    /// Waits for a drawer, a receipt or, in trouble, for the next try. False when the end has come.
    private boolean awaitWork() throws InterruptedException {
        lock.lock();
        try {
            var left = trouble.isPresent() ? pause.toNanos() : Long.MAX_VALUE;
            while (!closed && !pulse && !hurry && left > 0 && (trouble.isPresent() || isIdle())) {
                left = work.awaitNanos(left);
            }
            hurry = false;
            return !closed;
        } finally {
            lock.unlock();
        }
    }

    private boolean isIdle() {
        return owed.isEmpty() && slips.isEmpty();
    }

    private boolean takePulse() {
        lock.lock();
        try {
            var taken = pulse;
            pulse = false;
            return taken;
        } finally {
            lock.unlock();
        }
    }

    private void openNow() {
        if (!(drawer.open() instanceof PrintResult.Printed)) {
            LOG.warn("The drawer did not open");
        }
    }

    private void print(Owed next) throws IOException {
        var receipt = next.receipt();
        var bytes = pages.bytes(receipt);
        if (bytes.isEmpty()) {
            LOG.warn("There is no receipt {} to print", receipt);
            owed.forget(next);
            return;
        }
        var taken = owed.sending(next);
        if (taken.isPresent()) {
            send(taken.get(), bytes.get());
        }
    }

    /// Whether there was one to print.
    private boolean printSlip() {
        var bytes = nextSlip();
        if (bytes.isEmpty()) {
            return false;
        }
        switch (printer.print(bytes.get())) {
            case PrintResult.Printed(var paperLow) -> fine(paperLow);
            case PrintResult.Failed(var reason) -> {
                backToWaiting(bytes.get());
                inTrouble(reason);
            }
            case PrintResult.Unknown(var reason) -> {
                LOG.warn("A slip may or may not be on paper: {}", reason);
                inTrouble(reason);
            }
        }
        return true;
    }

    private Optional<byte[]> nextSlip() {
        lock.lock();
        try {
            return Optional.ofNullable(slips.poll());
        } finally {
            lock.unlock();
        }
    }

    private void backToWaiting(byte[] slip) {
        lock.lock();
        try {
            slips.addFirst(slip);
        } finally {
            lock.unlock();
        }
    }

    private void send(Owed sending, byte[] bytes) throws IOException {
        var receipt = sending.receipt();
        switch (printer.print(bytes)) {
            case PrintResult.Printed(var paperLow) -> {
                pages.printed(receipt);
                owed.printed(sending);
                settle();
                fine(paperLow);
            }
            case PrintResult.Failed(var reason) -> {
                owed.backToWaiting(sending);
                inTrouble(reason);
            }
            case PrintResult.Unknown(var reason) -> {
                LOG.warn("Receipt {} may or may not be on paper: {}", receipt, reason);
                pages.printed(receipt);
                owed.doubtful(sending);
                doubt = true;
                inTrouble(reason);
            }
        }
    }

    /// Whether the trouble is over, though nothing waits: the cashier should not go and look for nothing.
    private void look() {
        switch (printer.probe()) {
            case PrintResult.Printed(var paperLow) -> fine(paperLow);
            case PrintResult.Failed(var reason) -> inTrouble(reason);
            case PrintResult.Unknown(var reason) -> inTrouble(reason);
        }
    }

    private void fine(boolean paperLow) {
        trouble = Optional.empty();
        show(doubt ? PrinterState.DOUBTFUL : paperLow ? PrinterState.PAPER_LOW : PrinterState.READY);
    }

    private void inTrouble(PrintResult.Reason reason) {
        trouble = Optional.of(reason);
        show(PrinterState.of(reason));
    }

    private void show(PrinterState now) {
        if (now != state) {
            LOG.info("The printer is {}", now);
        }
        state = now;
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

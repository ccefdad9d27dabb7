package io.huitai.device.driver;

import io.huitai.device.ReaderEvent;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Stays with a reader whatever happens to it: opens it, reports each turn once, and after a loss tries again, at first
/// soon and then every other second.
final class Attendance implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Attendance.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);
    private static final Duration LAST_WORD = Duration.ofSeconds(3);

    private final String reader;
    private final Visit visit;
    private final Consumer<ReaderEvent> events;
    private final CountDownLatch over = new CountDownLatch(1);
    private final Thread thread;
    private Turn turn = Turn.NONE;

    private enum Turn {
        NONE,
        CONNECTED,
        LOST
    }

    /// One time with the reader, from opening it until it is lost.
    @FunctionalInterface
    interface Visit {
        /// Calls {@link Attendance#connected} when the reader is there, reads as long as {@link Attendance#goesOn}, and
        /// never waits long.
        void to(Attendance attendance) throws DeviceLost, InterruptedException;
    }

    private Attendance(String reader, Visit visit, Consumer<ReaderEvent> events) {
        this.reader = reader;
        this.visit = visit;
        this.events = events;
        thread = Thread.ofPlatform().daemon().name("reader " + reader).unstarted(this::run);
        thread.setUncaughtExceptionHandler((_, broken) -> LOG.error("Reader {} is not read any more", reader, broken));
    }

    static Attendance start(String reader, Visit visit, Consumer<ReaderEvent> events) {
        var attendance = new Attendance(reader, visit, events);
        attendance.thread.start();
        return attendance;
    }

    private void run() {
        var pause = FIRST_PAUSE;
        try {
            do {
                try {
                    visit.to(this);
                } catch (DeviceLost lost) {
                    pause = turn == Turn.CONNECTED ? FIRST_PAUSE : longer(pause);
                    lost(lost);
                }
            } while (!over.await(pause.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private static Duration longer(Duration pause) {
        var twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
    }

    private void lost(DeviceLost lost) {
        if (turn != Turn.LOST) {
            turn = Turn.LOST;
            LOG.warn("Reader {} is lost: {}", reader, lost.getMessage());
            tell(new ReaderEvent.Disconnected(reader, lost.loss()));
        }
    }

    /// The reader is there.
    void connected() {
        if (turn != Turn.CONNECTED) {
            turn = Turn.CONNECTED;
            LOG.info("Reader {} is there", reader);
            tell(new ReaderEvent.Connected(reader));
        }
    }

    void tell(ReaderEvent event) {
        if (goesOn()) {
            events.accept(event);
        }
    }

    boolean goesOn() {
        return over.getCount() > 0;
    }

    /// Waits, but not beyond the end.
    void rest(Duration pause) throws InterruptedException {
        var _ = over.await(pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    /// Ends within a moment; a driver that hangs in its device is left to itself.
    @Override
    public void close() {
        over.countDown();
        try {
            if (!thread.join(LAST_WORD)) {
                LOG.warn("Reader {} does not let go of its device", reader);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}

package io.huitai.device.driver;

import io.huitai.device.PrintResult;
import io.huitai.device.PrintResult.Failed;
import io.huitai.device.PrintResult.Printed;
import io.huitai.device.PrintResult.Reason;
import io.huitai.device.PrintResult.Unknown;
import io.huitai.device.PrinterStatus;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One print on its way: the printer is asked how it is, then written to, then asked whether it has printed.
///
/// Until the first byte of the print is written nothing has been printed for certain; from then on only the printer's
/// word, or on lines without answers the line's, makes it certain that all has been.
final class Attempt {
    private static final Logger LOG = LoggerFactory.getLogger(Attempt.class);
    private static final Duration LONGEST_PATIENCE = Duration.ofMillis(500);
    private static final int QUESTIONS_IN_LIMIT = 20;

    private enum Stage {
        OPENING,
        WRITING,
        GIVEN_UP
    }

    private final Line.Opening opening;
    private final byte[] bytes;
    private final Duration limit;
    private final boolean mustAnswer;
    private final Thread thread;
    private final AtomicReference<Stage> stage = new AtomicReference<>(Stage.OPENING);
    private final CountDownLatch settled = new CountDownLatch(1);
    private volatile PrintResult result = new Unknown(Reason.BROKEN_OFF);
    private volatile boolean answered;
    private volatile @Nullable Line line;

    /// @param bytes where there are none, the printer is only asked
    /// @param mustAnswer whether silence is an obstacle, for the printer has answered before
    Attempt(String printer, Line.Opening opening, byte[] bytes, Duration limit, boolean mustAnswer) {
        this.opening = opening;
        this.bytes = bytes.clone();
        this.limit = limit;
        this.mustAnswer = mustAnswer;
        thread = Thread.ofPlatform().daemon().name("print " + printer).unstarted(this::run);
    }

    /// Prints, and gives up when the time is over or the caller is interrupted.
    PrintResult outcome() {
        thread.start();
        try {
            if (settled.await(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                return result;
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        return giveUp();
    }

    /// Whether it was given up and the line still has not let go of its thread.
    boolean hangs() {
        return thread.isAlive() && stage.get() == Stage.GIVEN_UP;
    }

    /// Whether the printer said how it is.
    boolean answered() {
        return answered;
    }

    private void run() {
        try (var opened = opening.open()) {
            line = opened;
            result = print(opened);
        } catch (IOException broken) {
            // What went wrong is told by the stage; a printer's loss is a result here, not an error.
            result = stage.get() == Stage.OPENING ? new Failed(Reason.UNREACHABLE) : new Unknown(Reason.BROKEN_OFF);
            LOG.debug("The printer was lost", broken);
        } finally {
            settled.countDown();
        }
    }

    private PrintResult print(Line opened) throws IOException {
        var inquiry = new Inquiry(opened, patience());
        var status = inquiry.status();
        answered = status.isPresent();
        if (mustAnswer && !answered) {
            return new Failed(Reason.TIMED_OUT);
        }
        var obstacle = status.flatMap(PrinterStatus::obstacle);
        if (obstacle.isPresent()) {
            return new Failed(obstacle.get());
        }
        var printed = new Printed(status.filter(PrinterStatus::paperLow).isPresent());
        if (bytes.length == 0) {
            return printed;
        }
        var inTurn = answered && inquiry.answersInTurn();
        if (!stage.compareAndSet(Stage.OPENING, Stage.WRITING)) {
            return new Failed(Reason.TIMED_OUT);
        }
        opened.write(bytes);
        var lost = inTurn ? obstacleInTheMiddle(inquiry) : Optional.<Reason>empty();
        if (lost.isPresent()) {
            return new Unknown(lost.get());
        }
        return inTurn || opened.confirmed() ? printed : new Unknown(Reason.BROKEN_OFF);
    }

    /// Waits until the printer has printed all of it, or says why it has stopped.
    private static Optional<Reason> obstacleInTheMiddle(Inquiry inquiry) throws IOException {
        inquiry.askInTurn();
        var obstacle = Optional.<Reason>empty();
        while (!inquiry.answeredInTurn() && obstacle.isEmpty()) {
            obstacle = inquiry.status().flatMap(PrinterStatus::obstacle);
        }
        return obstacle;
    }

    private Duration patience() {
        var share = limit.dividedBy(QUESTIONS_IN_LIMIT);
        return share.compareTo(LONGEST_PATIENCE) < 0 ? share : LONGEST_PATIENCE;
    }

    private PrintResult giveUp() {
        var before = stage.getAndSet(Stage.GIVEN_UP);
        var opened = line;
        if (opened != null) {
            closeQuietly(opened);
            letGo();
        }
        return before == Stage.OPENING ? new Failed(Reason.TIMED_OUT) : new Unknown(Reason.TIMED_OUT);
    }

    /// Gives the thread a moment to notice, so that the next print need not wait.
    private void letGo() {
        try {
            thread.join(LONGEST_PATIENCE);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private static void closeQuietly(Line opened) {
        try {
            opened.close();
        } catch (IOException alreadyLost) {
            // The print's outcome is unknown with or without a clean close.
            return;
        }
    }
}

package io.huitai.device.driver;

import io.huitai.device.PrintResult;
import io.huitai.device.PrintResult.Failed;
import io.huitai.device.PrintResult.Printed;
import io.huitai.device.PrintResult.Reason;
import io.huitai.device.PrintResult.Unknown;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// One print on its way.
final class Attempt {
    private enum Stage {
        OPENING,
        WRITING,
        GIVEN_UP
    }

    private final Line.Opening opening;
    private final byte[] bytes;
    private final Thread thread;
    private final AtomicReference<Stage> stage = new AtomicReference<>(Stage.OPENING);
    private final CountDownLatch settled = new CountDownLatch(1);
    private volatile PrintResult result = new Unknown(Reason.BROKEN_OFF);
    private volatile @Nullable Line line;

    Attempt(String printer, Line.Opening opening, byte[] bytes) {
        this.opening = opening;
        this.bytes = bytes.clone();
        thread = Thread.ofPlatform().daemon().name("print " + printer).unstarted(this::run);
    }

    /// Prints, and gives up when the time is over or the caller is interrupted.
    PrintResult within(Duration limit) {
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

    private void run() {
        try (var opened = opening.open()) {
            line = opened;
            if (!stage.compareAndSet(Stage.OPENING, Stage.WRITING)) {
                return;
            }
            opened.write(bytes);
            result = opened.confirmed() ? new Printed() : new Unknown(Reason.BROKEN_OFF);
        } catch (IOException broken) {
            // What went wrong is told by the stage; a printer's loss is a result here, not an error.
            result = stage.get() == Stage.OPENING ? new Failed(Reason.UNREACHABLE) : new Unknown(Reason.BROKEN_OFF);
        } finally {
            settled.countDown();
        }
    }

    private PrintResult giveUp() {
        var before = stage.getAndSet(Stage.GIVEN_UP);
        var opened = line;
        if (opened != null) {
            closeQuietly(opened);
        }
        return before == Stage.OPENING ? new Failed(Reason.TIMED_OUT) : new Unknown(Reason.TIMED_OUT);
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

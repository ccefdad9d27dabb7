package io.huitai.bench;

import io.huitai.shop.Lang;
import io.huitai.ui.Surroundings;
import io.huitai.ui.Window;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// `ui.scan`: the window without a display, on a bill of 200 lines. From the Enter of a scan to the pulse after the one
/// that laid its line out: by then its frame has been painted, at most a pulse earlier. And the longest time between
/// two pulses from each Enter on, the work behind the line included.
final class ScanRow implements Measured {
    private static final int LINES = 200;
    private static final int WARM = 30;
    private static final double FRAME_MILLIS = 1_000.0 / 60;
    private static final long REST_MILLIS = 300;
    private static final long PATIENCE_SECONDS = 60;

    private final Times painted = new Times();
    private final Times longest = new Times();
    private Optional<CompletableFuture<Long>> waiting = Optional.empty();
    private int linesBefore;
    private boolean laidOut;
    private long lastPulse;
    private long longestPause;

    @Override
    public List<Figure> measure(Size size, Path folder) throws Exception {
        try (var till = BenchTill.make(folder.resolve("till"), 10)) {
            till.ring(LINES);
            var code = till.code();
            Thread.ofPlatform().daemon().start(() -> show(till));
            until(() -> !javafx.stage.Window.getWindows().isEmpty());
            var scene = on(() -> javafx.stage.Window.getWindows().getFirst().getScene());
            signIn(scene);
            on(() -> watch(scene));
            for (var scan = -WARM; scan < 5 * size.rounds(); scan++) {
                scan(scene, code, scan >= 0);
            }
        }
        return List.of(
                Figure.beside("ui.scan", painted.p99Millis(), "ms p99", "two frames of 60 Hz, ms", 2 * FRAME_MILLIS),
                Figure.beside(
                        "ui.scan.p50", painted.p50Millis(), "ms p50", "two frames of 60 Hz, ms", 2 * FRAME_MILLIS),
                Figure.beside("ui.scan.frame", longest.p99Millis(), "ms p99 of a scan's longest", "the bar, ms", 50));
    }

    private static void show(BenchTill till) {
        try {
            Window.show(CompletableFuture.completedFuture(till.till), Surroundings.alone(), Lang.ZH, () -> {});
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private static void signIn(Scene scene) throws Exception {
        until(() -> scene.getRoot().lookup("#sign-in-hint") != null);
        for (var typed : List.of("1001", "1111")) {
            for (var digit : digits(typed)) {
                on(() -> fire(scene, KeyEvent.KEY_TYPED, digit, KeyCode.UNDEFINED));
                TimeUnit.MILLISECONDS.sleep(100); // as a person types
            }
            on(() -> fire(scene, KeyEvent.KEY_PRESSED, "", KeyCode.ENTER));
        }
        until(() -> lines(scene) >= LINES);
    }

    private boolean watch(Scene scene) {
        scene.addPostLayoutPulseListener(() -> laidOut = waiting.isPresent() && lines(scene) > linesBefore);
        new AnimationTimer() {
            @Override
            public void handle(long now) {
                var at = System.nanoTime();
                longestPause = Math.max(longestPause, at - lastPulse);
                lastPulse = at;
                if (laidOut) {
                    waiting.ifPresent(scan -> scan.complete(at));
                    waiting = Optional.empty();
                    laidOut = false;
                }
            }
        }.start();
        return true;
    }

    private void scan(Scene scene, String code, boolean counts) throws Exception {
        var shown = new CompletableFuture<Long>();
        var began = on(() -> {
            linesBefore = lines(scene);
            waiting = Optional.of(shown);
            for (var digit : digits(code)) {
                fire(scene, KeyEvent.KEY_TYPED, digit, KeyCode.UNDEFINED);
            }
            lastPulse = System.nanoTime();
            longestPause = 0;
            fire(scene, KeyEvent.KEY_PRESSED, "", KeyCode.ENTER);
            return lastPulse;
        });
        var took = shown.get(PATIENCE_SECONDS, TimeUnit.SECONDS) - began;
        TimeUnit.MILLISECONDS.sleep(REST_MILLIS); // until the next article is in the hand
        var pause = on(() -> longestPause);
        if (counts) {
            painted.add(took);
            longest.add(pause);
        }
    }

    private static List<String> digits(String number) {
        return number.chars().mapToObj(Character::toString).toList();
    }

    private static int lines(Scene scene) {
        return scene.getRoot().lookup("#sale-lines") instanceof ListView<?> list
                ? list.getItems().size()
                : -1;
    }

    private static boolean fire(Scene scene, EventType<KeyEvent> kind, String character, KeyCode key) {
        var target = scene.getFocusOwner() == null ? scene.getRoot() : scene.getFocusOwner();
        Event.fireEvent(target, new KeyEvent(target, target, kind, character, "", key, false, false, false, false));
        return true;
    }

    private static void until(Callable<Boolean> claim) throws Exception {
        var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!on(claim)) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("The window did not come so far");
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    private static <T> T on(Callable<T> work) throws Exception {
        var task = new FutureTask<>(work);
        try {
            Platform.runLater(task);
        } catch (IllegalStateException notStarted) {
            TimeUnit.MILLISECONDS.sleep(500);
            Platform.runLater(task);
        }
        return task.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
}

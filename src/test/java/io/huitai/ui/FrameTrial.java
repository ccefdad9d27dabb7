package io.huitai.ui;

import io.huitai.money.Quantity;
import io.huitai.shop.Lang;
import io.huitai.shop.MemberNo;
import io.huitai.till.Till;
import io.huitai.till.TrainingTills;
import io.huitai.till.bill.Bills;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
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
import javafx.stage.Stage;

/// Measures scans on a long bill, to be run by hand: from the Enter of a scan to the end of the pulse that has laid out
/// its line, the gaps between frames, and apart from the machine's noise what the threads themselves worked.
/// Gaps of a busy machine are only as good as the idle gaps printed beside them.
final class FrameTrial {
    private static final String BEER = "6999001000024";
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int WARM = 30;
    private static final int SCANS = 100;

    private final Scene scene;
    private final List<Long> gaps = new ArrayList<>();
    private Optional<ListView<?>> list = Optional.empty();
    private long pulseBegan;
    private long laidOut;
    private long lastLaidOut;
    private long lastFrame;
    private final List<Long> work = new ArrayList<>();
    private long lastWorked;

    private FrameTrial(Till till) {
        var stage = new Stage();
        scene = new Front(CompletableFuture.completedFuture(till), Surroundings.alone(), Lang.ZH, System::nanoTime)
                .scene();
        scene.addPreLayoutPulseListener(() -> pulseBegan = THREADS.getCurrentThreadCpuTime());
        scene.addPostLayoutPulseListener(() -> {
            lastLaidOut = System.nanoTime();
            laidOut += THREADS.getCurrentThreadCpuTime() - pulseBegan;
        });
        new AnimationTimer() {
            @Override
            public void handle(long now) {
                var at = System.nanoTime();
                gaps.add(at - lastFrame);
                lastFrame = at;
                var worked = THREADS.getCurrentThreadCpuTime();
                work.add(worked - lastWorked);
                lastWorked = worked;
            }
        }.start();
        stage.setScene(scene);
        stage.setWidth(1366);
        stage.setHeight(768);
        stage.show();
    }

    /// @param arguments a new store directory, and how many lines stand on the bill before it begins
    public static void main(String[] arguments) throws Exception {
        var opening = TrainingTills.opening(Path.of(arguments[0]), "mall", Optional.empty());
        try (var till = Till.open(opening, InstantSource.system())) {
            var lines = Integer.parseInt(arguments[1]);
            till.perform(desk -> {
                        desk.operators().signIn(new io.huitai.shop.OperatorId("1001"), "1111");
                        desk.shift().shifts().open(io.huitai.money.Money.ofFen(200_00));
                        desk.bill().bills().member(new MemberNo("M0001"));
                        var products = till.catalogue().products();
                        for (var i = 0; i < lines; i++) {
                            desk.bill().bills().add(products.get(i % 60).sku(), Quantity.ONE, Bills.LineExtras.NONE);
                        }
                        return lines;
                    })
                    .join();
            Platform.startup(() -> {});
            var trial = on(() -> new FrameTrial(till));
            trial.signIn();
            trial.measure("warming up", WARM);
            trial.idle();
            trial.measure("scans", SCANS);
            Platform.exit();
        }
    }

    private void signIn() throws Exception {
        for (var typed : List.of("1001", "1111")) {
            for (var i = 0; i < typed.length(); i++) {
                var character = typed.substring(i, i + 1);
                on(() -> fire(KeyEvent.KEY_TYPED, character, KeyCode.UNDEFINED));
                TimeUnit.MILLISECONDS.sleep(80);
            }
            on(() -> fire(KeyEvent.KEY_PRESSED, "", KeyCode.ENTER));
        }
        while (list.isEmpty()) {
            TimeUnit.MILLISECONDS.sleep(50);
            list = on(() -> scene.getRoot().lookup("#sale-lines") instanceof ListView<?> shown
                    ? Optional.of(shown)
                    : Optional.empty());
        }
        TimeUnit.SECONDS.sleep(2);
    }

    private void idle() throws Exception {
        on(() -> {
            gaps.clear();
            work.clear();
            return true;
        });
        TimeUnit.SECONDS.sleep(5);
        say("idle: gap between frames", on(() -> List.copyOf(gaps)));
        say("idle: work of the screen's thread a frame", on(() -> List.copyOf(work)));
    }

    private void measure(String what, int scans) throws Exception {
        var painted = new ArrayList<Long>();
        var layout = new ArrayList<Long>();
        var answers = new ArrayList<Long>();
        var writer = new ArrayList<Long>();
        on(() -> {
            gaps.clear();
            work.clear();
            return true;
        });
        for (var i = 0; i < scans; i++) {
            var before = on(this::lines);
            var writing = writing();
            var began = on(() -> {
                BEER.chars()
                        .forEach(
                                digit -> fire(KeyEvent.KEY_TYPED, Character.toString((char) digit), KeyCode.UNDEFINED));
                laidOut = 0;
                var at = System.nanoTime();
                fire(KeyEvent.KEY_PRESSED, "", KeyCode.ENTER);
                return at;
            });
            var seen = 0L;
            while (seen == 0) {
                seen = on(() -> lines() > before ? System.nanoTime() : 0L);
            }
            var added = seen;
            while (on(() -> lastLaidOut < added)) {
                Thread.onSpinWait();
            }
            answers.add(added - began);
            painted.add(on(() -> lastLaidOut) - began);
            TimeUnit.MILLISECONDS.sleep(120);
            layout.add(on(() -> laidOut));
            writer.add(writing() - writing);
        }
        say(what + ": Enter to answer on the screen's thread", answers);
        say(what + ": Enter to laid-out line", painted);
        say(what + ": styles and layout of all pulses of a scan", layout);
        say(what + ": gap between frames", on(() -> List.copyOf(gaps)));
        say(what + ": work of the screen's thread a frame", on(() -> List.copyOf(work)));
        say(what + ": work of the till's thread a scan", writer);
    }

    /// What the till's thread has worked so far.
    private static long writing() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("till-writer"))
                .mapToLong(thread -> THREADS.getThreadCpuTime(thread.threadId()))
                .sum();
    }

    private int lines() {
        return list.orElseThrow().getItems().size();
    }

    private boolean fire(EventType<KeyEvent> kind, String character, KeyCode key) {
        var target = scene.getFocusOwner() == null ? scene.getRoot() : scene.getFocusOwner();
        Event.fireEvent(target, new KeyEvent(target, target, kind, character, "", key, false, false, false, false));
        return true;
    }

    private static void say(String what, List<Long> nanos) {
        var sorted = nanos.stream().mapToLong(Long::longValue).toArray();
        Arrays.sort(sorted);
        System.out.printf(
                "%-62s n=%d median %.1f p95 %.1f p99 %.1f worst %.1f ms; over 50 ms: %d%n",
                what,
                sorted.length,
                sorted[sorted.length / 2] / 1e6,
                sorted[sorted.length * 95 / 100] / 1e6,
                sorted[sorted.length * 99 / 100] / 1e6,
                sorted[sorted.length - 1] / 1e6,
                Arrays.stream(sorted).filter(each -> each > 50_000_000).count());
    }

    private static <T> T on(Callable<T> work) throws Exception {
        var task = new FutureTask<>(work);
        Platform.runLater(task);
        return task.get();
    }
}

package io.huitai.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.huitai.shop.Lang;
import io.huitai.shop.OperatorId;
import io.huitai.till.Till;
import io.huitai.till.TrainingTills;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// A till that was switched off for two weeks: the foot line says so, and a supervisor confirms at it.
@ExtendWith(ApplicationExtension.class)
class ClockUiTest {
    private static final String CHECK = "#foot-clock-check";
    private static final Instant JUNE = Instant.parse("2026-06-10T04:00:00Z");
    private static final Instant TWO_WEEKS_LATER = JUNE.plus(Duration.ofDays(14));

    private Optional<Till> till = Optional.empty();
    private Optional<Scene> scene = Optional.empty();

    @Start
    void start(Stage stage) throws IOException {
        var store = Files.createTempDirectory("huitai-clock").resolve("store");
        try (var before = open(store, JUNE)) {
            before.perform(desk -> desk.operators().signIn(new OperatorId("1001"), "1111"))
                    .join();
        }
        var open = open(store, TWO_WEEKS_LATER);
        till = Optional.of(open);
        var front = new Front(CompletableFuture.completedFuture(open), Surroundings.alone(), Lang.ZH).scene();
        scene = Optional.of(front);
        stage.setScene(front);
        stage.show();
    }

    private static Till open(Path store, Instant wall) {
        var opening = TrainingTills.opening(store, "standard-card", Optional.empty());
        return Till.open(opening, () -> wall);
    }

    @AfterEach
    void close() {
        till.orElseThrow().close();
    }

    @Test
    void aSupervisorConfirmsByTouch() {
        until(() -> isShown(CHECK));
        assertThat(text(CHECK)).contains("时钟待确认");
        tap(CHECK);
        until(() -> isShown("#approval-sheet"));
        assertThat(text("#approval-what")).contains("2026-06-24 12:00", "2026-06-10");
        tap("2001");
        tap("2222");
        until(() -> !isShown("#approval-sheet") && !isShown(CHECK));
        assertThat(text("#notice-text")).contains("时钟已确认");
        assertThat(trusted()).isEmpty();
    }

    @Test
    void aSupervisorConfirmsByKeyAndEscapeLeavesItForLater() {
        press(KeyCode.F1, false);
        until(() -> text(CHECK).contains("Confirm the clock"));
        press(KeyCode.F1, true);
        until(() -> isShown("#approval-sheet"));
        press(KeyCode.ESCAPE, false);
        until(() -> !isShown("#approval-sheet"));
        assertThat(isShown(CHECK)).isTrue();
        assertThat(trusted()).isPresent();
        press(KeyCode.F1, true);
        type("2001");
        type("2222");
        until(() -> !isShown("#approval-sheet") && !isShown(CHECK));
        assertThat(trusted()).isEmpty();
        press(KeyCode.F1, true);
        assertThat(isShown("#approval-sheet")).isFalse();
    }

    private Optional<?> trusted() {
        return till.orElseThrow()
                .perform(desk -> desk.shift().clockCheck().standing().trusted())
                .join();
    }

    // What hands do

    private void tap(String idOrDigits) {
        if (idOrDigits.startsWith("#")) {
            onScreen(() -> {
                if (find(idOrDigits).orElseThrow() instanceof Button button) {
                    button.fire();
                }
                return idOrDigits;
            });
            WaitForAsyncUtils.waitForFxEvents();
            return;
        }
        idOrDigits.chars().forEach(digit -> tap("#approval-key-" + (char) digit));
        tap("#approval-key-enter");
    }

    /// Behind the approval sheet's focus; slower than any reader.
    private void type(String digits) {
        until(() -> isShown("#approval-sheet"));
        digits.chars().forEach(digit -> {
            onScreen(() -> fire(KeyEvent.KEY_TYPED, Character.toString(digit), KeyCode.UNDEFINED, false));
            WaitForAsyncUtils.sleep(60, TimeUnit.MILLISECONDS);
        });
        press(KeyCode.ENTER, false);
    }

    private void press(KeyCode key, boolean shift) {
        WaitForAsyncUtils.waitForFxEvents();
        WaitForAsyncUtils.sleep(400, TimeUnit.MILLISECONDS); // deliberate: not on the heels of the one before
        onScreen(() -> fire(KeyEvent.KEY_PRESSED, "", key, shift) && fire(KeyEvent.KEY_RELEASED, "", key, shift));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private boolean fire(EventType<KeyEvent> kind, String character, KeyCode key, boolean shift) {
        var owner = scene.orElseThrow().getFocusOwner();
        var target = owner == null ? scene.orElseThrow().getRoot() : owner;
        Event.fireEvent(target, new KeyEvent(target, target, kind, character, "", key, shift, false, false, false));
        return true;
    }

    // What is on the screen

    private Optional<Node> find(String id) {
        return Optional.ofNullable(scene.orElseThrow().getRoot().lookup(id));
    }

    private boolean isShown(String id) {
        return onScreen(() -> find(id).filter(Node::isVisible).isPresent());
    }

    private String text(String id) {
        return onScreen(() -> find(id).map(node -> switch (node) {
                    case Button button -> button.getText();
                    case Label label -> label.getText();
                    default -> "";
                })
                .orElse(""));
    }

    private static <T> T onScreen(Callable<T> work) {
        return WaitForAsyncUtils.waitForAsyncFx(20_000, work);
    }

    private static void until(BooleanSupplier claim) {
        try {
            WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, claim::getAsBoolean);
        } catch (TimeoutException late) {
            throw new AssertionError("It did not come", late);
        }
        WaitForAsyncUtils.waitForFxEvents();
    }
}

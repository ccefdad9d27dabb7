package io.huitai.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.huitai.shop.Lang;
import io.huitai.till.Till;
import io.huitai.till.TrainingTills;
import java.io.IOException;
import java.nio.file.Files;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// A till that nobody touches, and one whose printer is gone.
@ExtendWith(ApplicationExtension.class)
class LockUiTest {
    private static final String BEER = "6999001000024";
    private static final String CARD = ";9988000000000015=30121010000000000?";
    private static final int TEN_MINUTES = 300;

    private Optional<Till> till = Optional.empty();
    private Optional<Front> front = Optional.empty();
    private Optional<Hands> hands = Optional.empty();

    @Start
    void start(Stage stage) throws IOException {
        var directory = Files.createTempDirectory("huitai-ui").resolve("store");
        var opening = TrainingTills.opening(directory, "standard-card", Optional.empty());
        Till.open(opening, InstantSource.system()).close();
        var settings = directory.resolve("settings.yaml");
        var nobodyListens = Files.readString(settings).replace("screen", "tcp:127.0.0.1:1");
        Files.writeString(settings, nobodyListens.replaceAll("lockMinutes: 10\n", ""));
        var open = Till.open(opening, InstantSource.system());
        till = Optional.of(open);
        var shown = new Front(CompletableFuture.completedFuture(open), Surroundings.alone(), Lang.ZH);
        front = Optional.of(shown);
        hands = Optional.of(new Hands(shown.scene()));
        stage.setScene(shown.scene());
        stage.setWidth(1366);
        stage.setHeight(768);
        stage.show();
    }

    @AfterEach
    void close() {
        till.orElseThrow().close();
    }

    @Test
    void anIdleTillLocksKeepsTheBillAndHearsNoCard() throws IOException {
        hands().signInAndOpenShift();
        hands().burst(BEER);
        hands().until(() -> hands().text("#sale-due").equals("18.00"));
        hands().press(KeyCode.F3);
        hands().until(() -> hands().isShown("#member-sheet"));
        tick(TEN_MINUTES);
        hands().until(() -> hands().isShown("#sign-in-locked"));
        assertThat(hands().isShown("#member-sheet")).isFalse();
        hands().shoot("locked");
        hands().burst(CARD);
        hands().until(() -> hands().isShown("#notice"));
        hands().press(KeyCode.P, true, false);
        assertThat(hands().isShown("#owed-sheet")).isFalse();
        hands().type("1111");
        hands().press(KeyCode.ENTER);
        hands().until(() -> hands().isShown("#sale"));
        assertThat(hands().text("#sale-due")).isEqualTo("18.00");
        assertThat(hands().isShown("#sale-member")).isFalse();
        tick(TEN_MINUTES / 2);
        assertThat(hands().isShown("#sale")).isTrue();
    }

    @Test
    void anotherOperatorTakesALockedTillOverWithItsBill() {
        hands().signInAndOpenShift();
        hands().burst(BEER);
        hands().until(() -> hands().text("#sale-due").equals("18.00"));
        tick(TEN_MINUTES);
        anotherSignsIn();
        assertThat(hands().text("#sale-due")).isEqualTo("18.00");
        assertThat(hands().text("#foot-operator")).contains("1002");
    }

    @Test
    void theLastReceiptWaitsForItsCashierAndForNobodyElse() {
        hands().signInAndOpenShift();
        hands().burst(BEER);
        hands().until(() -> hands().text("#sale-due").equals("18.00"));
        hands().press(KeyCode.ENTER);
        hands().until(() -> hands().isShown("#sale-done"));
        tick(TEN_MINUTES);
        hands().until(() -> hands().isShown("#sign-in-locked"));
        hands().type("1111");
        hands().press(KeyCode.ENTER);
        hands().until(() -> hands().isShown("#sale-done"));
        tick(TEN_MINUTES);
        anotherSignsIn();
        assertThat(hands().isShown("#sale-done")).isFalse();
    }

    private void anotherSignsIn() {
        hands().until(() -> hands().isShown("#sign-in-locked"));
        for (var i = 0; i < 5; i++) {
            hands().press(KeyCode.BACK_SPACE);
        }
        hands().type("1002");
        hands().press(KeyCode.ENTER);
        hands().type("1112");
        hands().press(KeyCode.ENTER);
        hands().until(() -> hands().isShown("#sale"));
    }

    @Test
    void receiptsThatWaitAreShownAndCanBeGivenUpByKeyAlone() throws IOException {
        hands().signInAndOpenShift();
        hands().burst(BEER);
        hands().until(() -> hands().text("#sale-due").equals("18.00"));
        hands().press(KeyCode.ENTER);
        hands().until(() -> hands().isShown("#sale-done"));
        tick(1);
        hands().until(() -> hands().text("#foot-printer").contains("1 张"));
        hands().press(KeyCode.P, true, false);
        hands().until(() -> hands().isShown("#owed-again-S001-T1-000001"));
        hands().shoot("owed");
        hands().until(
                        () -> { // what is being sent at this moment cannot be called back
                            hands().find("#owed-drop-S001-T1-000001").ifPresent(button -> ((Button) button).fire());
                            return !hands().isShown("#owed-drop-S001-T1-000001");
                        });
        hands().press(KeyCode.ESCAPE);
        hands().until(() -> !hands().text("#foot-printer").contains("张"));
    }

    private void tick(int times) {
        Hands.onScreen(() -> {
            for (var i = 0; i < times; i++) {
                front.orElseThrow().tick();
            }
            return times;
        });
    }

    private Hands hands() {
        return hands.orElseThrow();
    }
}

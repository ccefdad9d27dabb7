package io.huitai.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A till that nobody touches, and one whose printer is gone.
class LockUiTest extends WindowTest {
    private static final String BEER = "6999001000024";
    private static final String CARD = ";9988000000000015=30121010000000000?";
    private static final int TEN_MINUTES = 300;

    @BeforeEach
    void begin() {
        var opening = opening("standard-card");
        edit(
                opening,
                written -> written.replace("screen", "tcp:127.0.0.1:1") // nobody listens
                        .replaceAll("lockMinutes: 10\n", ""));
        show(open(opening));
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
        hands().press(KeyCode.P, KeyCode.CONTROL);
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
        hands().press(KeyCode.P, KeyCode.CONTROL);
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
                front().tick();
            }
            return times;
        });
    }
}

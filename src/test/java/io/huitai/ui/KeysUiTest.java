package io.huitai.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/// Keys that nobody pressed, or nobody meant: what readers send behind a code, keys held down, the second press.
class KeysUiTest extends WindowTest {
    private static final String BEER = "6999001000017";
    private static final String BOTTLE = "6999001000024";

    private final AtomicInteger alarms = new AtomicInteger();

    @BeforeEach
    void begin() {
        var alone = Surroundings.alone();
        var around = new Surroundings(alone.link(), alone.printer(), alone.devices(), alarms::incrementAndGet);
        show(open(opening("standard-card")), around);
    }

    private void due(String amount) {
        hands().until(() -> hands().text("#sale-due").equals(amount));
    }

    @Test
    void whateverAScannerSendsBehindACodeIsItsOwn() {
        hands().signInAndOpenShift();
        var ends = new KeyCode[][] {
            {KeyCode.ENTER, KeyCode.ENTER},
            {KeyCode.ENTER, KeyCode.TAB},
            {KeyCode.TAB},
            {KeyCode.TAB, KeyCode.ENTER},
            {KeyCode.ENTER, KeyCode.ENTER, KeyCode.ENTER}
        };
        for (var times = 1; times <= ends.length; times++) {
            hands().burst(BEER, ends[times - 1]);
            due(12 * times + ".00");
            assertThat(hands().isShown("#sale-done")).isFalse();
            assertThat(hands().search()).isEmpty();
            assertThat(hands().isFocused("#sale-search")).isTrue();
        }
    }

    @Test
    void theSecondEnterOfADoublePressLeavesTheChangeAndTheNextScanIsNotLost() {
        hands().signInAndOpenShift();
        hands().burst(BEER);
        due("12.00");
        hands().press(KeyCode.F2); // so that Enter is another key
        hands().pressTwice(KeyCode.ENTER);
        hands().until(() -> hands().isShown("#sale-done"));
        hands().pressAtOnce(KeyCode.ENTER);
        assertThat(hands().isShown("#sale-done")).isTrue();
        hands().burst(BOTTLE, KeyCode.ENTER, KeyCode.ENTER);
        due("18.00");
        assertThat(hands().isShown("#sale-done")).isFalse();
        hands().press(KeyCode.ENTER);
        hands().until(() -> hands().isShown("#sale-done"));
        hands().press(KeyCode.ENTER);
        hands().until(() -> !hands().isShown("#sale-done"));
        assertThat(sales()).isEqualTo(2);
    }

    @Test
    void aKeyThatIsHeldDownActsOnceAndTypesAsOften() {
        hands().signInAndOpenShift();
        hands().hold(KeyCode.DIGIT5, "5", 12);
        hands().press(KeyCode.F2);
        assertThat(hands().search()).isEqualTo("5".repeat(12));
        assertThat(alarms).hasValue(0);
        hands().press(KeyCode.ESCAPE);
        hands().burst(BEER);
        due("12.00");
        hands().hold(KeyCode.ENTER, "", 40);
        assertThat(hands().isShown("#sale-done")).isTrue();
        assertThat(sales()).isEqualTo(1);
    }

    @Test
    void aHeldDeleteTakesOneLine() {
        hands().signInAndOpenShift();
        hands().burst(BEER);
        hands().burst(BOTTLE);
        due("30.00");
        hands().hold(KeyCode.DELETE, "", 20);
        hands().tap("#reason-1");
        due("12.00");
    }

    /// Nothing of a code stands in a field, the sheet stays, the bill too, and the cashier hears of it.
    @Test
    void aScanBehindASheetIsTold() {
        hands().signInAndOpenShift();
        hands().burst(BEER);
        due("12.00");
        var sheets = Map.of(
                KeyCode.F8, "#sale-open-sheet",
                KeyCode.F9, "#sale-service-sheet",
                KeyCode.F11, "#pay-other-sheet",
                KeyCode.F12, "#more-sheet");
        sheets.forEach((key, sheet) -> {
            hands().press(key);
            hands().until(() -> hands().isShown(sheet));
            told(sheet);
            hands().press(KeyCode.ESCAPE);
        });
        for (var way : new String[] {"#more-adjust", "#more-split"}) {
            hands().press(KeyCode.F12);
            hands().tap(way);
            told("#sale-" + way.substring(6) + "-sheet");
            hands().press(KeyCode.ESCAPE);
            hands().press(KeyCode.ESCAPE);
        }
        hands().tap("#sale-line-qty");
        hands().until(() -> hands().isShown("#sale-qty-sheet"));
        told("#sale-qty-sheet");
        due("12.00");
    }

    private void told(String sheet) {
        var before = alarms.get();
        hands().burst(BOTTLE, KeyCode.ENTER, KeyCode.ENTER);
        assertThat(hands().isShown(sheet)).as(sheet).isTrue();
        assertThat(alarms.get()).as(sheet).isEqualTo(before + 1);
        assertThat(hands().text("#notice")).as(sheet).contains("读码未用");
        assertThat(written()).as(sheet).doesNotContainPattern("[0-9]{3}");
    }

    /// Everything that stands in fields.
    private String written() {
        return Hands.onScreen(() ->
                hands().find("#sale").orElseThrow().getScene().getRoot().lookupAll(".text-input").stream()
                        .map(node -> node instanceof TextInputControl field ? field.getText() : "")
                        .reduce("", (all, one) -> all + " " + one));
    }

    /// The screen's own frames let go what was held back for a reader's next stroke.
    @Test
    void aPersonsKeyIsHandedOnByTheMachinesClock() throws TimeoutException {
        var byItself = showByTheMachinesClock(open(opening("standard-card")));
        byItself.until(() -> byItself.isShown("#sign-in-hint"));

        byItself.burst("1", new KeyCode[0]);

        WaitForAsyncUtils.waitFor(
                10, TimeUnit.SECONDS, () -> byItself.text("#sign-in-number").contains("1"));
    }

    @Test
    void aScanBeforeSignInIsTold() {
        hands().until(() -> hands().isShown("#sign-in-hint"));
        hands().burst(BEER, KeyCode.ENTER, KeyCode.ENTER);
        assertThat(alarms).hasValue(1);
        hands().signInAndOpenShift();
    }

    /// A scanner that pauses or stalls in a code: the code is used whole and nothing of it is left typed.
    @Test
    void aScanInPiecesIsWhole() {
        hands().signInAndOpenShift();
        var random = new Random(12);
        for (var times = 1; times <= 5; times++) {
            var at = 4 + random.nextInt(8);
            hands().burst(BEER.substring(0, at), new KeyCode[0]);
            if (times % 2 == 0) {
                hands().until(() -> hands().search().length() == at); // so long that it went through as typed
            } else {
                hands().hesitate();
            }
            hands().burst(BEER.substring(at), KeyCode.ENTER, KeyCode.ENTER);
            due(12 * times + ".00");
            assertThat(hands().search()).as("in pieces at %d", at).isEmpty();
        }
    }

    private long sales() {
        return till().perform(desk -> desk.receipts().latest(10).size()).join();
    }
}

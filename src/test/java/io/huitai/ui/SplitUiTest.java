package io.huitai.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/// A table's bill paid by who had what.
class SplitUiTest extends WindowTest {
    private OpenWindow window() {
        var window = window("standard-card");
        var hands = window.hands();
        hands.tap("#sale-tile-L001"); // 46.00
        hands.tap("#sale-tile-L002"); // 48.00
        hands.until(() -> hands.text("#sale-due").equals("94.00"));
        hands.tap("#sale-line-plus");
        hands.until(() -> hands.text("#sale-due").equals("142.00"));
        hands.tap("#sale-more");
        hands.tap("#more-split");
        hands.until(() -> hands.isShown("#sale-split-sheet"));
        return window;
    }

    @Test
    void linesGoToPartsByTouch() throws IOException {
        try (var window = window()) {
            var hands = window.hands();
            hands.tap("#sale-split-line-1");
            hands.until(() -> hands.text("#sale-split-part-2").contains("46.00"));
            hands.tap("#sale-split-add");
            hands.tap("#sale-split-more-2");
            hands.until(() -> hands.text("#sale-split-part-3").contains("48.00"));
            assertThat(hands.text("#sale-split-part-1")).contains("48.00");
            hands.shoot("split");
            hands.press(KeyCode.F1);
            hands.shoot("split-en");
            hands.press(KeyCode.F1);
            hands.tap("#sale-split-lines-ok");
            hands.until(() -> !hands.isShown("#sale-split-sheet"));
            hands.until(() -> hands.text("#sale-due").equals("48.00"));
            hands.tap("#sale-recall");
            hands.until(() -> hands.isShown("#sale-recall-2"));
        }
    }

    @Test
    void pointsBelongToOneBill() {
        try (var window = window("standard-card")) {
            var hands = window.hands();
            window.give("M0003", 5_000);
            window.attach("19900000003", "M0003");
            hands.tap("#sale-tile-L001");
            hands.tap("#sale-points");
            hands.until(() -> hands.isShown(".chip.used"));
            hands.tap("#sale-more");
            hands.tap("#more-split");
            hands.until(() -> hands.text("#notice-text").contains("积分"));
            assertThat(hands.isShown("#sale-split-sheet")).isFalse();
        }
    }

    @Test
    void keysAloneSplitToo() {
        try (var window = window()) {
            var hands = window.hands();
            hands.until(() -> hands.isFocused("#sale-split"));
            Hands.onScreen(() -> {
                hands.find("#sale-split-line-2").orElseThrow().requestFocus();
                return true;
            });
            hands.type("+");
            hands.until(() -> hands.text("#sale-split-here-2").equals("1"));
            hands.type("/");
            hands.until(() -> hands.text("#sale-split-part-2").contains("48.00"));
            assertThat(hands.text("#sale-split-part-1")).contains("94.00");
            hands.press(KeyCode.ENTER);
            hands.until(() -> hands.text("#sale-due").equals("94.00"));
        }
    }
}

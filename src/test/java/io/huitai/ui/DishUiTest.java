package io.huitai.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/// Dishes with modifiers, set meals and market prices, ordered at the window.
class DishUiTest extends WindowTest {
    private OpenWindow window() {
        return window("standard-card");
    }

    private static void search(Hands hands, String sku) {
        hands.type(sku);
        hands.until(() -> hands.isShown("#sale-tile-" + sku));
        hands.press(KeyCode.ENTER);
        hands.until(() -> hands.isShown("#sale-dish-sheet"));
    }

    @Test
    void modifiersAreTickedAndStandOnTheLine() throws IOException {
        try (var window = window()) {
            var hands = window.hands();
            search(hands, "Z005");
            hands.until(() -> hands.isFocused("#sale-dish-modifier-egg"));
            hands.press(KeyCode.ENTER);
            hands.until(() -> hands.text("#sale-due").equals("38.00"));
            hands.type("2*");
            search(hands, "Z005");
            hands.tap("#sale-dish-modifier-egg");
            hands.tap("#sale-dish-modifier-no-coriander");
            hands.write("#sale-dish-note", "less salt");
            assertThat(hands.text("#sale-dish-ok")).contains("80.00");
            hands.shoot("dish-modifiers");
            hands.press(KeyCode.F1);
            hands.shoot("dish-modifiers-en");
            hands.press(KeyCode.F1);
            hands.tap("#sale-dish-ok");
            hands.until(() -> hands.text("#sale-due").equals("118.00"));
            assertThat(hands.text("#sale-lines")).contains("牛肉面 · 加蛋 +2.00 · 免香菜 · less salt");
            hands.press(KeyCode.F1);
            hands.until(() -> hands.text("#sale-lines").contains("Egg +2.00 · No coriander · less salt"));
            hands.shoot("dish-line-en");
        }
    }

    @Test
    void aSetMealServesItsFirstUnlessTheGuestChooses() throws IOException {
        try (var window = window()) {
            var hands = window.hands();
            hands.tap("#sale-tab-自助餐");
            hands.tap("#sale-tile-B007");
            hands.until(() -> hands.isShown("#sale-dish-sheet"));
            hands.press(KeyCode.ENTER);
            hands.until(() -> hands.text("#sale-due").equals("38.00"));
            hands.tap("#sale-tile-B007");
            hands.tap("#sale-dish-course-congee-1");
            hands.tap("#sale-dish-course-drink-1");
            hands.shoot("dish-set");
            hands.press(KeyCode.ENTER);
            hands.until(() -> hands.text("#sale-due").equals("92.00"));
            assertThat(hands.text("#sale-lines")).contains("皮蛋瘦肉粥 +4.00 · 美式咖啡 +12.00");
            hands.shoot("dish-set-line");
        }
    }

    @Test
    void aMarketPriceIsTypedAlsoForWhatWasScanned() throws IOException {
        try (var window = window()) {
            var hands = window.hands();
            hands.burst("R050");
            hands.until(() -> hands.isFocused("#sale-dish-price"));
            hands.tap("420", "sale-dish");
            hands.tap("#sale-dish-unit-1");
            hands.write("#sale-dish-qty", "");
            hands.tap("13", "sale-dish");
            hands.shoot("dish-market");
            hands.tap("#sale-dish-key-enter");
            hands.until(() -> hands.text("#sale-due").equals("546.00"));
            search(hands, "R050");
            hands.until(() -> hands.isFocused("#sale-dish-price"));
            hands.press(KeyCode.DELETE);
            hands.until(() -> hands.text("#sale-dish-ok").contains("请输入"));
            hands.press(KeyCode.ENTER);
            assertThat(hands.isShown("#sale-dish-sheet")).isTrue();
            hands.type("400");
            hands.press(KeyCode.ENTER);
            hands.until(() -> hands.text("#sale-due").equals("946.00"));
        }
    }
}

package io.huitai.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.huitai.shop.OutletKind;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/// What is paid by room, by company and back without a receipt.
class ChargesUiTest extends WindowTest {
    @Test
    void aBillGoesOnARoomWithTheGuestsName() throws IOException {
        try (var window = window("standard-card")) {
            var hands = window.hands();
            hands.tap("#sale-tile-L001");
            hands.until(() -> hands.text("#sale-due").equals("46.00"));
            hands.press(KeyCode.F11);
            hands.until(() -> hands.isShown("#pay-other-sheet"));
            assertThat(hands.text("#pay-other-type")).doesNotContain("储值").doesNotContain("单位");
            hands.tap("#pay-other-type-6");
            hands.until(() -> hands.isShown("#pay-other-room"));
            hands.tap("#pay-other-key-enter");
            hands.until(() -> hands.text("#notice-text").contains("房号"));
            hands.write("#pay-other-room", "1208");
            hands.write("#pay-other-guest", "Wang");
            hands.shoot("pay-room");
            hands.tap("#pay-other-key-enter");
            hands.until(() -> hands.isShown("#sale-done"));
        }
    }

    @Test
    void aCompanyIsChargedAndAboveItsLimitAManagerAgrees() throws IOException {
        try (var window = window("corporate-vip")) {
            var hands = window.hands();
            hands.tap("#sale-tile-L001");
            hands.tap("#sale-line-qty");
            hands.tap("100", "sale-qty");
            hands.tap("#sale-qty-key-enter");
            hands.until(() -> hands.text("#sale-due").equals("4600.00"));
            hands.press(KeyCode.F11);
            hands.tap("#pay-other-type-7");
            hands.tap("#pay-company-江南旅行社");
            hands.shoot("pay-account");
            hands.press(KeyCode.F1);
            hands.shoot("pay-account-en");
            hands.press(KeyCode.F1);
            hands.tap("#pay-other-key-enter");
            hands.approve("3001", "3333");
            hands.until(() -> hands.isShown("#sale-done"));
            assertThat(window.till()
                            .perform(desk -> desk.sale().companies().owed("江南旅行社"))
                            .join())
                    .hasToString("4600.00");
        }
    }

    @Test
    void aCompanyPaysWhatItOwesInTwoParts() throws IOException {
        try (var window = window("corporate-vip")) {
            var hands = window.hands();
            window.charge("远山科技", "230.00");
            window.charge("远山科技", "1200.00");
            hands.press(KeyCode.F12);
            hands.until(() -> hands.isShown("#more-accounts"));
            hands.shoot("more-companies");
            hands.tap("#more-accounts");
            hands.until(() -> hands.text("#accounts-in-all").contains("1430.00"));
            hands.until(() -> hands.isFocused("#accounts"));
            hands.press(KeyCode.ENTER);
            assertThat(hands.isShown("#accounts-settle-sheet"))
                    .as("the first owes nothing")
                    .isFalse();
            hands.press(KeyCode.DOWN);
            hands.press(KeyCode.DOWN);
            hands.shoot("accounts");
            hands.press(KeyCode.F1);
            hands.shoot("accounts-en");
            hands.press(KeyCode.F1);
            hands.press(KeyCode.ENTER);
            hands.until(() -> hands.text("#accounts-settle-amount").equals("1430.00"));
            hands.shoot("accounts-settle");
            hands.tap("#accounts-settle-tender-5");
            hands.tap("1000", "accounts-settle");
            hands.tap("#accounts-settle-key-enter");
            hands.until(() -> hands.isShown("#receipt-sheet"));
            hands.shoot("accounts-slip");
            assertThat(hands.text("#notice-text")).contains("1000.00", "430.00");
            hands.press(KeyCode.ESCAPE);
            hands.until(() -> hands.text("#accounts-in-all").contains("¥430.00"));
            hands.tap("#accounts-settle-open");
            hands.until(() -> hands.text("#accounts-settle-amount").equals("430.00"));
            hands.press(KeyCode.ENTER);
            hands.until(() -> hands.isShown("#receipt-sheet"));
            hands.press(KeyCode.ESCAPE);
            hands.until(() -> hands.text("#accounts-in-all").contains("¥0.00"));
            assertThat(hands.find("#accounts-settle-open").orElseThrow().isDisabled())
                    .isTrue();
            hands.until(() -> hands.isFocused("#accounts"));
            hands.press(KeyCode.ESCAPE);
            hands.until(() -> !hands.isShown("#accounts-sheet"));
        }
    }

    @Test
    void accountsAreOfferedWhereTheProgrammeHasThem() {
        try (var window = window("standard-card")) {
            var hands = window.hands();
            hands.press(KeyCode.F12);
            hands.until(() -> hands.isShown("#more-sheet"));
            assertThat(hands.isShown("#more-accounts")).isFalse();
        }
    }

    @Test
    void goodsAreExchangedForTheSame() throws IOException {
        try (var window = window("standard-card")) {
            var hands = window.hands();
            hands.tap("#sale-tile-L001");
            hands.tap("#sale-pay-cash");
            hands.until(() -> hands.isShown("#sale-done"));
            hands.press(KeyCode.F10);
            hands.tap("#refund-receipt-S001-T1-000001");
            hands.until(() -> hands.isShown("#refund-line-1"));
            hands.tap("#refund-exchange");
            assertThat(hands.isShown("#approval-sheet")).isFalse();
            hands.tap("#refund-line-1");
            hands.until(() -> hands.text("#refund-outcome").contains("46.00"));
            hands.shoot("refund-exchange");
            hands.press(KeyCode.F1);
            hands.shoot("refund-exchange-en");
            hands.press(KeyCode.F1);
            hands.tap("#refund-exchange");
            hands.approve("2001", "2222");
            hands.until(() -> hands.isShown("#receipt-sheet"));
            hands.shoot("refund-exchanged");
        }
    }

    @Test
    void goodsWithoutAReceiptComeBackWithAManager() throws IOException {
        try (var window = window("standard-card")) {
            var hands = window.hands();
            hands.press(KeyCode.F12);
            hands.until(() -> hands.isShown("#more-sheet"));
            hands.shoot("more");
            hands.press(KeyCode.F1);
            hands.shoot("more-en");
            hands.press(KeyCode.F1);
            hands.tap("#more-take-back");
            hands.write("#take-back-goods", "tea");
            hands.focus("#take-back");
            hands.tap("20", "take-back");
            hands.shoot("take-back");
            hands.press(KeyCode.F1);
            hands.shoot("take-back-en");
            hands.press(KeyCode.F1);
            hands.tap("#take-back-key-enter");
            hands.approve("3001", "3333");
            hands.until(() -> hands.isShown("#receipt-sheet"));
            assertThat(hands.text("#notice-text")).contains("20.00");
        }
    }

    @Test
    void aRoomThatIsLeftLatePaysHalfANightAndOtherLinesDoNot() throws IOException {
        var afternoon = Optional.of(Instant.parse("2026-06-10T07:00:00Z"));
        try (var window = window("yuexi-hotel", OutletKind.HOTEL, afternoon)) {
            var hands = window.hands();
            hands.tap("#sale-tile-L001");
            hands.until(() -> hands.isShown("#sale-line-void"));
            assertThat(hands.isShown("#sale-line-late")).isFalse();
            hands.tap("#sale-tab-客房");
            hands.tap("#sale-tile-K001");
            hands.until(() -> hands.isShown("#sale-line-late"));
            hands.shoot("late-checkout");
            hands.press(KeyCode.F1);
            hands.shoot("late-checkout-en");
            hands.tap("#sale-line-late");
            hands.until(() -> hands.text("#sale-due").equals("733.00"));
        }
    }
}

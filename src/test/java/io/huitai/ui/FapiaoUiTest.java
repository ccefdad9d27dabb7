package io.huitai.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/// A guest asks for the invoice of a sale.
class FapiaoUiTest extends WindowTest {
    private OpenWindow window() {
        return window("standard-card");
    }

    private static void sell(Hands hands) {
        hands.tap("#sale-tile-L001");
        hands.until(() -> hands.text("#sale-due").equals("46.00"));
        hands.tap("#sale-pay-cash");
        hands.until(() -> hands.isShown("#sale-done"));
    }

    @Test
    void keysAloneAskForOneAndASecondTimeItIsSaid() throws IOException {
        try (var window = window()) {
            var hands = window.hands();
            sell(hands);
            hands.shoot("fapiao-done");
            hands.press(KeyCode.I, KeyCode.CONTROL);
            hands.until(() -> hands.isFocused("#fapiao-title"));
            assertThat(hands.text("#fapiao-amount")).contains("46.00");
            hands.press(KeyCode.ENTER);
            hands.until(() -> hands.text("#notice-text").contains("抬头"));
            hands.type("Acme");
            hands.write("#fapiao-tax", "91310000MA1FL0000N");
            hands.shoot("fapiao");
            hands.press(KeyCode.F1);
            hands.shoot("fapiao-en");
            hands.press(KeyCode.F1);
            hands.press(KeyCode.ENTER);
            hands.until(() -> hands.text("#notice-text").contains("Acme"));
            assertThat(hands.isShown("#fapiao-sheet")).isFalse();
            hands.tap("#sale-fapiao");
            hands.until(() -> hands.text("#fapiao-asked").contains("Acme"));
            hands.shoot("fapiao-again");
            hands.tap("#fapiao-again");
            hands.until(() -> !hands.isShown("#fapiao-sheet"));
        }
    }

    @Test
    void anOlderReceiptIsInvoicedFromTheRefundListToACompanyKnownFromBefore() throws IOException {
        try (var window = window()) {
            var hands = window.hands();
            sell(hands);
            hands.tap("#sale-fapiao");
            hands.write("#fapiao-title", "Acme");
            hands.write("#fapiao-tax", "91310000MA1FL0000N");
            hands.tap("#fapiao-key-enter");
            hands.until(() -> !hands.isShown("#fapiao-sheet"));
            hands.tap("#sale-next");
            sell(hands);
            hands.tap("#sale-next");
            sell(hands);
            hands.press(KeyCode.F10);
            hands.tap("#refund-receipt-S001-T1-000002");
            hands.until(() -> hands.isFocused("#refund-line-1"));
            hands.shoot("refund-fapiao");
            hands.tap("#refund-fapiao");
            hands.write("#fapiao-title", "Ac");
            hands.tap("#fapiao-kind-1");
            hands.shoot("fapiao-offer");
            hands.tap("#fapiao-offer-0");
            hands.tap("#fapiao-ok");
            hands.until(() -> hands.text("#notice-text").contains("Acme"));
            hands.until(() -> hands.isShown("#refund-sheet") && !hands.isShown("#fapiao-sheet"));
            hands.until(() -> hands.isFocused("#refund-line-1"));
            hands.tap("#refund-fapiao");
            hands.until(() -> hands.text("#fapiao-asked").contains("91310000MA1FL0000N"));
        }
    }

    @Test
    void whatIsOnlyPromisedIsNotInvoicedAndTheSheetSaysSo() throws IOException {
        try (var window = window()) {
            var hands = window.hands();
            hands.tap("#sale-tile-L001");
            hands.until(() -> hands.text("#sale-due").equals("46.00"));
            hands.press(KeyCode.F11);
            hands.tap("#pay-other-type-6");
            hands.write("#pay-other-room", "1208");
            hands.write("#pay-other-guest", "Wang");
            hands.tap("#pay-other-key-enter");
            hands.until(() -> hands.isShown("#sale-done"));
            hands.tap("#sale-fapiao");
            hands.until(() -> hands.isShown("#fapiao-nothing"));
            hands.shoot("fapiao-nothing");
            hands.tap("#fapiao-close");
            hands.until(() -> !hands.isShown("#fapiao-sheet"));
        }
    }
}

package io.huitai.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.huitai.till.member.MemberView;
import java.io.IOException;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/// What the counter does for a member, with programmes that offer it.
class MemberUiTest extends WindowTest {
    @Test
    void aCardIsRechargedAndPaysTheBill() throws IOException {
        try (var window = window("standard-card")) {
            var hands = window.hands();
            assertThat(hands.find("#sale-pay-stored").orElseThrow().isDisabled())
                    .isTrue();
            window.attach("19900000003", "M0003");
            window.file();
            hands.shoot("member-file");
            hands.tap("#member-recharge");
            hands.until(() -> hands.isShown("#member-recharge-terms"));
            hands.shoot("member-recharge");
            hands.press(KeyCode.F1);
            hands.shoot("member-recharge-en");
            hands.press(KeyCode.F1);
            hands.tap("1000", "member-recharge");
            hands.tap("#member-recharge-key-enter");
            hands.until(() -> hands.isShown("#receipt-sheet"));
            hands.shoot("member-recharge-slip");
            assertThat(hands.isShown("#receipt-fapiao")).isFalse(); // invoiced where it pays
            assertThat(window.member("M0003").held().stored().principal()).hasToString("1000.00");
            hands.press(KeyCode.ESCAPE);
            hands.until(() -> hands.text("#member-file-facts").contains("1000.00"));
            hands.press(KeyCode.ESCAPE);
            hands.tap("#sale-tile-L001");
            hands.until(() -> !hands.find("#sale-pay-stored").orElseThrow().isDisabled());
            hands.shoot("pay-stored");
            hands.press(KeyCode.F1);
            hands.shoot("pay-stored-en");
            hands.press(KeyCode.F1);
            hands.press(KeyCode.F5);
            hands.until(() -> hands.isShown("#sale-done"));
            assertThat(window.member("M0003").held().stored().principal().isPositive())
                    .isTrue();
        }
    }

    @Test
    void aBonusAboveTheUsualIsApprovedAndTheRechargeIsInvoiced() throws IOException {
        try (var window = window("prepaid-dining")) {
            var hands = window.hands();
            window.attach("19900000003", "M0003");
            window.file();
            hands.tap("#member-recharge");
            hands.write("#member-recharge-bonus", "12.5");
            hands.press(KeyCode.TAB);
            hands.tap("60000", "member-recharge");
            hands.tap("#member-recharge-key-enter");
            hands.approve("3001", "3333");
            hands.until(() -> hands.isShown("#receipt-sheet"));
            assertThat(window.member("M0003").held().stored().bonus()).hasToString("7500.00");
            hands.tap("#receipt-fapiao");
            hands.until(() -> hands.isFocused("#fapiao-title"));
            assertThat(hands.text("#fapiao-amount")).contains("60000.00");
            hands.shoot("fapiao-recharge");
            hands.write("#fapiao-title", "Acme");
            hands.write("#fapiao-tax", "91310000MA1FL0000N");
            hands.tap("#fapiao-key-enter");
            hands.until(() -> !hands.isShown("#fapiao-sheet"));
            assertThat(hands.text("#notice")).contains("60000.00");
        }
    }

    @Test
    void cardsAreBoundReplacedAndReportedLost() throws IOException {
        try (var window = window("standard-card")) {
            var hands = window.hands();
            window.attach("19900000003", "M0003");
            window.file();
            hands.tap("#member-bind");
            hands.tap("#member-bind-ok");
            hands.until(() -> hands.text("#notice-text").contains("请刷新卡"));
            hands.burst(";9988000000777778=30121010000000000?");
            hands.until(() -> hands.text("#member-bind-card").contains("7778"));
            hands.shoot("member-bind");
            hands.tap("#member-bind-ok");
            hands.until(() -> !hands.isShown("#member-bind-sheet"));
            assertThat(window.member("M0003").cards()).hasSize(2);
            hands.tap("#member-lost");
            hands.until(() -> hands.isShown("#member-lost-which-2"));
            hands.shoot("member-lost");
            hands.tap("#member-lost-ok");
            hands.until(() -> hands.text("#notice-text").contains("请选择"));
            hands.tap("#member-lost-which-1");
            hands.tap("#member-lost-ok");
            hands.until(() -> !hands.isShown("#member-lost-sheet"));
            assertThat(hands.text("#notice-text")).contains("****7778");
            assertThat(window.member("M0003").cards())
                    .filteredOn(card -> card.blocked())
                    .extracting(card -> card.masked())
                    .containsExactly("****7778");
            hands.tap("#member-replace");
            hands.burst(";9988000000888880=30121010000000000?");
            hands.until(() -> hands.text("#member-replace-card").contains("8880"));
            hands.shoot("member-replace");
            hands.tap("#member-replace-ok");
            hands.until(() -> !hands.isShown("#member-replace-sheet"));
            assertThat(window.member("M0003").cards())
                    .filteredOn(card -> !card.blocked())
                    .hasSize(1);
            hands.tap("#member-lost");
            hands.until(() -> hands.text("#member-lost-which-0").contains("8880"));
            hands.tap("#member-lost-ok");
            hands.until(() -> !hands.isShown("#member-lost-sheet"));
            assertThat(window.member("M0003").cards()).allMatch(card -> card.blocked());
        }
    }

    @Test
    void pointsAreCorrectedPassedOnAndTurnIntoGifts() throws IOException {
        try (var window = window("vip-points")) {
            var hands = window.hands();
            window.attach("19900000003", "M0003");
            window.file();
            hands.tap("#member-correct");
            hands.tap("#member-correct-ok");
            assertThat(hands.isShown("#member-correct-sheet")).isTrue(); // not without a number
            hands.write("#member-correct-points", "90000");
            hands.shoot("member-correct");
            hands.tap("#member-correct-ok");
            hands.approve("2001", "2222");
            hands.until(() -> hands.text("#member-file-lots").contains("90,000"));
            hands.tap("#member-transfer");
            hands.write("#member-transfer-to", "19900000005");
            hands.write("#member-transfer-points", "120");
            hands.tap("#member-transfer-ok");
            hands.until(() -> !hands.isShown("#member-transfer-sheet"));
            assertThat(window.member("M0005").held().points()).isEqualTo(120);
            hands.tap("#member-gifts");
            hands.until(() -> hands.isShown("#member-gifts-sheet"));
            hands.shoot("member-gifts");
            hands.press(KeyCode.F1);
            hands.shoot("member-gifts-en");
            hands.press(KeyCode.F1);
            hands.tap("#member-gifts-ok");
            hands.until(() -> hands.isShown("#receipt-sheet"));
            assertThat(window.member("M0003").held().points()).isLessThan(89_880);
            hands.press(KeyCode.ESCAPE);
            hands.shoot("member-file-points");
            hands.press(KeyCode.F1);
            hands.shoot("member-file-en");
        }
    }

    @Test
    void pointsAreTurnedIntoVouchers() {
        try (var window = window("yinbei")) {
            var hands = window.hands();
            window.give("M0003", 350);
            window.attach("19900000003", "M0003");
            window.file();
            hands.tap("#member-turn");
            hands.tap("#member-turn-ok");
            hands.until(() -> !hands.isShown("#member-turn-sheet"));
            assertThat(window.member("M0003").held().points()).isEqualTo(50);
            assertThat(window.member("M0003").held().vouchers()).isNotEmpty();
            hands.until(() -> hands.text("#member-file-lots").contains("×3"));
        }
    }

    @Test
    void enterOnceMoreTakesTheOnlyOneFound() throws IOException {
        try (var window = window("standard-card")) {
            var hands = window.hands();
            hands.press(KeyCode.F3);
            hands.write("#member-search", "19900000003");
            hands.press(KeyCode.ENTER);
            hands.until(() -> hands.isShown("#member-M0003"));
            hands.press(KeyCode.ENTER);
            hands.until(() -> hands.isShown("#sale-member"));
            assertThat(hands.isShown("#member-sheet")).isFalse();
            assertThat(hands.text("#sale-member-name")).contains("王");
        }
    }

    @Test
    void amongSearchedOnesIsWhoComesByPaysForTimeAndIsSetToATier() throws IOException {
        try (var window = window("paid-tiers")) {
            var hands = window.hands();
            hands.press(KeyCode.F3);
            hands.tap("19900000003", "member");
            hands.tap("#member-key-enter");
            hands.until(() -> hands.isShown("#member-M0003"));
            hands.shoot("member-search");
            hands.tap("#member-M0003-file");
            hands.tap("#member-check-in");
            hands.until(() -> hands.text("#notice-text").contains("已登记"));
            assertThat(window.member("M0003").held().points()).isPositive();
            hands.tap("#member-subscribe");
            hands.until(() -> hands.isShown("#member-subscribe-sheet"));
            hands.shoot("member-subscribe");
            hands.press(KeyCode.F1);
            hands.shoot("member-subscribe-en");
            hands.press(KeyCode.F1);
            hands.tap("#member-subscribe-ok");
            hands.until(() -> hands.isShown("#receipt-sheet"));
            hands.press(KeyCode.ESCAPE);
            hands.tap("#member-set-tier");
            hands.until(() -> hands.isShown("#member-set-tier-sheet"));
            hands.tap("#member-set-tier-tier-0");
            var before = window.member("M0003").rung().id();
            hands.tap("#member-set-tier-ok");
            hands.approve("2001", "2222");
            hands.until(() -> !hands.isShown("#member-set-tier-sheet"));
            assertThat(window.member("M0003").rung().id()).isNotEqualTo(before);
            hands.tap("#member-attach");
            hands.until(() -> hands.isShown("#sale-member"));
        }
    }

    @Test
    void aMemberTakesPartInAnEvent() {
        try (var window = window("jinpeng-currency")) {
            var hands = window.hands();
            window.attach("19900000003", "M0003");
            window.file();
            hands.tap("#member-event");
            hands.write("#member-event-name", "spring");
            hands.tap("#member-event-ok");
            hands.until(() -> !hands.isShown("#member-event-sheet"));
            assertThat(hands.text("#notice-text")).contains("已登记");
        }
    }

    @Test
    void anApplicationThatIsNotEarnedSaysWhy() throws IOException {
        try (var window = window("client-grades")) {
            var hands = window.hands();
            window.attach("19900000003", "M0003");
            window.file();
            hands.tap("#member-apply");
            hands.until(() -> hands.isShown("#member-apply-sheet"));
            hands.tap("#member-apply-ok");
            hands.until(() -> hands.isShown("#notice"));
            hands.shoot("member-apply");
            assertThat(hands.isShown("#member-apply-sheet")).isTrue();
        }
    }

    @Test
    void whoLeavesIsToldWhatIsLostAndAgreesFirst() throws IOException {
        try (var window = window("goods-member")) {
            var hands = window.hands();
            window.give("M0003", 40);
            window.attach("19900000003", "M0003");
            window.file();
            hands.tap("#member-forget");
            hands.until(() -> hands.text("#member-forget-lost").contains("40"));
            hands.shoot("member-forget");
            hands.press(KeyCode.F1);
            hands.shoot("member-forget-en");
            hands.press(KeyCode.F1);
            hands.tap("#member-forget-ok");
            assertThat(hands.isShown("#approval-sheet")).isFalse();
            hands.press(KeyCode.ESCAPE);
            hands.tap("#member-close");
            hands.tap("#member-close-sure");
            hands.tap("#member-close-ok");
            hands.until(() -> hands.isShown("#approval-sheet"));
            hands.shoot("member-close-approval");
            hands.approve("2001", "2222");
            hands.until(() -> !hands.isShown("#member-file-sheet"));
            assertThat(window.member("M0003").status()).isEqualTo(MemberView.Status.CLOSED);
            hands.until(() -> !hands.isShown("#sale-member"));
        }
    }

    @Test
    void allCardsAreReportedLostAtOnce() {
        try (var window = window("standard-card")) {
            var hands = window.hands();
            window.attach("19900000003", "M0003");
            window.file();
            hands.tap("#member-bind");
            hands.until(() -> hands.isShown("#member-bind-sheet"));
            hands.burst(";9988000000777778=30121010000000000?");
            hands.tap("#member-bind-ok");
            hands.until(() -> !hands.isShown("#member-bind-sheet"));
            hands.until(() -> hands.text("#member-file-facts").contains("7778"));
            hands.tap("#member-lost");
            hands.tap("#member-lost-which-2");
            hands.tap("#member-lost-ok");
            hands.until(() -> !hands.isShown("#member-lost-sheet"));
            assertThat(window.member("M0003").cards()).allMatch(card -> card.blocked());
            hands.until(() -> hands.find("#member-lost").orElseThrow().isDisabled());
        }
    }

    @Test
    void aMembershipIsCancelledWithAReasonAndTheRecordStays() throws IOException {
        try (var window = window("client-grades")) {
            var hands = window.hands();
            window.give("M0003", 40);
            window.attach("19900000003", "M0003");
            window.file();
            hands.tap("#member-cancel");
            hands.until(() -> hands.text("#member-cancel-ends").contains("40"));
            hands.shoot("member-cancel");
            hands.press(KeyCode.F1);
            hands.shoot("member-cancel-en");
            hands.press(KeyCode.F1);
            hands.press(KeyCode.ENTER);
            hands.until(() -> hands.text("#notice-text").contains("请写明原因"));
            hands.write("#member-cancel-reason", "resold points");
            hands.press(KeyCode.ENTER);
            hands.approve("2001", "2222");
            hands.until(() -> !hands.isShown("#member-file-sheet"));
            assertThat(window.member("M0003").status()).isEqualTo(MemberView.Status.CANCELLED);
            assertThat(window.member("M0003").held().points()).isEqualTo(40);
            hands.until(() -> !hands.isShown("#sale-member"));
        }
    }
}

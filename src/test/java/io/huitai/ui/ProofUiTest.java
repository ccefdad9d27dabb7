package io.huitai.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.huitai.money.Money;
import io.huitai.shop.MemberNo;
import io.huitai.shop.TenderType;
import io.huitai.till.book.Approver;
import io.huitai.till.club.Recharges;
import java.io.IOException;
import java.util.Optional;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/// The window of a house that asks: guests prove who they are, and approvers read what they approve.
class ProofUiTest extends WindowTest {
    private OpenWindow named() {
        var window = asking("standard-card");
        var wish = new Recharges.Wish(new MemberNo("M0003"), Money.parse("1000.00"), TenderType.CASH, Optional.empty());
        window.till()
                .perform(desk -> desk.club().recharges().recharge(wish, Approver.NOBODY))
                .join();
        window.attach("19900000003", "M0003");
        window.hands().tap("#sale-tile-L001");
        window.hands()
                .until(() ->
                        !window.hands().find("#sale-pay-stored").orElseThrow().isDisabled());
        window.hands().press(KeyCode.F5);
        window.hands().until(() -> window.hands().isShown("#proof-sheet"));
        return window;
    }

    @Test
    void aCardThatIsShownPays() throws IOException {
        try (var window = named()) {
            var hands = window.hands();
            assertThat(hands.text("#proof-what")).contains("储值", "王* M0003").doesNotContain("王伟");
            hands.shoot("proof");
            hands.press(KeyCode.F1);
            hands.shoot("proof-en");
            hands.press(KeyCode.F1);
            hands.tap("1234", "proof");
            hands.tap("#proof-key-x");
            hands.until(() -> hands.find("#proof-document").orElseThrow() instanceof TextInputControl field
                    && field.getText().equals("1234X"));
            hands.tap("#proof-key-enter");
            hands.until(() -> hands.text("#notice-text").contains("没有登记证件"));
            hands.burst(";9988000000000015=30121010000000000?");
            hands.until(() -> hands.text("#notice-text").contains("批准无效")
                    || hands.text("#notice-text").contains("不是该会员的卡"));
            assertThat(window.member("M0003").held().stored().principal()).hasToString("1000.00");
            hands.burst(";9988000000000031=30121010000000000?");
            hands.until(() -> hands.isShown("#sale-done"));
            assertThat(hands.isShown("#proof-sheet")).isFalse();
            assertThat(window.member("M0003").held().stored().principal()).isLessThan(Money.parse("1000.00"));
        }
    }

    @Test
    void aSupervisorsWordPays() throws IOException {
        try (var window = named()) {
            var hands = window.hands();
            hands.tap("#proof-approve");
            hands.until(() -> hands.isShown("#approval-sheet"));
            assertThat(hands.text("#approval-what")).contains("王* M0003");
            hands.shoot("proof-approval");
            hands.approve("2001", "2222");
            hands.until(() -> hands.isShown("#sale-done"));
            assertThat(hands.isShown("#approval-sheet") || hands.isShown("#proof-sheet"))
                    .isFalse();
        }
    }

    @Test
    void aNewCardIsApproved() {
        try (var window = asking("standard-card")) {
            var hands = window.hands();
            window.attach("19900000003", "M0003");
            window.file();
            hands.tap("#member-bind");
            hands.burst(";9988000000777778=30121010000000000?");
            hands.until(() -> hands.text("#member-bind-card").contains("7778"));
            hands.tap("#member-bind-ok");
            hands.until(() -> hands.isShown("#approval-sheet"));
            assertThat(hands.text("#approval-what")).contains("7778", "王* M0003");
            hands.approve("2001", "2222");
            hands.until(() -> !hands.isShown("#member-bind-sheet"));
            assertThat(window.member("M0003").cards()).hasSize(2);
        }
    }
}

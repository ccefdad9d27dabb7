package io.huitai.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.huitai.money.Quantity;
import io.huitai.shop.OperatorId;
import io.huitai.shop.ReceiptNo;
import io.huitai.till.book.ApprovalGiven;
import io.huitai.till.refund.Refunds;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A cashier's way through the window, on a real till in a directory of its own.
class SaleUiTest extends WindowTest {
    private static final String BEER = "6999001000024";
    private static final String CARD = ";9988000000000015=30121010000000000?";
    private static final String SUPERVISORS_CARD = ";9988000100002002=30121010000000000?";
    private static final String MANAGERS_CARD = ";9988000100003000=30121010000000000?";
    private static final String BANK_CARD = "%B4111111111111111^A/B^3012101?;4111111111111111=3012101?";

    @BeforeEach
    void begin() {
        show(open(opening("standard-card")));
    }

    @Test
    void fromSignInToCashWithScansSwipeAndRefund() throws IOException {
        signInAndOpenShift();
        scanAndSwipe();
        chooseByPinyin();
        payCash();
        refundWithApproval();
    }

    @Test
    void aDiscountByHandIsApprovedAtTheScreenAndTheBillIsSplit() throws IOException {
        signInAndOpenShift();
        hands().tap("#sale-tile-L001");
        hands().until(() -> hands().text("#sale-due").equals("46.00"));
        hands().shoot("line-tools");
        hands().tap("#sale-line-adjust");
        hands().until(() -> hands().isShown("#sale-adjust-sheet"));
        hands().tap("10", "sale-adjust");
        hands().tap("#sale-adjust-ok");
        assertThat(hands().isShown("#sale-adjust-sheet")).isTrue(); // not without a reason
        hands().tap("#sale-adjust-reason-complaint");
        hands().shoot("adjust");
        hands().tap("#sale-adjust-ok");
        hands().until(() -> hands().isShown("#approval-sheet"));
        hands().tap("2001", "approval");
        hands().tap("#approval-key-enter");
        hands().tap("2222", "approval");
        hands().tap("#approval-key-enter");
        hands().until(() -> hands().text("#sale-due").equals("41.40"));
        assertThat(hands().isShown("#sale-serving")).isFalse();
        hands().tap("#sale-service");
        hands().until(() -> hands().isShown("#sale-service-sheet"));
        hands().write("#sale-service-table", "A8");
        hands().write("#sale-service-adults", "3");
        hands().tap("#sale-service-ok");
        hands().until(() -> hands().isShown("#sale-serving"));
        assertThat(hands().text("#sale-serving")).isEqualTo("A8 桌 · 3 人");
        hands().tap("#sale-more");
        hands().shoot("more");
        hands().tap("#more-pre-bill");
        hands().until(() -> hands().isShown("#receipt-sheet"));
        hands().shoot("pre-bill");
        hands().press(KeyCode.ESCAPE);
        hands().tap("#sale-more");
        hands().tap("#more-split");
        hands().tap("2", "sale-split");
        hands().tap("#sale-split-key-enter");
        hands().until(() -> hands().text("#sale-due").equals("20.70"));
    }

    @Test
    void touchAloneSellsToo() throws IOException {
        hands().tap("1001", "sign-in");
        hands().tap("#sign-in-key-enter");
        hands().tap("1111", "sign-in");
        hands().tap("#sign-in-key-enter");
        hands().until(() -> hands().isShown("#shift-open-screen"));
        hands().tap("200", "shift-open");
        hands().tap("#shift-open-key-enter");
        hands().until(() -> hands().isShown("#sale"));
        hands().tap("#sale-tile-L001");
        hands().tap("#sale-tile-L002");
        hands().until(() -> hands().text("#sale-due").equals("94.00"));
        hands().tap("#sale-line-plus");
        hands().until(() -> hands().text("#sale-due").equals("142.00"));
        hands().tap("#sale-quick-15000");
        hands().until(() -> hands().isShown("#sale-done"));
        assertThat(hands().text("#sale-done-change")).contains("8.00");
        hands().shoot("touch-done");
        hands().tap("#sale-next");
        hands().tap("#sale-find");
        hands().tap("19900000003", "member");
        hands().tap("#member-key-enter");
        hands().tap("#member-M0003");
        hands().until(() -> hands().isShown("#sale-member"));
        hands().tap("#sale-tile-L001");
        hands().tap("#sale-pay-other");
        hands().tap("10", "pay-other");
        hands().tap("#pay-other-key-enter");
        hands().tap("#sale-paid-void-1");
        hands().tap("2001", "approval");
        hands().tap("#approval-key-enter");
        hands().tap("2222", "approval");
        hands().shoot("approval");
        hands().tap("#approval-key-enter");
        hands().until(() -> !hands().isShown("#approval-sheet") && !hands().isShown("#sale-paid-void-1"));
        hands().tap("#sale-hold");
        hands().until(() -> hands().text("#sale-due").equals("0.00"));
        hands().tap("#sale-recall");
        hands().tap("#sale-recall-1");
        hands().until(() -> !hands().text("#sale-due").equals("0.00"));
    }

    @Test
    void aSheetKeepsReadersFromTheBillAndEscapeEndsIt() throws IOException {
        signInAndOpenShift();
        hands().press(KeyCode.F12);
        hands().until(() -> hands().isShown("#more-sheet"));
        hands().shoot("more");
        hands().burst(BEER);
        hands().until(() -> hands().isShown("#notice"));
        hands().press(KeyCode.ESCAPE);
        hands().until(() -> !hands().isShown("#more-sheet"));
        assertThat(hands().text("#sale-due")).isEqualTo("0.00");
        hands().press(KeyCode.F3);
        hands().until(() -> hands().isShown("#member-sheet"));
        hands().burst(CARD);
        hands().until(() -> hands().isShown("#sale-member"));
        assertThat(hands().text("#sale-member-name")).contains("张*");
    }

    @Test
    void keysAloneRefundWithApproval() throws IOException {
        signInAndOpenShift();
        hands().type("3*");
        hands().burst(BEER);
        hands().until(() -> hands().text("#sale-due").equals("54.00"));
        hands().press(KeyCode.ENTER);
        hands().until(() -> hands().isShown("#sale-done"));
        hands().press(KeyCode.F10);
        hands().until(() -> hands().isShown("#refund-receipt-S001-T1-000001"));
        hands().press(KeyCode.ENTER);
        hands().until(() -> hands().isFocused("#refund-line-1"));
        hands().type("+");
        hands().until(() -> hands().text("#refund-outcome").contains("18.00"));
        hands().until(() -> hands().isFocused("#refund-line-1"));
        hands().type("+");
        hands().until(() -> hands().text("#refund-outcome").contains("36.00"));
        hands().type("2001");
        hands().press(KeyCode.ENTER);
        hands().type("2222");
        hands().press(KeyCode.ENTER);
        hands().until(() -> hands().isShown("#receipt-sheet"));
    }

    @Test
    void theSupervisorsCardApprovesAndBringsNoMember() throws IOException {
        signInAndOpenShift();
        hands().burst(BEER);
        hands().until(() -> hands().text("#sale-due").equals("18.00"));
        hands().burst(SUPERVISORS_CARD);
        hands().until(() -> hands().isShown("#notice"));
        assertThat(hands().isShown("#sale-member")).isFalse();
        hands().press(KeyCode.ESCAPE);
        hands().tap("#sale-pay-other");
        hands().tap("10", "pay-other");
        hands().tap("#pay-other-key-enter");
        hands().tap("#sale-paid-void-1");
        hands().until(() -> hands().isShown("#approval-sheet"));
        hands().burst(CARD);
        hands().until(() -> hands().text("#notice-text").contains("批准无效"));
        assertThat(hands().isShown("#approval-sheet")).isTrue();
        hands().burst(SUPERVISORS_CARD);
        hands().until(() -> !hands().isShown("#approval-sheet") && !hands().isShown("#sale-paid-void-1"));
        hands().press(KeyCode.ENTER);
        hands().until(() -> hands().isShown("#sale-done"));
        hands().press(KeyCode.F10);
        hands().until(() -> hands().isShown("#refund-receipt-S001-T1-000001"));
        hands().burst(CARD);
        hands().until(() -> hands().text("#notice-text").contains("小票"));
        hands().press(KeyCode.ENTER);
        hands().until(() -> hands().isFocused("#refund-line-1"));
        hands().type("+");
        hands().until(() -> hands().text("#refund-outcome").contains("18.00"));
        hands().burst(SUPERVISORS_CARD);
        hands().until(() -> hands().isShown("#receipt-sheet"));
    }

    @Test
    void aRefundThatIsNoLongerWhatWasShownIsShownAgain() throws IOException {
        signInAndOpenShift();
        hands().type("3*");
        hands().burst(BEER);
        hands().until(() -> hands().text("#sale-due").equals("54.00"));
        hands().press(KeyCode.ENTER);
        hands().until(() -> hands().isShown("#sale-done"));
        hands().press(KeyCode.F10);
        hands().until(() -> hands().isShown("#refund-receipt-S001-T1-000001"));
        hands().press(KeyCode.ENTER);
        hands().until(() -> hands().isFocused("#refund-line-1"));
        hands().type("+");
        hands().until(() -> hands().text("#refund-outcome").contains("18.00"));
        somebodyRefundsOne();
        hands().burst(SUPERVISORS_CARD);
        hands().until(() -> hands().text("#notice-text").contains("批准无效"));
        assertThat(left()).isEqualTo(2_000);
        hands().until(() -> hands().text("#refund-outcome").contains("18.00"));
        hands().burst(MANAGERS_CARD);
        hands().until(() -> hands().isShown("#receipt-sheet"));
        assertThat(left()).isEqualTo(1_000);
    }

    private void somebodyRefundsOne() {
        var wish = new Refunds.Wish(new ReceiptNo("S001-T1-000001"), Map.of(1, Quantity.ONE), "退", true);
        var given = new ApprovalGiven(new OperatorId("2001"), "2222");
        till().perform(desk -> desk.refund().refunds().refund(wish, () -> Optional.of(given)))
                .join();
    }

    private long left() {
        return till().perform(desk -> desk.refund().refunds().look(new ReceiptNo("S001-T1-000001")))
                .join()
                .lines()
                .getFirst()
                .left();
    }

    @Test
    void enterGoesThroughACountAndTheVerdictStandsFirst() throws IOException {
        signInAndOpenShift();
        hands().press(KeyCode.F12);
        hands().tap("#more-close-shift");
        hands().until(() -> hands().isFocused("#shift-count-cash"));
        hands().type("180");
        hands().press(KeyCode.ENTER);
        hands().until(() -> hands().isFocused("#shift-count-wechat"));
        for (var i = 0; i < 5; i++) {
            hands().press(KeyCode.ENTER);
        }
        hands().until(() -> hands().isShown("#shift-verdict-cash"));
        assertThat(hands().text("#shift-verdict-cash")).contains("短款").contains("20.00");
        hands().shoot("shift-closed");
        hands().tap("#shift-report-ok");
        hands().until(() -> hands().isShown("#shift-open-screen"));
    }

    // Steps

    private void signInAndOpenShift() throws IOException {
        hands().until(() -> hands().isShown("#sign-in-hint"));
        hands().shoot("sign-in");
        hands().type("1001");
        hands().press(KeyCode.ENTER);
        hands().type("1111");
        hands().press(KeyCode.ENTER);
        hands().until(() -> hands().isShown("#shift-open-screen"));
        hands().shoot("open-shift");
        hands().type("200");
        hands().press(KeyCode.ENTER);
        hands().until(() -> hands().isShown("#sale"));
    }

    private void scanAndSwipe() throws IOException {
        hands().type("kl");
        hands().burst(BEER);
        hands().until(() -> hands().text("#sale-due").equals("18.00"));
        hands().burst(CARD);
        hands().until(() -> hands().isShown("#sale-member"));
        assertThat(hands().text("#sale-due")).isEqualTo("16.20");
        assertThat(hands().text("#sale-hint")).isEqualTo("距金卡会员还差 ¥4983.80");
        assertThat(hands().search()).as("what was typed before a burst stays").isEqualTo("kl");
        hands().burst(BANK_CARD);
        hands().until(() -> hands().isShown("#notice"));
        assertThat(hands().text("#notice-text")).contains("银行卡");
        assertThat(hands().search()).isEqualTo("kl");
        hands().shoot("bank-card");
        hands().press(KeyCode.ESCAPE);
    }

    private void chooseByPinyin() throws IOException {
        hands().type("gbjd");
        hands().until(() -> hands().isShown("#sale-tile-R001"));
        hands().shoot("search");
        hands().press(KeyCode.ENTER);
        hands().until(() -> hands().isFocused("#sale-dish-modifier-mild"));
        hands().press(KeyCode.ENTER);
        hands().until(() -> !hands().text("#sale-due").equals("16.20"));
        assertThat(hands().search()).isEmpty();
        hands().shoot("sale-zh");
        hands().press(KeyCode.F1);
        hands().until(() -> hands().text("#sale-member-points").contains("pts"));
        assertThat(hands().text("#sale-hint")).startsWith("To Gold member: ¥");
        hands().shoot("sale-en");
        hands().press(KeyCode.F1);
        hands().until(() -> hands().text("#sale-member-points").contains("分"));
    }

    private void payCash() throws IOException {
        hands().press(KeyCode.ENTER);
        hands().until(() -> hands().isShown("#sale-done"));
        assertThat(hands().text("#sale-done-title")).contains("收讫");
        hands().shoot("done");
        assertThat(till().perform(desk -> desk.status().lastReceipt()).join()).isPresent();
    }

    private void refundWithApproval() throws IOException {
        hands().press(KeyCode.F10);
        hands().until(() -> hands().isShown("#refund-receipt-S001-T1-000001"));
        hands().tap("#refund-receipt-S001-T1-000001");
        hands().until(() -> hands().isShown("#refund-line-1"));
        hands().tap("#refund-line-1");
        hands().until(() -> hands().text("#refund-outcome").contains("16.20"));
        hands().shoot("refund");
        hands().type("2001");
        hands().press(KeyCode.ENTER);
        hands().type("2222");
        hands().press(KeyCode.ENTER);
        hands().until(() -> hands().isShown("#receipt-sheet"));
        hands().shoot("refund-done");
        hands().press(KeyCode.ESCAPE);
        hands().until(() -> !hands().isShown("#receipt-sheet"));
    }
}

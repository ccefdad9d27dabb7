package io.huitai.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.huitai.journal.fact.Fact;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// At the window every void and every hand in the drawer has a reason, above the house's limit an approval, and a
/// voided line a way back; who counts is not told before.
class AloneUiTest extends WindowTest {
    private static final String BEER = "6999001000017"; // 12.00
    private static final String HOUSE = """
            house:
              alone:
                voidLine: {reason: true, cashier: "50.00", supervisor: "1000.00"}
                overShort: {reason: true, cashier: "20.00", supervisor: "200.00"}
            """;

    @BeforeEach
    void begin() {
        var opening = opening("standard-card");
        edit(opening, written -> written.substring(0, written.indexOf("house:")) + HOUSE);
        show(open(opening));
    }

    @Test
    void aLineGoesForAReasonAndComesBack() throws IOException {
        hands().signInAndOpenShift();
        hands().burst(BEER);
        due("12.00");
        hands().press(KeyCode.DELETE);
        hands().until(() -> hands().isFocused("#reason-text"));
        hands().shoot("reason-void-line");
        hands().press(KeyCode.ENTER);
        assertThat(hands().isShown("#reason-sheet")).isTrue();
        assertThat(facts(Fact.LineVoided.class)).isEmpty();
        hands().tap("#reason-2");
        hands().until(() -> hands().isShown("#notice-way"));
        due("0.00");
        hands().shoot("voided-line");
        hands().tap("#notice-way");
        due("12.00");
        hands().press(KeyCode.DELETE);
        hands().type("guest left");
        hands().press(KeyCode.ENTER);
        due("0.00");
        hands().press(KeyCode.Z, KeyCode.CONTROL);
        due("12.00");
        hands().press(KeyCode.Z, KeyCode.CONTROL);
        hands().until(() -> hands().text("#notice-text").contains("没有可恢复"));
        due("12.00");
        assertThat(facts(Fact.LineVoided.class))
                .extracting(Fact.LineVoided::reason)
                .containsExactly(Optional.of("客人不要了"), Optional.of("guest left"));
        assertThat(facts(Fact.LineRestored.class)).hasSize(2);
    }

    @Test
    void aboveTheLimitASupervisorIsAskedAndAReasonThatWasPutAwayVoidsNothing() throws IOException {
        hands().signInAndOpenShift();
        for (var i = 0; i < 5; i++) {
            hands().burst(BEER);
            due(12 * (i + 1) + ".00");
        }
        hands().press(KeyCode.F12);
        hands().tap("#more-void-bill");
        hands().until(() -> hands().isShown("#reason-sheet"));
        hands().shoot("reason-void-bill");
        hands().press(KeyCode.ESCAPE);
        hands().until(() -> !hands().isShown("#reason-sheet"));
        for (var left = 4; left > 0; left--) {
            hands().press(KeyCode.UP);
            hands().press(KeyCode.DELETE);
            hands().tap("#reason-1");
            due(12 * left + ".00");
        }
        hands().press(KeyCode.UP);
        hands().press(KeyCode.DELETE);
        hands().tap("#reason-1");
        hands().until(() -> hands().isShown("#approval-sheet"));
        hands().shoot("approval-void-line");
        hands().approve("2001", "2222");
        due("0.00");
        assertThat(facts(Fact.LineVoided.class).getLast().approval()).isPresent();
    }

    @Test
    void aBillGoesForAReason() {
        hands().signInAndOpenShift();
        hands().burst(BEER);
        due("12.00");
        hands().press(KeyCode.F12);
        hands().tap("#more-void-bill");
        hands().tap("#reason-1");
        due("0.00");
        assertThat(facts(Fact.BillVoided.class))
                .extracting(Fact.BillVoided::reason)
                .containsExactly("录错");
    }

    /// Less than one of it is no void, and a bill whose lines had their reasons goes without another.
    @Test
    void aPartOfAPieceIsScannedAndABillWithNothingOnItIsGivenUp() {
        hands().signInAndOpenShift();
        hands().type("0.5*");
        hands().burst(BEER);
        due("6.00");
        assertThat(facts(Fact.LineQuantitySet.class)).isEmpty();
        hands().press(KeyCode.DELETE);
        hands().tap("#reason-1");
        due("0.00");
        hands().press(KeyCode.F12);
        hands().tap("#more-void-bill");
        hands().until(() -> !facts(Fact.BillVoided.class).isEmpty());
        assertThat(hands().isShown("#reason-sheet")).isFalse();
        hands().press(KeyCode.Z, KeyCode.CONTROL);
        hands().until(() -> hands().text("#notice-text").contains("没有可恢复"));
    }

    @Test
    void theDrawerIsTouchedForAReason() throws IOException {
        hands().signInAndOpenShift();
        hands().press(KeyCode.F12);
        hands().tap("#more-cash-in");
        hands().tap("50", "shift-cash");
        hands().tap("#shift-cash-key-enter");
        hands().until(() -> hands().text("#notice-text").contains("原因"));
        hands().shoot("cash-in-reason");
        assertThat(facts(Fact.CashMoved.class)).isEmpty();
        hands().tap("#reason-1");
        hands().tap("#shift-cash-key-enter");
        hands().until(() -> hands().text("#notice-text").contains("50.00"));
        hands().press(KeyCode.F12);
        hands().tap("#more-no-sale");
        hands().tap("#reason-2");
        hands().approve("2001", "2222");
        assertThat(facts(Fact.CashMoved.class))
                .extracting(Fact.CashMoved::reason)
                .containsExactly("换零");
        assertThat(facts(Fact.DrawerOpened.class))
                .extracting(Fact.DrawerOpened::reason)
                .containsExactly("检查钱箱");
    }

    @Test
    void aCountThatDiffersByMuchIsExplainedAndApprovedAndAScreenWithoutAShiftHasItsWaysOut() throws IOException {
        hands().signInAndOpenShift();
        hands().press(KeyCode.F12);
        hands().tap("#more-x");
        hands().until(() -> hands().isShown("#shift-report-blind"));
        assertThat(hands().text("#shift-report")).doesNotContain("应有 ").doesNotContain("净额");
        hands().shoot("x-blind");
        hands().tap("#shift-report-print");
        hands().until(() -> hands().isShown("#receipt-sheet"));
        assertThat(hands().paper()).contains("备用金").doesNotContain("应有");
        hands().press(KeyCode.ESCAPE);
        hands().press(KeyCode.ESCAPE);
        hands().until(() -> !hands().isShown("#shift-report-sheet"));

        hands().press(KeyCode.F12);
        hands().tap("#more-close-shift");
        hands().until(() -> hands().isFocused("#shift-count-cash"));
        hands().type("150");
        hands().tap("#shift-close-ok");
        hands().until(() -> hands().isShown("#reason-sheet"));
        hands().shoot("reason-over-short");
        assertThat(facts(Fact.CountDiffered.class)).hasSize(1);
        hands().tap("#reason-1");
        hands().approve("2001", "2222");
        hands().until(() -> hands().isShown("#shift-verdict-cash"));
        assertThat(facts(Fact.ShiftClosed.class).getFirst().reason()).contains("找错零钱");
        hands().tap("#shift-report-ok");
        hands().until(() -> hands().isShown("#shift-open-screen"));

        hands().shoot("without-shift");
        hands().tap("#shift-open-z");
        hands().until(() -> hands().isShown("#shift-report"));
        hands().tap("#shift-report-print");
        hands().until(() -> hands().paper().contains("Z"));
        assertThat(hands().paper()).contains("150.00");
        hands().press(KeyCode.ESCAPE);
        hands().press(KeyCode.ESCAPE);
        hands().until(() -> !hands().isShown("#shift-report-sheet"));
        hands().tap("#shift-open-sign-out");
        hands().until(() -> hands().isShown("#sign-in-screen"));

        hands().type("2001");
        hands().press(KeyCode.ENTER);
        hands().type("2222");
        hands().press(KeyCode.ENTER);
        hands().until(() -> hands().isShown("#shift-open-screen"));
        hands().type("100");
        hands().press(KeyCode.ENTER);
        hands().until(() -> hands().isShown("#sale"));
        hands().press(KeyCode.F12);
        hands().tap("#more-x");
        hands().until(() -> hands().isShown("#shift-report"));
        assertThat(hands().isShown("#shift-report-blind")).isFalse();
        assertThat(hands().text("#shift-report")).contains("应有 100.00");
    }

    @Test
    void theTillIsQuitWithoutAShift() {
        hands().until(() -> hands().isShown("#sign-in-hint"));
        hands().type("1001");
        hands().press(KeyCode.ENTER);
        hands().type("1111");
        hands().press(KeyCode.ENTER);
        hands().tap("#shift-open-quit");
        hands().until(() -> !stage().isShowing());
    }

    private void due(String amount) {
        hands().until(() -> hands().text("#sale-due").equals(amount));
    }

    private <T extends Fact> List<T> facts(Class<T> kind) {
        return till().perform(_ -> {
                    var found = new ArrayList<T>();
                    try (var facts = till().journal().facts(1)) {
                        facts.map(each -> each.fact())
                                .filter(kind::isInstance)
                                .map(kind::cast)
                                .forEach(found::add);
                    }
                    return List.copyOf(found);
                })
                .join();
    }
}

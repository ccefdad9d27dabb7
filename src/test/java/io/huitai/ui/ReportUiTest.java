package io.huitai.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.skin.TableColumnHeader;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/// Reports in the window: by touch, by keys, into files.
class ReportUiTest extends WindowTest {
    private static Pos alignment(Node part) {
        return switch (part) {
            case TableCell<?, ?> cell -> cell.getAlignment();
            case TableColumnHeader head -> ((Label) head.lookup(".label")).getAlignment();
            default -> throw new AssertionError(part + " is neither head nor cell");
        };
    }

    @Test
    void aShiftsReportGoesToPaper() throws IOException {
        try (var window = window("standard-card")) {
            var hands = window.hands();
            hands.tap("#sale-tile-L001");
            hands.tap("#sale-quick-10000");
            hands.until(() -> hands.isShown("#sale-done"));
            hands.tap("#sale-next");
            window.signIn("2001", "2222"); // a supervisor sees what was taken
            hands.press(KeyCode.F12);
            hands.tap("#more-x");
            hands.until(() -> hands.isShown("#shift-report"));
            hands.tap("#shift-report-print");
            hands.until(() -> hands.isShown("#receipt-paper"));
            var shift = window.till().perform(desk -> desk.shift().shifts().x()).join();
            assertThat(hands.paper())
                    .contains("培训 TRAINING", "X 报表")
                    .containsPattern("应有 +" + shift.drawer().expected())
                    .containsPattern("现金 +" + shift.net());
            hands.shoot("shift-paper");
        }
    }

    @Test
    void aDaysSalesAreShownAndTakenAlong() throws IOException {
        try (var window = window("standard-card")) {
            var hands = window.hands();
            hands.tap("#sale-tile-L001");
            hands.tap("#sale-tile-L002");
            hands.tap("#sale-quick-10000");
            hands.until(() -> hands.isShown("#sale-done"));
            hands.tap("#sale-next");
            hands.press(KeyCode.F12);
            hands.until(() -> hands.isShown("#more-sheet"));
            hands.tap("#more-reports");
            hands.until(() -> hands.isShown("#report-rules"));
            assertThat(Stream.of("0", "1", "2", "3", "4").map(at -> hands.text("#report-kind-" + at)))
                    .as("a cashier counts blind, and is offered nothing that tells what was taken")
                    .containsExactly("优惠成本", "积分与券", "挂账", "异常", "推荐");
            assertThat(hands.isShown("#report-kind-5")).isFalse();
            hands.press(KeyCode.ESCAPE);
            window.signIn("2001", "2222");
            hands.press(KeyCode.F12);
            hands.until(() -> hands.isShown("#more-sheet"));
            hands.tap("#more-reports");
            hands.until(() -> hands.isShown("#report-chart"));
            assertThat(hands.text("#report-tables"))
                    .contains("按小时")
                    .contains("按品类")
                    .contains("收款方式");
            assertThat(stage().getScene().getRoot().lookupAll("#report-by-hour .figures"))
                    .as("heads stand where their figures do")
                    .isNotEmpty()
                    .allSatisfy(part -> assertThat(alignment(part)).isEqualTo(Pos.CENTER_RIGHT));
            hands.shoot("report-sales");
            hands.tap("#report-print"); // the screen is the printer
            hands.until(() -> hands.isShown("#receipt-paper"));
            assertThat(hands.paper()).contains("按品类").contains("food.cold");
            hands.shoot("report-paper");
            hands.press(KeyCode.ESCAPE);
            hands.until(() -> !hands.isShown("#receipt-paper"));
            hands.tap("#report-csv");
            var folder = window.till().directory().resolve("reports");
            hands.until(() -> hands.text("#notice").contains(folder.toString()));
            try (var files = Files.list(folder)) {
                assertThat(files.toList())
                        .singleElement()
                        .satisfies(file -> assertThat(Files.readString(file)).contains("food.cold,94.00,0.00,94.00"));
            }
            hands.tap("#report-kind-5");
            hands.until(() -> hands.isShown("#report-exceptions"));
            hands.shoot("report-exceptions");
            hands.press(KeyCode.F1);
            hands.until(() -> hands.text("#report-tables").contains("By operator"));
            hands.tap("#report-month");
            hands.press(KeyCode.ESCAPE);
            hands.until(() -> !hands.isShown("#report-sheet"));
            hands.press(KeyCode.F12);
            hands.tap("#more-light");
            hands.press(KeyCode.F12);
            hands.tap("#more-reports");
            hands.until(() -> hands.isShown("#report-chart"));
            hands.shoot("report-dark");
        }
    }
}

package io.huitai.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A company's people enrolled from a file, in the window.
class RosterUiTest extends WindowTest {
    private static final String HEADER = "company,name,phone,document,level\n";

    @TempDir
    private Path folder;

    @Test
    void theGoodLinesAreEnrolledAndTheBadOnesListed() throws IOException {
        var file = Files.writeString(
                folder.resolve("r.csv"),
                HEADER + "蓝海集团,张一,13800000001,110105194912310038,staff\n蓝海集团,,13800000003,E12345678,staff\n"
                        + "蓝海集团,张六,13800000006,110105194912310021,staff\n蓝海集团,张七,13800000007,E12345677,boss\n"
                        + "蓝海集团,张八,13800000008,E12345676,chairman\n");
        try (var window = window("baichuanhui")) {
            var hands = window.hands();
            hands.press(KeyCode.F12);
            hands.tap("#more-roster");
            hands.until(() -> hands.isFocused("#roster-file"));
            hands.press(KeyCode.ENTER);
            hands.until(() -> hands.text("#notice-text").contains("请选择文件"));
            hands.type(file.toString());
            hands.press(KeyCode.ENTER);
            hands.until(() -> hands.isShown("#approval-sheet"));
            hands.shoot("roster-approval");
            hands.approve("2001", "2222");
            hands.until(() -> hands.text("#roster-result").contains("新入会 2 人，3 行有误"));
            assertThat(hands.isShown("#roster-rejected")).isTrue();
            assertThat(hands.isShown("#roster-progress")).isFalse();
            hands.until(() -> hands.isFocused("#roster-file"));
            hands.shoot("roster");
            hands.press(KeyCode.F1);
            hands.shoot("roster-en");
            assertThat(window.member("S001-T1-00002").rung().id()).hasToString("diamond");
            hands.press(KeyCode.ESCAPE);
            hands.until(() -> !hands.isShown("#roster-sheet"));
        }
    }

    @Test
    void aLongOneShowsHowFarItIsAndCanBeStopped() throws IOException {
        var lines = new StringBuilder(HEADER);
        for (var i = 1; i <= 9000; i++) {
            lines.append("蓝海集团,人").append(i).append(",1390000").append(1000 + i);
            lines.append(",E").append(10_000_000 + i).append(",senior\n");
        }
        var file = Files.writeString(folder.resolve("r.csv"), lines);
        try (var window = window("baichuanhui")) {
            var hands = window.hands();
            hands.press(KeyCode.F12);
            hands.tap("#more-roster");
            hands.write("#roster-file", file.toString());
            hands.tap("#roster-ok");
            hands.approve("2001", "2222");
            hands.until(() -> hands.text("#roster-far").contains("/ 9,000"));
            hands.shoot("roster-progress");
            hands.tap("#roster-cancel");
            hands.until(() -> hands.text("#roster-result").contains("已停止"));
            hands.tap("#sheet-close");
            hands.until(() -> !hands.isShown("#roster-sheet"));
        }
    }

    @Test
    void rostersAreOfferedWhereTheProgrammeHasThem() {
        try (var window = window("standard-card")) {
            var hands = window.hands();
            hands.press(KeyCode.F12);
            hands.until(() -> hands.isShown("#more-sheet"));
            assertThat(hands.isShown("#more-roster")).isFalse();
        }
    }
}

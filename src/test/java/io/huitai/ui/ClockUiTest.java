package io.huitai.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.huitai.shop.OperatorId;
import io.huitai.till.Till;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A till that was switched off for two weeks: the foot line says so, and a supervisor confirms at it.
class ClockUiTest extends WindowTest {
    private static final String CHECK = "#foot-clock-check";
    private static final Instant JUNE = Instant.parse("2026-06-10T04:00:00Z");
    private static final Instant TWO_WEEKS_LATER = JUNE.plus(Duration.ofDays(14));

    @BeforeEach
    void begin() {
        var opening = opening("standard-card");
        try (var before = Till.open(opening, () -> JUNE)) {
            before.perform(desk -> desk.operators().signIn(new OperatorId("1001"), "1111"))
                    .join();
        }
        show(open(opening, () -> TWO_WEEKS_LATER));
    }

    @Test
    void aSupervisorConfirmsByTouch() {
        hands().until(() -> hands().isShown(CHECK));
        assertThat(hands().text(CHECK)).contains("时钟待确认");
        hands().tap(CHECK);
        hands().until(() -> hands().isShown("#approval-sheet"));
        assertThat(hands().text("#approval-what")).contains("2026-06-24 12:00", "2026-06-10");
        hands().approve("2001", "2222");
        hands().until(() -> !hands().isShown(CHECK));
        assertThat(hands().text("#notice-text")).contains("时钟已确认");
        assertThat(trusted()).isEmpty();
    }

    @Test
    void aSupervisorConfirmsByKeyAndEscapeLeavesItForLater() {
        hands().press(KeyCode.F1);
        hands().until(() -> hands().text(CHECK).contains("Confirm the clock"));
        hands().press(KeyCode.F1, KeyCode.SHIFT);
        hands().until(() -> hands().isShown("#approval-sheet"));
        hands().press(KeyCode.ESCAPE);
        hands().until(() -> !hands().isShown("#approval-sheet"));
        assertThat(hands().isShown(CHECK)).isTrue();
        assertThat(trusted()).isPresent();
        hands().press(KeyCode.F1, KeyCode.SHIFT);
        hands().type("2001");
        hands().press(KeyCode.ENTER);
        hands().type("2222");
        hands().press(KeyCode.ENTER);
        hands().until(() -> !hands().isShown("#approval-sheet") && !hands().isShown(CHECK));
        assertThat(trusted()).isEmpty();
        hands().press(KeyCode.F1, KeyCode.SHIFT);
        assertThat(hands().isShown("#approval-sheet")).isFalse();
    }

    private Optional<?> trusted() {
        return till().perform(desk -> desk.shift().clockCheck().standing().trusted())
                .join();
    }
}

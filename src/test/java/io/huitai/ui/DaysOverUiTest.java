package io.huitai.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.huitai.till.Till;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The morning after: the first shift ends yesterday's business.
class DaysOverUiTest extends WindowTest {
    private static final Instant EVENING = Instant.parse("2026-09-30T12:00:00Z");

    @BeforeEach
    void begin() {
        var opening = opening("standard-card");
        Till.open(opening, () -> EVENING).close();
        show(open(opening, () -> EVENING.plus(Duration.ofHours(12))));
    }

    @Test
    void openingAShiftEndsYesterdayAndSaysWhatItDid() {
        var at = hands();
        at.signInAndOpenShift();
        at.until(() -> at.isShown("#notice-text") && at.text("#notice-text").contains("已日结1天"));
        var again = till().perform(desk -> desk.shift().dayEnd().run()).join();
        assertThat(again).isEmpty();
    }
}

package io.huitai.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.huitai.shop.Lang;
import io.huitai.till.Till;
import io.huitai.till.TrainingTills;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// The morning after: the first shift ends yesterday's business.
@ExtendWith(ApplicationExtension.class)
class DaysOverUiTest {
    private static final Instant EVENING = Instant.parse("2026-09-30T12:00:00Z");

    private Optional<Till> till = Optional.empty();
    private Optional<Hands> hands = Optional.empty();

    @Start
    void start(Stage stage) throws IOException {
        var store = Files.createTempDirectory("huitai-day").resolve("store");
        open(store, EVENING).close();
        var open = open(store, EVENING.plus(Duration.ofHours(12)));
        till = Optional.of(open);
        var scene = new Front(CompletableFuture.completedFuture(open), Surroundings.alone(), Lang.ZH).scene();
        hands = Optional.of(new Hands(scene));
        stage.setScene(scene);
        stage.show();
    }

    private static Till open(Path store, Instant wall) {
        var opening = TrainingTills.opening(store, "standard-card", Optional.empty());
        return Till.open(opening, () -> wall);
    }

    @AfterEach
    void close() {
        till.orElseThrow().close();
    }

    @Test
    void openingAShiftEndsYesterdayAndSaysWhatItDid() {
        var at = hands.orElseThrow();
        at.signInAndOpenShift();
        at.until(() -> at.isShown("#notice-text") && at.text("#notice-text").contains("已日结1天"));
        var again =
                till.orElseThrow().perform(desk -> desk.shift().dayEnd().run()).join();
        assertThat(again).isEmpty();
    }
}

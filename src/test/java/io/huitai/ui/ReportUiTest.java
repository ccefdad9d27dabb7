package io.huitai.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.huitai.shop.Lang;
import io.huitai.shop.OutletKind;
import io.huitai.shop.StoreId;
import io.huitai.shop.TillId;
import io.huitai.till.Till;
import java.io.IOException;
import java.nio.file.Files;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Reports in the window: by touch, by keys, into files.
@ExtendWith(ApplicationExtension.class)
class ReportUiTest {
    private Optional<Till> till = Optional.empty();
    private Optional<Hands> hands = Optional.empty();

    @Start
    void start(Stage stage) throws IOException {
        var opening = new Till.Opening(
                Files.createTempDirectory("huitai-ui").resolve("store"),
                new StoreId("S001"),
                new TillId("T1"),
                OutletKind.RESTAURANT,
                "standard-card",
                Lang.ZH,
                false,
                Optional.empty());
        var open = Till.open(opening, InstantSource.system());
        till = Optional.of(open);
        var front = new Front(CompletableFuture.completedFuture(open), Surroundings.alone(), Lang.ZH).scene();
        hands = Optional.of(new Hands(front));
        stage.setScene(front);
        stage.setWidth(1366);
        stage.setHeight(768);
        stage.show();
    }

    @AfterEach
    void close() {
        till.orElseThrow().close();
    }

    @Test
    void aDaysSalesAreShownAndTakenAlong() throws IOException {
        hands().signInAndOpenShift();
        hands().tap("#sale-tile-L001");
        hands().tap("#sale-tile-L002");
        hands().tap("#sale-quick-10000");
        hands().until(() -> hands().isShown("#sale-done"));
        hands().tap("#sale-next");
        hands().press(KeyCode.F12);
        hands().until(() -> hands().isShown("#more-sheet"));
        hands().tap("#more-reports");
        hands().until(() -> hands().isShown("#report-chart"));
        assertThat(hands().text("#report-tables")).contains("按小时").contains("按品类");
        hands().shoot("report-sales");
        hands().tap("#report-csv");
        var folder = till.orElseThrow().directory().resolve("reports");
        hands().until(() -> hands().text("#notice").contains(folder.toString()));
        try (var files = Files.list(folder)) {
            assertThat(files.toList())
                    .singleElement()
                    .satisfies(file -> assertThat(Files.readString(file)).contains("food.cold,94.00,0.00,94.00"));
        }
        hands().tap("#report-kind-5");
        hands().until(() -> hands().isShown("#report-exceptions"));
        hands().shoot("report-exceptions");
        hands().press(KeyCode.F1);
        hands().until(() -> hands().text("#report-tables").contains("By operator"));
        hands().tap("#report-month");
        hands().press(KeyCode.ESCAPE);
        hands().until(() -> !hands().isShown("#report-sheet"));
        hands().press(KeyCode.F12);
        hands().tap("#more-light");
        hands().press(KeyCode.F12);
        hands().tap("#more-reports");
        hands().until(() -> hands().isShown("#report-chart"));
        hands().shoot("report-dark");
    }

    private Hands hands() {
        return hands.orElseThrow();
    }
}

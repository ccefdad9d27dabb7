package io.huitai.till;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.huitai.shop.Lang;
import io.huitai.till.refusal.ErrorCode;
import io.huitai.till.refusal.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TillCalendarTest {
    @TempDir
    private Path store;

    @Test
    void aWrongCalendarIsNamedWithItsPlaceAndALaterRightOneOpensTheTill() throws IOException {
        var calendar = store.resolve("calendar.yaml");
        Files.writeString(calendar, "working-days: [2026-02-16]\n");
        assertThatThrownBy(this::open).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.code()).isEqualTo(ErrorCode.BAD_FILE);
            assertThat(refusal.text(Lang.EN)).contains("calendar.yaml:1:16: found the text '2026-02-16'");
        });
        Files.writeString(calendar, "working-days: [2026-02-14]\n");
        open().close();
    }

    private Till open() {
        var opening = TrainingTills.opening(store, "standard-card", Optional.empty());
        return Till.open(opening, InstantSource.system());
    }
}

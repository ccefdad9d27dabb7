package io.huitai.till;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.huitai.programme.file.BadProgramme;
import io.huitai.programme.file.CalendarFile;
import io.huitai.programme.file.Programmes;
import io.huitai.shop.Lang;
import io.huitai.till.refusal.ErrorCode;
import io.huitai.till.refusal.Refusal;
import io.huitai.till.settings.TillSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Settings, programmes and calendars as an editor may leave them, or somebody who means harm.
class HostileSettingsTest {
    private static final String BOMB = """
            a: &a [x,x,x,x,x,x,x,x,x]
            b: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]
            c: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]
            d: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c]
            e: [*d,*d,*d,*d,*d,*d,*d,*d,*d]
            """;

    @TempDir
    private Path folder;

    private static List<String> hostile() {
        return List.of(
                "",
                "null",
                "[]",
                BOMB,
                "[".repeat(200_000),
                "a: " + "9".repeat(200_000),
                "x".repeat(300 << 10),
                "\0",
                "a: *b");
    }

    private static Refusal refusal(Path folder) {
        var refusal = catchThrowableOfType(Refusal.class, () -> TillSettings.read(folder));
        assertThat(refusal).isNotNull();
        assertThat(refusal.code()).isEqualTo(ErrorCode.BAD_FILE);
        return refusal;
    }

    @Test
    void settingsAreReadOrToldInWords() throws IOException {
        var store = folder.resolve("store");
        Till.open(
                        TrainingTills.opening(store, "standard-card", Optional.empty()),
                        InstantSource.fixed(Instant.parse("2026-06-10T04:00:00Z")))
                .close();
        var file = store.resolve("settings.yaml");
        var good = Files.readString(file);
        var settings = TillSettings.read(store);
        Files.writeString(file, "\uFEFF" + good);
        assertThat(TillSettings.read(store)).isEqualTo(settings);
        for (var text : hostile()) {
            Files.writeString(file, text);
            assertThat(refusal(store).text(Lang.ZH)).contains("settings.yaml");
        }
        Files.delete(file);
        Files.createDirectory(file);
        assertThat(refusal(store).text(Lang.ZH)).contains("settings.yaml", "文件夹");
        Files.delete(file);
        for (var seed = 0L; seed < 200; seed++) {
            var random = new Random(seed);
            var bytes = good.getBytes(java.nio.charset.StandardCharsets.UTF_8);
            for (var i = random.nextInt(1, 6); i > 0; i--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            Files.write(file, bytes);
            try {
                assertThat(TillSettings.read(store).store()).as("seed %d", seed).isNotNull();
            } catch (Refusal refused) {
                assertThat(refused.code()).as("seed %d", seed).isEqualTo(ErrorCode.BAD_FILE);
            }
        }
    }

    @Test
    void programmesAndCalendarsAreReadOrToldInWords() throws IOException {
        var shipped = Files.readString(
                Path.of(System.getProperty("huitai.basedir"), "assets", "programmes", "standard-card.yaml"));
        var file = Files.writeString(folder.resolve("p.yaml"), "\uFEFF" + shipped);
        assertThat(Programmes.read(file).id().value()).isEqualTo("standard-card");
        for (var text : hostile()) {
            Files.writeString(file, text);
            assertThatThrownBy(() -> Programmes.read(file)).isInstanceOf(BadProgramme.class);
            assertThatThrownBy(() -> CalendarFile.read(file)).isInstanceOf(BadProgramme.class);
            assertThat(Programmes.check(file)).isNotEmpty();
        }
        for (var none : List.of(folder, Path.of("/dev/zero"), folder.resolve("none"))) {
            assertThatThrownBy(() -> Programmes.read(none)).isInstanceOf(BadProgramme.class);
            assertThatThrownBy(() -> CalendarFile.read(none)).isInstanceOf(BadProgramme.class);
        }
    }
}

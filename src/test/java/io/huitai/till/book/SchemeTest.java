package io.huitai.till.book;

import static org.assertj.core.api.Assertions.assertThat;

import io.huitai.shop.id.ProgrammeId;
import io.huitai.till.TrainingTills;
import io.huitai.till.training.TrainingStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is put into the programmes' folder by hand is taken up whenever it is whole.
class SchemeTest {
    private static final Instant NOON = Instant.parse("2026-06-10T04:00:00Z");

    @TempDir
    private Path folder;

    private Scheme scheme() {
        var store = folder.resolve("store");
        TrainingStore.create(TrainingTills.opening(store, "standard-card", Optional.of(NOON)));
        return new Scheme(store, new ProgrammeId("standard-card"), () -> LocalDate.parse("2026-06-10"));
    }

    private Path first() {
        return folder.resolve("store").resolve("programmes").resolve("standard-card.yaml");
    }

    private static void write(Path file, String text, int second) throws IOException {
        Files.writeString(file, text);
        Files.setLastModifiedTime(file, FileTime.from(NOON.plusSeconds(second)));
    }

    @Test
    void aVersionThatWasSeenHalfCopiedIsTakenUpWhenItIsWhole() throws IOException {
        var scheme = scheme();
        var second = Files.readString(first()).replace("\nversion: 1\n", "\nversion: 2\n");
        var file = first().resolveSibling("standard-card-2.yaml");
        write(file, second.substring(0, second.length() / 2), 0);
        scheme.refresh();
        assertThat(scheme.now().version()).isEqualTo(1);
        write(file, second, 1);
        scheme.refresh();
        assertThat(scheme.now().version()).isEqualTo(2);
    }

    @Test
    void aVersionThatGoesIsNoLongerThere() throws IOException {
        var scheme = scheme();
        var second = Files.readString(first()).replace("\nversion: 1\n", "\nversion: 2\n");
        var file = first().resolveSibling("standard-card-2.yaml");
        write(file, second, 0);
        scheme.refresh();
        Files.delete(file);
        scheme.refresh();
        assertThat(scheme.now().version()).isEqualTo(1);
    }
}

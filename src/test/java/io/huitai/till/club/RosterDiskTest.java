package io.huitai.till.club;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.huitai.journal.log.FaultyDisk;
import io.huitai.shop.OperatorId;
import io.huitai.till.Till;
import io.huitai.till.TrainingTills;
import io.huitai.till.book.ApprovalGiven;
import io.huitai.till.refusal.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A roster whose disk fails goes on with the people whom it did not take.
class RosterDiskTest {
    private static final Instant NOON = Instant.parse("2026-06-10T04:00:00Z");
    private static final int PEOPLE = 7;

    @TempDir
    private Path folder;

    @Test
    void whomTheDiskRefusedComeAgain() throws IOException {
        var file = folder.resolve("people.csv");
        var lines = IntStream.range(0, PEOPLE)
                .mapToObj(i -> i == 3
                        ? "蓝海集团,,13800000003,E12345673,staff"
                        : "蓝海集团,张%d,1380000000%d,E1234567%d,staff".formatted(i, i, i))
                .toList();
        Files.writeString(file, "company,name,phone,document,level\n" + String.join("\n", lines));
        var disk = new FaultyDisk(1);
        var opening = TrainingTills.opening(folder.resolve("store"), "baichuanhui", Optional.of(NOON));
        try (var till = Till.open(opening, InstantSource.fixed(NOON), () -> 0, disk)) {
            var enrolling = till.perform(desk -> {
                        desk.operators().signIn(new OperatorId("1001"), "1111");
                        return desk.club()
                                .roster()
                                .begin(
                                        RosterFile.read(file.toString()),
                                        () -> Optional.of(new ApprovalGiven(new OperatorId("2001"), "2222")));
                    })
                    .join();
            disk.fail(0, Long.MAX_VALUE / 2);
            assertThatThrownBy(() -> till.perform(_ -> enrolling.step()).join())
                    .hasMessageContaining(ErrorCode.DISK_FAILED.name());
            disk.heal();
            assertThat(till.perform(_ -> enrolling.step()).join().ended()).isTrue();
            assertThat(enrolling.imported().enrolled()).isEqualTo(PEOPLE - 1);
            assertThat(enrolling.imported().rejected()).hasSize(1);
            var found = till.perform(desk -> List.of(
                            desk.club().members().byName("张0").size(),
                            desk.club().members().byName("张6").size()))
                    .join();
            assertThat(found).isEqualTo(List.of(1, 1));
        }
    }
}

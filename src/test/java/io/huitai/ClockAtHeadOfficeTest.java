package io.huitai;

import static org.assertj.core.api.Assertions.assertThat;

import io.huitai.console.Console;
import io.huitai.headoffice.HeadOffice;
import io.huitai.shop.OperatorId;
import io.huitai.till.shift.ClockCheck;
import io.huitai.till.training.DemoData;
import io.huitai.till.training.TrainingStore;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A till and a head office with clocks of their own, over the real line.
class ClockAtHeadOfficeTest {
    private static final Instant JUNE = Instant.parse("2026-06-10T04:00:00Z");
    private static final Duration A_YEAR = Duration.ofDays(365);

    @TempDir
    private Path disk;

    private volatile Instant atTheOffice = JUNE;
    private volatile Instant atTheTill = JUNE;
    private Optional<HeadOffice> office = Optional.empty();

    @BeforeEach
    void open() {
        var settings = new HeadOffice.Settings(
                HeadOffice.embedded(disk.resolve("office")),
                0,
                tier -> TrainingStore.demoMembers(DemoData.read(), tier));
        office = Optional.of(HeadOffice.open(settings, () -> atTheOffice));
    }

    @AfterEach
    void close() {
        office.orElseThrow().close();
    }

    @Test
    void aLongHolidayIsConfirmedAtTheFirstContactAndSentWithIt() {
        try (var till = till()) {
            signIn(till);
            till.sync();
        }
        atTheTill = JUNE.plus(Duration.ofDays(9));
        atTheOffice = atTheTill.plus(Duration.ofMinutes(2));
        try (var till = till()) {
            signIn(till);
            assertThat(standing(till).trusted()).contains(LocalDate.parse("2026-06-10"));

            assertThat(till.sync()).isEqualTo(new Console.Link.Synced(3, 0, 0));

            assertThat(standing(till))
                    .isEqualTo(new ClockCheck.Standing(
                            standing(till).now(), Optional.empty(), Duration.ZERO, Optional.empty()));
        }
        assertThat(office.orElseThrow().findings()).isEmpty();
    }

    @Test
    void aClockAYearAheadIsDoubtedFromTheFirstContactUntilItIsSetRight() {
        atTheTill = JUNE.plus(A_YEAR);
        try (var till = till()) {
            assertThat(standing(till).trusted()).as("nothing to compare with").isEmpty();
            till.sync();
            assertThat(standing(till).trusted()).contains(LocalDate.parse("2026-06-10"));
            assertThat(standing(till).aheadOfHeadOffice()).isEqualTo(A_YEAR);
            till.sync();
            assertThat(standing(till).trusted()).contains(LocalDate.parse("2026-06-10"));

            atTheOffice = JUNE.plus(A_YEAR);
            till.sync();
            assertThat(standing(till).trusted()).isEmpty();
            assertThat(standing(till).aheadOfHeadOffice()).isZero();
        }
    }

    private Wiring till() {
        return new Wiring(
                disk.resolve("till"),
                TillOptions.training("T1", office.orElseThrow().address()),
                () -> atTheTill,
                () -> 0);
    }

    private static void signIn(Wiring till) {
        till.till()
                .perform(desk -> desk.operators().signIn(new OperatorId("1001"), "1111"))
                .join();
    }

    private static ClockCheck.Standing standing(Wiring till) {
        return till.till().perform(desk -> desk.shift().clockCheck().standing()).join();
    }
}

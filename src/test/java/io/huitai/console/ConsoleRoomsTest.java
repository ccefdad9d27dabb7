package io.huitai.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Rooms that are left later than they are due out: 12:00 for walk-ins, 14:00 for members; half a night until 18:00.
class ConsoleRoomsTest {
    private static final String ROOM = "{'do':'add','name':'标准间','category':'room','price':'301.00'}";
    private static final String LATE = "{'do':'late-checkout','line':1}";

    @TempDir
    Path disk;

    @Test
    void aMemberPaysNothingUntilTwoThenHalfANightThenAFullOne() {
        try (var till = ConsoleDriver.selling(disk, "yuexi-hotel", "2026-06-10T14:00:00+08:00")) {
            till.ok("{'do':'member','no':'M0003'}");
            till.ok(ROOM);
            assertThat(till.ok(LATE).path("bill").path("lines")).hasSize(1);
            till.ok("{'do':'clock','now':'2026-06-10T14:01:00+08:00'}");

            var half = till.ok(LATE).path("bill").path("lines").get(1);

            assertThat(half.path("gross").asString()).isEqualTo("150.50");
            assertThat(half.path("net").asString()).isEqualTo("142.98"); // 0.95 as on the room
            till.ok("{'do':'void-line','line':2}");
            till.ok("{'do':'clock','now':'2026-06-10T18:01:00+08:00'}");
            assertThat(till.ok(LATE)
                            .path("bill")
                            .path("lines")
                            .get(1)
                            .path("gross")
                            .asString())
                    .isEqualTo("301.00");
        }
    }

    @Test
    void aWalkInPaysFromNoonOnAndOnlyForRooms() {
        try (var till = ConsoleDriver.selling(disk, "yuexi-hotel", "2026-06-10T12:30:00+08:00")) {
            till.ok(ROOM);
            till.ok("{'do':'add','name':'水','category':'drink','price':'5.00'}");
            assertThat(till.code("{'do':'late-checkout','line':2}")).isEqualTo("BAD_REQUEST");
            assertThat(till.ok(LATE).path("bill").path("due").asString()).isEqualTo("456.50");
        }
    }

    @Test
    void aProgrammeWithoutRoomsKnowsNoLateHour() {
        try (var till = ConsoleDriver.selling(disk, "mall")) {
            till.ok(ROOM);
            assertThat(till.code(LATE)).isEqualTo("NOT_IN_PROGRAMME");
        }
    }
}

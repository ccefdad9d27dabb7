package io.huitai.console;

import static io.huitai.console.ConsoleDriver.SUPERVISOR;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class ConsoleSplitTest {
    private static final String SMALL_HOURS = "2026-06-10T02:30:00+08:00";
    private static final String MANAGER = "'approval':{'operator':'3001','pin':'3333'}";

    @TempDir
    private Path store;

    private static long fen(JsonNode amount) {
        return Long.parseLong(amount.asString().replace(".", ""));
    }

    private static List<Long> dues(JsonNode split) {
        var dues = new ArrayList<Long>();
        split.path("bills").forEach(bill -> dues.add(fen(bill.path("due"))));
        return dues;
    }

    private static long sum(List<Long> amounts) {
        return amounts.stream().mapToLong(Long::longValue).sum();
    }

    private ConsoleDriver withCharges() throws IOException {
        ConsoleDriver.open(store, "standard-card", SMALL_HOURS).close();
        var settings = store.resolve("settings.yaml");
        var text = Files.readString(settings);
        Files.writeString(settings, text.substring(0, text.indexOf("house:")) + """
                house:
                  dayEnds: "04:00"
                  rounding: {unit: fen, way: half-up}
                  charges:
                  - {id: service, name: {zh: 服务费, en: Service}, kind: service, rate: "0.10"}
                  - {id: tea, name: {zh: 茶位费, en: Tea}, kind: cover, amount: "5.00", discountable: true}
                  - {id: least, name: {zh: 最低消费, en: Minimum}, kind: minimum, amount: "120.00"}
                """);
        return ConsoleDriver.selling(store, "standard-card", SMALL_HOURS);
    }

    @Test
    void equalPartsDifferByAFenAtMostAndAddUp() {
        try (var console = ConsoleDriver.selling(store, "standard-card")) {
            console.ok("{'do':'member','no':'M0002'}");
            console.ok("{'do':'add','name':'x','category':'food','price':'100.00'}");
            console.ok("{'do':'add','name':'y','category':'drink','price':'0.11','qty':'5'}");
            var before = fen(console.ok("{'do':'bill'}").path("bill").path("due"));
            var split = console.ok("{'do':'split','parts':3}");
            assertThat(dues(split)).hasSize(3);
            assertThat(sum(dues(split))).isEqualTo(before);
            assertThat(dues(split).getFirst() - dues(split).getLast()).isBetween(0L, 1L);
            var paid = fen(
                    console.ok("{'do':'tender','type':'cash'}").path("receipt").path("paid"));
            for (var label : List.of("1", "2")) {
                console.ok("{'do':'recall','label':'" + label + "'}");
                paid += fen(console.ok("{'do':'tender','type':'cash'}")
                        .path("receipt")
                        .path("paid"));
            }
            assertThat(paid).isEqualTo(before);
        }
    }

    @Test
    void linesLeaveForTheBillThatNamesThemAndKeepTheirNumbers() {
        try (var console = ConsoleDriver.selling(store, "standard-card")) {
            for (var price : List.of("10.00", "20.00", "30.00")) {
                console.ok("{'do':'add','name':'x','category':'food','price':'" + price + "','qty':'2'}");
            }
            console.ok("{'do':'discount','amount':'12.00','reason':'r'," + SUPERVISOR + "}");
            assertThat(console.code("{'do':'split','lines':[[1],[4]]}")).isEqualTo("BAD_REQUEST");
            assertThat(console.code("{'do':'split','lines':[[],[1,2,3]]}")).isEqualTo("BAD_REQUEST");
            assertThat(console.code("{'do':'split','lines':[[1,2],[{'line':3,'qty':'3'}]]}"))
                    .isEqualTo("BAD_REQUEST");
            var split = console.ok("{'do':'split','lines':[[1],[{'line':3,'qty':'1'}]]}");
            assertThat(dues(split)).containsExactly(8_100L, 2_700L);
            assertThat(split.path("bills")
                            .path(1)
                            .path("lines")
                            .path(0)
                            .path("line")
                            .asInt())
                    .isEqualTo(3);
            assertThat(console.code("{'do':'split','lines':[[2],[2]]}")).isEqualTo("BAD_REQUEST");
        }
        try (var console = ConsoleDriver.open(store, "standard-card")) {
            console.ok("{'do':'sign-in','operator':'1001','pin':'1111'}");
            assertThat(console.ok("{'do':'bill'}").path("bill").path("due").asString())
                    .isEqualTo("81.00");
            assertThat(console.ok("{'do':'held'}")
                            .path("held")
                            .path(0)
                            .path("due")
                            .asString())
                    .isEqualTo("27.00");
            console.ok("{'do':'tender','type':'cash','amount':'1.00'}");
            assertThat(console.code("{'do':'split','parts':2}")).isEqualTo("BILL_TENDERED");
        }
    }

    @Test
    void chargesAndRoundingAreSharedAndNeverMadeTwice() throws IOException {
        try (var console = withCharges()) {
            console.ok("{'do':'service','adults':3}");
            console.ok("{'do':'add','name':'x','category':'food','price':'33.33','qty':'2'}");
            console.ok("{'do':'add','name':'x','category':'food','price':'7.77'}");
            var before = fen(console.ok("{'do':'bill'}").path("bill").path("due"));
            assertThat(before % 10).isZero();
            assertThat(sum(dues(console.ok("{'do':'split','lines':[[2]]}")))).isEqualTo(before);
            var again = console.ok("{'do':'split','parts':3}");
            var last = fen(console.ok("{'do':'held'}").path("held").path(0).path("due"));
            assertThat(sum(dues(again)) + last).isEqualTo(before);
        }
    }

    @Test
    void anyBillSplitsToTheFen() throws IOException {
        var random = new Random(20261124);
        try (var console = withCharges()) {
            for (var round = 0; round < 25; round++) {
                if (random.nextBoolean()) {
                    console.ok("{'do':'member','no':'M0002'}");
                }
                console.ok("{'do':'service','adults':" + random.nextInt(5) + "}");
                for (var line = random.nextInt(5); line >= 0; line--) {
                    console.ok("{'do':'add','name':'x','category':'food','price':'" + random.nextInt(90) + "."
                            + (10 + random.nextInt(90)) + "','qty':'" + (1 + random.nextInt(3)) + "'}");
                }
                console.ok("{'do':'discount','percent':'" + random.nextInt(90) + "','reason':'r'," + MANAGER + "}");
                console.ok("{'do':'discount','line':1,'amount':'0.0" + random.nextInt(9) + "','reason':'r'," + MANAGER
                        + "}");
                var before = fen(console.ok("{'do':'bill'}").path("bill").path("due"));
                var split = console.ok("{'do':'split','parts':" + (2 + random.nextInt(6)) + "}");
                assertThat(sum(dues(split))).as("round %d", round).isEqualTo(before);
                for (var part = 0; part < split.path("bills").size(); part++) {
                    if (part > 0) {
                        console.ok("{'do':'recall'}");
                    }
                    console.ok("{'do':'tender','type':'cash'}");
                }
            }
            var report = console.ok("{'do':'x-report'}");
            assertThat(report.path("sales")).isEqualTo(report.path("tenders").path("cash"));
        }
    }

    @Test
    void theSmallHoursBelongToTheBusinessDayBefore() throws IOException {
        try (var console = withCharges()) {
            console.ok("{'do':'add','name':'x','category':'food','price':'200.00'}");
            console.ok("{'do':'tender','type':'cash'}");
            assertThat(console.ok("{'do':'receipt'}").path("body").asString()).contains("营业日 2026-06-09");
        }
    }
}

package io.huitai.console;

import static io.huitai.console.ConsoleDriver.SUPERVISOR;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class ConsoleClubTest {
    @TempDir
    private Path store;

    private static long give(ConsoleDriver console, String member, long points) {
        return console.ok("{'do':'reverse-points','member':'" + member + "','points':" + points + ",'reason':'r',"
                        + SUPERVISOR + "}")
                .path("points")
                .asLong();
    }

    /// The same store, told again from its journal.
    private ConsoleDriver rebuilt(String programme) throws IOException {
        Files.delete(store.resolve("store.mv.db"));
        return ConsoleDriver.open(store, programme);
    }

    // Points

    @Test
    void pointsByHandAreALotOfTodayAndNeverTakeMoreThanThereIs() throws IOException {
        JsonNode after;
        try (var console = ConsoleDriver.selling(store, "mall")) {
            var reverse = "{'do':'reverse-points','member':'M0002','points':%d,'reason':'r'%s}";
            assertThat(console.code(reverse.formatted(0, "," + SUPERVISOR))).isEqualTo("BAD_REQUEST");
            assertThat(console.code(reverse.formatted(10, ""))).isEqualTo("APPROVAL_REQUIRED");
            assertThat(give(console, "M0002", 120)).isEqualTo(120);
            assertThat(console.member("M0002").path("lots").toString())
                    .isEqualTo("[{\"points\":120,\"expires\":\"2027-06-10\",\"store\":\"S001\"}]");
            console.ok("{'do':'clock','now':'2026-07-01T12:00:00+08:00'}");
            assertThat(give(console, "M0002", 30)).isEqualTo(150);
            assertThat(give(console, "M0002", -130)).isEqualTo(20);
            assertThat(console.member("M0002").path("lots").toString())
                    .isEqualTo("[{\"points\":20,\"expires\":\"2027-07-01\",\"store\":\"S001\"}]");
            assertThat(give(console, "M0002", -500)).isZero();
            assertThat(give(console, "M0002", -5)).isZero();
            assertThat(console.ok("{'do':'x-report'}")
                            .path("points")
                            .path("reversed")
                            .asLong())
                    .isZero();
            give(console, "M0002", 7);
            after = console.member("M0002");
        }
        try (var console = rebuilt("mall")) {
            assertThat(console.member("M0002")).isEqualTo(after);
        }
    }

    @Test
    void whatTiersAreJudgedByMovesWithACorrection() {
        try (var console = ConsoleDriver.selling(store, "jinpeng-currency")) {
            give(console, "M0002", 1000);
            give(console, "M0002", -10);
            assertThat(console.sell("M0002", "10.00").path("tier").asString()).isEqualTo("star");
            assertThat(console.sell("M0002", "10.00").path("tier").asString()).isEqualTo("golden");
        }
    }

    @Test
    void pointsArePassedOnSoonestExpiryFirstAndKeepTheirDays() throws IOException {
        try (var console = ConsoleDriver.selling(store, "vip-points")) {
            give(console, "M0002", 100);
            console.ok("{'do':'clock','now':'2026-07-01T12:00:00+08:00'}");
            give(console, "M0002", 50);
            var transfer = "{'do':'transfer-points','from':'M0002','to':'%s','points':%d}";
            assertThat(console.ok(transfer.formatted("M0003", 120)).toString())
                    .isEqualTo("{\"ok\":true,\"from\":{\"no\":\"M0002\",\"points\":30},"
                            + "\"to\":{\"no\":\"M0003\",\"points\":120}}");
            assertThat(console.member("M0003").path("lots").toString())
                    .isEqualTo("[{\"points\":100,\"expires\":\"2027-06-10\",\"store\":\"S001\"},"
                            + "{\"points\":20,\"expires\":\"2027-07-01\",\"store\":\"S001\"}]");
            assertThat(console.code(transfer.formatted("M0003", 31))).isEqualTo("POINTS_NOT_ENOUGH");
            assertThat(console.code(transfer.formatted("M0002", 1))).isEqualTo("BAD_REQUEST");
            assertThat(console.code(transfer.formatted("M0003", 0))).isEqualTo("BAD_REQUEST");
            assertThat(console.code(transfer.formatted("M9999", 1))).isEqualTo("UNKNOWN_MEMBER");
        }
        try (var console = rebuilt("vip-points")) {
            assertThat(console.member("M0002").path("points").asLong()).isEqualTo(30);
            assertThat(console.member("M0003").path("points").asLong()).isEqualTo(120);
        }
        try (var console = ConsoleDriver.selling(store.resolve("other"), "mall")) {
            assertThat(console.code("{'do':'transfer-points','from':'M0002','to':'M0003','points':1}"))
                    .isEqualTo("NOT_TRANSFERABLE");
        }
    }

    @Test
    void pointsAreTurnedIntoWholeVouchersAndTheRestStays() throws IOException {
        JsonNode after;
        try (var console = ConsoleDriver.selling(store, "yinbei")) {
            assertThat(console.code("{'do':'turn-points','points':100}")).isEqualTo("NO_MEMBER");
            give(console, "M0002", 350);
            console.ok("{'do':'member','no':'M0002'}");
            assertThat(console.code("{'do':'turn-points','points':351}")).isEqualTo("POINTS_NOT_ENOUGH");
            assertThat(console.code("{'do':'turn-points','points':99}")).isEqualTo("POINTS_UNIT");
            assertThat(console.code("{'do':'turn-points','points':-100}")).isEqualTo("POINTS_UNIT");
            assertThat(console.code("{'do':'turn-points','points':'all'}")).isEqualTo("BAD_REQUEST");
            assertThat(console.ok("{'do':'turn-points','points':250}").toString())
                    .isEqualTo("{\"ok\":true,\"vouchers\":[{\"type\":\"coupon5\",\"count\":2,\"expires\":null}],"
                            + "\"points\":150}");
            var all = console.ok("{'do':'turn-points','points':'max'}");
            assertThat(all.path("points").asLong()).isEqualTo(50);
            assertThat(console.code("{'do':'turn-points','points':'max'}")).isEqualTo("POINTS_UNIT");
            after = console.member("M0002");
            assertThat(after.path("vouchers").toString())
                    .isEqualTo("[{\"type\":\"coupon5\",\"count\":3,\"expires\":null}]");
        }
        try (var console = rebuilt("yinbei")) {
            assertThat(console.member("M0002")).isEqualTo(after);
        }
        try (var console = ConsoleDriver.selling(store.resolve("other"), "mall")) {
            console.ok("{'do':'member','no':'M0002'}");
            assertThat(console.code("{'do':'turn-points','points':100}")).isEqualTo("NOT_IN_PROGRAMME");
        }
    }

    // Gifts

    @Test
    void giftsCostPointsAndStockAndComeBackByTheirReceipt() throws IOException {
        JsonNode gifts;
        JsonNode member;
        try (var console = ConsoleDriver.selling(store, "vip-points")) {
            assertThat(console.ok("{'do':'gifts'}").path("gifts").get(1).toString())
                    .isEqualTo("{\"gift\":\"umbrella\",\"name\":\"雨伞\",\"points\":50,\"stock\":50}");
            give(console, "M0002", 130);
            console.ok("{'do':'clock','now':'2026-07-01T12:00:00+08:00'}");
            give(console, "M0002", 100);
            var redeem = "{'do':'redeem-gift','gift':'%s','qty':'%s'}";
            assertThat(console.code(redeem.formatted("umbrella", "1"))).isEqualTo("NO_MEMBER");
            console.ok("{'do':'member','no':'M0002'}");
            assertThat(console.code(redeem.formatted("car", "1"))).isEqualTo("UNKNOWN_GIFT");
            assertThat(console.code(redeem.formatted("umbrella", "51"))).isEqualTo("OUT_OF_STOCK");
            assertThat(console.code(redeem.formatted("umbrella", "5"))).isEqualTo("POINTS_NOT_ENOUGH");
            assertThat(console.code(redeem.formatted("umbrella", "1.5"))).isEqualTo("BAD_REQUEST");
            var redeemed = console.ok(redeem.formatted("umbrella", "3")); // 130 of the first lot, 20 of the second
            assertThat(redeemed.path("points").asLong()).isEqualTo(80);
            assertThat(redeemed.path("stock").asLong()).isEqualTo(47);
            var receipt = redeemed.path("receipt").path("no").asString();
            assertThat(console.ok("{'do':'receipt'}").path("body").asString()).contains("雨伞", "×3", "-150");

            var back = "{'do':'refund','receipt':'" + receipt + "','reason':'r'%s," + SUPERVISOR + "}";
            var one = console.ok(back.formatted(",'lines':[{'line':1,'qty':'1'}]"));
            assertThat(one.path("points").path("givenBack").asLong()).isEqualTo(50);
            assertThat(one.path("refunded").size()).isZero();
            assertThat(console.member("M0002").path("lots").toString())
                    .isEqualTo("[{\"points\":50,\"expires\":\"2027-06-10\",\"store\":\"S001\"},"
                            + "{\"points\":80,\"expires\":\"2027-07-01\",\"store\":\"S001\"}]");
            assertThat(console.code(back.formatted(",'lines':[{'line':1,'qty':'3'}]")))
                    .isEqualTo("REFUND_TOO_MUCH");
            assertThat(console.ok(back.formatted(""))
                            .path("points")
                            .path("givenBack")
                            .asLong())
                    .isEqualTo(100);
            assertThat(console.ok("{'do':'receipt'}").path("body").asString()).contains(receipt, "雨伞", "×2");
            assertThat(console.code(back.formatted(""))).isEqualTo("ALREADY_REFUNDED");
            assertThat(console.member("M0002").path("points").asLong()).isEqualTo(230);
            var own = console.ok("{'do':'status'}").path("lastReceipt").asString();
            assertThat(console.code("{'do':'refund','receipt':'" + own + "','reason':'r'," + SUPERVISOR + "}"))
                    .isEqualTo("RETURN_NOT_ALLOWED");
            console.ok(redeem.formatted("tea-cup", "2"));
            gifts = console.ok("{'do':'gifts'}");
            assertThat(gifts.toString()).contains("\"stock\":98", "\"stock\":50}", "\"stock\":30");
            member = console.member("M0002");
        }
        try (var console = rebuilt("vip-points")) {
            assertThat(console.ok("{'do':'gifts'}")).isEqualTo(gifts);
            assertThat(console.member("M0002")).isEqualTo(member);
        }
    }

    @Test
    void pointsThatAPartPaidBillUsesBuyNothingElse() {
        try (var console = ConsoleDriver.selling(store, "vip-points")) {
            give(console, "M0002", 200);
            console.ok("{'do':'member','no':'M0002'}");
            console.ok("{'do':'add','name':'x','category':'food','price':'100.00'}");
            console.ok("{'do':'use','points':100}");
            console.ok("{'do':'tender','type':'cash','amount':'1.00'}");
            console.ok("{'do':'redeem-gift','gift':'umbrella','qty':'2'}");
            assertThat(console.code("{'do':'redeem-gift','gift':'tea-cup'}")).isEqualTo("POINTS_NOT_ENOUGH");
            assertThat(console.code("{'do':'transfer-points','from':'M0002','to':'M0003','points':1}"))
                    .isEqualTo("POINTS_NOT_ENOUGH");
            console.ok("{'do':'tender','type':'cash'}");
            assertThat(console.member("M0002").path("points").asLong()).isZero();
        }
    }

    // The club

    @Test
    void whoComesByGetsPointsOnceADay() throws IOException {
        try (var console = ConsoleDriver.selling(store, "paid-tiers")) {
            var checkIn = "{'do':'check-in','member':'M0002'}";
            assertThat(console.ok(checkIn).toString()).isEqualTo("{\"ok\":true,\"points\":5,\"granted\":[]}");
            assertThat(console.ok(checkIn).path("points").asLong()).isEqualTo(5);
            console.ok("{'do':'clock','now':'2026-06-11T00:00:00+08:00'}");
            assertThat(console.ok(checkIn).path("points").asLong()).isEqualTo(10);
            assertThat(console.code("{'do':'check-in','member':'M9999'}")).isEqualTo("UNKNOWN_MEMBER");
        }
        try (var console = rebuilt("paid-tiers")) {
            console.ok("{'do':'sign-in','operator':'1001','pin':'1111'}");
            assertThat(console.ok("{'do':'check-in','member':'M0002'}")
                            .path("points")
                            .asLong())
                    .isEqualTo(10);
        }
        try (var console = ConsoleDriver.selling(store.resolve("other"), "mall")) {
            assertThat(console.code("{'do':'check-in','member':'M0002'}")).isEqualTo("NOT_IN_PROGRAMME");
            assertThat(console.code("{'do':'attend-event','member':'M0002','event':'x'}"))
                    .isEqualTo("NOT_IN_PROGRAMME");
        }
    }

    @Test
    void anEventBringsItsPointsOnce() {
        try (var console = ConsoleDriver.selling(store, "jinpeng-currency")) {
            var attend = "{'do':'attend-event','member':'M0002','event':'%s'}";
            assertThat(console.ok(attend.formatted("秋游")).path("points").asLong())
                    .isEqualTo(10);
            assertThat(console.ok(attend.formatted("秋游")).path("points").asLong())
                    .isEqualTo(10);
            assertThat(console.ok(attend.formatted("年会")).path("points").asLong())
                    .isEqualTo(20);
            assertThat(console.code(attend.formatted(" "))).isEqualTo("BAD_REQUEST");
        }
    }

    @Test
    void anEventHasTwentyPlacesAndAYearSixEvents() throws IOException {
        var attend = "{'do':'attend-event','member':'M00%02d','event':'%s'}";
        JsonNode member;
        try (var console = ConsoleDriver.selling(store, "auto-club")) {
            for (var i = 1; i <= 20; i++) {
                assertThat(console.ok(attend.formatted(i, "试驾")).path("granted").toString())
                        .isEqualTo("[{\"type\":\"fuel100\",\"count\":1,\"expires\":null}]");
            }
            assertThat(console.code(attend.formatted(21, "试驾"))).isEqualTo("OUT_OF_STOCK");
            assertThat(console.ok(attend.formatted(20, "试驾")).path("granted").size())
                    .isZero();
            for (var event : List.of("二", "三", "四", "五", "六")) {
                console.ok(attend.formatted(21, event));
            }
            assertThat(console.code(attend.formatted(21, "七"))).isEqualTo("NOT_ALLOWED");
            assertThat(console.code(attend.formatted(22, "六"))).isEqualTo("ok");
            member = console.member("M0021");
        }
        try (var console = rebuilt("auto-club")) {
            assertThat(console.member("M0021")).isEqualTo(member);
            console.ok("{'do':'sign-in','operator':'1001','pin':'1111'}");
            assertThat(console.code(attend.formatted(21, "七"))).isEqualTo("NOT_ALLOWED");
            console.ok("{'do':'clock','now':'2027-01-01T12:00:00+08:00'}");
            assertThat(console.code(attend.formatted(21, "七"))).isEqualTo("ok");
        }
    }

    // Paid time

    @Test
    void paidTimeFollowsOnWhatIsPaidForInTheSameTier() throws IOException {
        var subscribe = "{'do':'subscribe','member':'M0002','tier':'%s','period':'%s','tender':'wechat'}";
        try (var console = ConsoleDriver.selling(store, "paid-tiers")) {
            var first = console.ok(subscribe.formatted("silver", "month"));
            assertThat(first.path("until").asString()).isEqualTo("2026-07-10");
            assertThat(first.path("receipt").path("no").asString()).isEqualTo("S001-T1-000001");
            assertThat(console.ok("{'do':'receipt'}").path("body").asString())
                    .contains("会员续费", "银卡会员", "2026-07-10", "9.00");
            assertThat(console.sell("M0002", "100.00").path("paid").asString()).isEqualTo("97.00");
            console.ok("{'do':'clock','now':'2026-07-01T12:00:00+08:00'}");
            assertThat(console.ok(subscribe.formatted("silver", "quarter"))
                            .path("until")
                            .asString())
                    .isEqualTo("2026-10-10");
            assertThat(console.ok(subscribe.formatted("gold", "month"))
                            .path("until")
                            .asString())
                    .isEqualTo("2026-08-01");
            console.ok("{'do':'clock','now':'2026-08-02T12:00:00+08:00'}");
            assertThat(console.ok(subscribe.formatted("gold", "month"))
                            .path("until")
                            .asString())
                    .isEqualTo("2026-09-02");
            assertThat(console.code(subscribe.formatted("gold", "year"))).isEqualTo("NOT_IN_PROGRAMME");
            assertThat(console.code(subscribe.formatted("regular", "month"))).isEqualTo("NOT_IN_PROGRAMME");
            assertThat(console.code(subscribe.formatted("x", "month"))).isEqualTo("UNKNOWN_TIER");
            assertThat(console.code(subscribe.formatted("gold", "day"))).isEqualTo("BAD_REQUEST");
            var report = console.ok("{'do':'x-report'}");
            assertThat(report.path("fees").asString()).isEqualTo("74.00"); // 9 + 27 + 19 + 19
            assertThat(report.path("tenders").path("wechat").asString()).isEqualTo("74.00");
        }
        try (var console = rebuilt("paid-tiers")) {
            assertThat(console.member("M0002").path("tier").asString()).isEqualTo("gold");
        }
        try (var console = ConsoleDriver.open(store.resolve("other"), "mall")) {
            console.ok("{'do':'sign-in','operator':'1001','pin':'1111'}");
            assertThat(console.code(subscribe.formatted("member", "month"))).isEqualTo("NO_SHIFT");
            console.ok("{'do':'open-shift','float':'0.00'}");
            assertThat(console.code(subscribe.formatted("member", "month"))).isEqualTo("NOT_IN_PROGRAMME");
        }
    }
}

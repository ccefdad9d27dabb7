package io.huitai.console;

import static io.huitai.console.ConsoleDriver.SUPERVISOR;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Members' lives over a year and more, programme by programme, worked out by hand from the published pages. M0002 has
/// her birthday on 1 October; the store opens on 10 June 2026.
class MemberYearsTest {
    private static final String MEMBER = "M0002";

    @TempDir
    private Path store;

    @Test
    void standardCard() {
        try (var console = ConsoleDriver.selling(store, "standard-card")) {
            assertThat(tierAfter(console, "6000.00")).as("5400.00 paid").isEqualTo("gold");
            var second = console.sell(MEMBER, "1000.00");
            assertThat(second.path("points").asLong()).as("5400 + 850").isEqualTo(6250);

            console.day("2026-10-01");
            var birthday = console.sell(MEMBER, "100.00");
            assertThat(birthday.path("paid").asString()).as("0.85 x 0.95").isEqualTo("80.75");
            assertThat(birthday.path("points").asLong()).isEqualTo(6330);
            console.day("2026-10-02");
            console.ok("{'do':'member','no':'M0002'}");
            console.ok("{'do':'add','name':'x','category':'food','price':'200.00'}");
            console.ok("{'do':'use','points':1000}");
            assertThat(console.ok("{'do':'tender','type':'cash'}")
                            .path("receipt")
                            .path("points")
                            .asLong())
                    .as("6330 - 1000 + 160")
                    .isEqualTo(5490);
            console.ok(
                    "{'do':'refund','receipt':'" + second.path("no").asString() + "','reason':'r'," + SUPERVISOR + "}");
            console.ok("{'do':'set-tier','member':'M0003','tier':'platinum','reason':'r'," + SUPERVISOR + "}");

            console.day("2027-01-02");
            var days = console.dayEnd();
            assertThat(days.byDate()).hasSize(206).containsKeys("2026-06-10", "2027-01-01");
            assertThat(days.on("2026-12-31").path("expired").asLong()).isEqualTo(4640);
            assertThat(days.who("2027-01-01", "downgraded"))
                    .as("M0002 paid 5640.75 in 2026, M0003 nothing")
                    .containsExactly("M0003");
            assertThat(tier(console, "M0003")).isEqualTo("gold");

            assertThat(tierAfter(console, "1000.00")).isEqualTo("gold");
            console.day("2028-01-02");
            var next = console.dayEnd();
            assertThat(next.byDate()).hasSize(365);
            assertThat(next.on("2027-12-31").path("expired").asLong()).isEqualTo(850);
            assertThat(next.who("2028-01-01", "downgraded")).containsExactly(MEMBER, "M0003");
            assertThat(tier(console, MEMBER)).isEqualTo("regular");
            assertThat(console.dayEnd().byDate()).isEmpty();
        }
    }

    @Test
    void aTierSetByHandIsFreedByTheReviewAndLiftedByTheDeedsMeanwhile() {
        try (var console = ConsoleDriver.selling(store, "standard-card")) {
            console.ok("{'do':'set-tier','member':'M0002','tier':'regular','reason':'r'," + SUPERVISOR + "}");
            assertThat(tierAfter(console, "6000.00")).isEqualTo("regular");
            console.day("2027-01-02");
            assertThat(console.dayEnd().who("2027-01-01", "upgraded")).containsExactly(MEMBER);
            assertThat(tier(console, MEMBER)).isEqualTo("gold");
        }
    }

    @Test
    void mall() {
        try (var console = ConsoleDriver.selling(store, "mall")) {
            var enrolled = console.ok("{'do':'enrol','name':'闰','phone':'1380','email':'a@b.c','consent':true,"
                    + "'birthday':'1992-02-29'}");
            var no = enrolled.path("member").path("no").asString();
            assertThat(enrolled.path("points").asLong()).isEqualTo(200);
            assertThat(points(console.sell(no, "105.26"))).as("200 + 100 + 100").isEqualTo(400);
            assertThat(points(console.sell(no, "105.26")))
                    .as("no second first bill")
                    .isEqualTo(500);
            console.day("2026-07-04");
            assertThat(points(console.sell(no, "100.00"))).as("twice 95").isEqualTo(690);
            console.day("2026-07-15");
            assertThat(console.sell(no, "100.00").path("paid").asString()).isEqualTo("88.00");
            console.day("2027-07-20");
            var days = console.dayEnd();
            assertThat(days.on("2027-06-10").path("expired").asLong()).isEqualTo(500);
            assertThat(days.on("2027-07-04").path("expired").asLong()).isEqualTo(190);
            assertThat(days.on("2027-07-15").path("expired").asLong()).isEqualTo(88);
            assertThat(days.who("2027-02-28", "granted")).contains(no);
            assertThat(days.on("2027-03-29").path("vouchersExpired").asLong())
                    .as("30 days from 28 February, and three of the demo members")
                    .isEqualTo(4);
            assertThat(console.member(no).path("points").asLong()).isZero();
        }
    }

    @Test
    void vipPoints() {
        try (var console = ConsoleDriver.selling(store, "vip-points")) {
            assertThat(tierAfter(console, "1052.64")).isEqualTo("silver");
            assertThat(tierAfter(console, "200.00")).isEqualTo("silver");
            assertThat(tierAfter(console, "5000.00")).as("5680.01 in all").isEqualTo("gold");
            assertThat(console.member(MEMBER).path("points").asLong())
                    .as("1 + 45")
                    .isEqualTo(46);
            console.day("2026-11-02");
            var days = console.dayEnd();
            assertThat(days.who("2026-10-01", "granted")).containsExactly(MEMBER);
            assertThat(days.on("2026-10-31").path("vouchersExpired").asLong()).isEqualTo(2);
            console.day("2027-06-11");
            assertThat(console.dayEnd().on("2027-06-10").path("expired").asLong())
                    .isEqualTo(46);
            assertThat(tier(console, MEMBER)).as("for life").isEqualTo("gold");
        }
    }

    @Test
    void threeStep() {
        try (var console = ConsoleDriver.selling(store, "three-step")) {
            for (var visit = 1; visit < 12; visit++) {
                assertThat(tierAfter(console, "10.00")).isEqualTo("basic");
            }
            assertThat(tierAfter(console, "10.00")).as("the twelfth visit").isEqualTo("premium");
            assertThat(console.member(MEMBER).path("points").asLong())
                    .as("12 x 9")
                    .isEqualTo(108);
            console.day("2026-10-02");
            var birthday = console.dayEnd();
            assertThat(birthday.who("2026-10-01", "granted")).containsExactly(MEMBER);
            assertThat(birthday.on("2026-10-01").path("vouchersExpired").asLong())
                    .isEqualTo(1);
            console.day("2028-06-11");
            assertThat(console.dayEnd().on("2028-06-10").path("expired").asLong())
                    .isEqualTo(108);
        }
    }

    @Test
    void clientGrades() {
        try (var console = ConsoleDriver.selling(store, "client-grades")) {
            var apply = "{'do':'apply-tier','member':'M0002','tier':'silver'}";
            for (var month : List.of("2026-07-10", "2026-08-10")) {
                console.sell(MEMBER, "600.00");
                console.day(month);
            }
            console.sell(MEMBER, "600.00");
            console.day("2026-08-31");
            assertThat(console.code(apply)).as("nothing in May").isEqualTo("GROUND_REQUIRED");
            assertThat(console.code("{'do':'apply-tier','member':'M0002','tier':'x'}"))
                    .isEqualTo("UNKNOWN_TIER");
            assertThat(console.code("{'do':'apply-tier','member':'M0002','tier':'regular'}"))
                    .isEqualTo("NOT_ALLOWED");
            console.day("2026-09-01");
            assertThat(console.ok(apply).path("application").toString())
                    .isEqualTo("{\"member\":\"M0002\",\"tier\":\"silver\",\"status\":\"pending\","
                            + "\"applied\":\"2026-09-01\",\"due\":\"2026-09-10\",\"overdue\":false}");
            console.day("2026-09-11");
            assertThat(console.ok(apply).path("application").path("overdue").asBoolean())
                    .isTrue();
            var decide = "{'do':'decide-tier','member':'M0002','tier':'silver','grant':true,'reason':'r'";
            assertThat(console.code(decide + "}")).isEqualTo("APPROVAL_REQUIRED");
            var decided = console.ok(decide + "," + SUPERVISOR + "}").path("application");
            assertThat(decided.path("status").asString()).isEqualTo("granted");
            assertThat(console.code(decide + "," + SUPERVISOR + "}")).isEqualTo("BAD_REQUEST");

            for (var month : List.of("2026-10-05", "2026-11-05", "2026-12-05", "2027-01-05", "2027-02-05")) {
                console.day(month);
                assertThat(tierAfter(console, "1100.00")).as("1023.00 paid").isEqualTo("silver");
            }
            console.day("2027-03-05");
            console.sell(MEMBER, "1100.00");
            var gold = "{'do':'apply-tier','member':'M0002','tier':'gold'}";
            assertThat(console.code(gold)).as("not all of September as silver").isEqualTo("GROUND_REQUIRED");
            console.day("2027-04-01");
            assertThat(console.code(gold)).isEqualTo("ok");
            assertThat(console.ok("{'do':'decide-tier','member':'M0002','tier':'gold','grant':false,'reason':'r',"
                                    + SUPERVISOR + "}")
                            .path("application")
                            .path("status")
                            .asString())
                    .isEqualTo("refused");
            assertThat(tier(console, MEMBER)).isEqualTo("silver");
        }
    }

    @Test
    void anApplicationForWhatTheProgrammeHasNotIsRefused() {
        try (var console = ConsoleDriver.selling(store, "vip-points")) {
            assertThat(console.code("{'do':'apply-tier','member':'M0002','tier':'gold'}"))
                    .isEqualTo("NOT_IN_PROGRAMME");
        }
    }

    @Test
    void activityGrades() {
        try (var console = ConsoleDriver.selling(store, "activity-grades")) {
            assertThat(tierAfter(console, "2000.00")).isEqualTo("silver");
            assertThat(tierAfter(console, "6122.45")).as("6000.00 paid").isEqualTo("gold");
            assertThat(console.sell(MEMBER, "100.00").path("earned").asLong())
                    .as("95 x 1.5")
                    .isEqualTo(142);
            console.day("2026-10-02");
            var birthday = console.dayEnd();
            assertThat(birthday.who("2026-10-01", "granted"))
                    .as("silver and up")
                    .containsExactly(MEMBER);
            assertThat(birthday.on("2026-10-01").path("vouchersExpired").asLong())
                    .isEqualTo(1);
            console.day("2028-10-02");
            console.dayEnd();
            assertThat(console.member(MEMBER).path("points").asLong())
                    .as("they live for ever")
                    .isEqualTo(8142);
            assertThat(tier(console, MEMBER)).as("no review takes it").isEqualTo("gold");
        }
    }

    @Test
    void goodsMember() {
        try (var console = ConsoleDriver.selling(store, "goods-member")) {
            var first = console.sell(MEMBER, "2000.00");
            assertThat(first.path("tier").asString()).isEqualTo("silver");
            console.ok(
                    "{'do':'refund','receipt':'" + first.path("no").asString() + "','reason':'r'," + SUPERVISOR + "}");
            assertThat(tierAfter(console, "5263.15")).as("4999.99 paid").isEqualTo("silver");
            assertThat(tierAfter(console, "1.00")).isEqualTo("gold");
            console.day("2027-07-01");
            assertThat(console.dayEnd().byDate().values())
                    .allMatch(day -> day.path("expired").asLong() == 0);
            assertThat(console.member(MEMBER).path("points").asLong()).isEqualTo(4999);
        }
    }

    @Test
    void star() {
        try (var console = ConsoleDriver.selling(store, "star")) {
            var no = console.ok("{'do':'enrol','name':'星','phone':'1380','birthday':'1990-02-03',"
                            + "'ground':{'fee':'cash'}}")
                    .path("member")
                    .path("no")
                    .asString();
            var jump = console.sell(no, "1300.00");
            assertThat(jump.path("tier").asString()).isEqualTo("gold");
            assertThat(jump.path("granted").toString())
                    .as("the pack of jade, which was passed")
                    .isEqualTo("[{\"type\":\"bogo\",\"count\":3,\"expires\":null}]");
            assertThat(count(console, no, "bogo")).as("those of joining, too").isEqualTo(6);
            for (var visit = 2; visit < 10; visit++) {
                assertThat(console.sell(no, "50.00").path("granted")).isEmpty();
            }
            var tenth = console.sell(no, "50.00");
            assertThat(tenth.path("granted").path(0).path("type").asString()).isEqualTo("free-drink");
            console.ok(
                    "{'do':'refund','receipt':'" + tenth.path("no").asString() + "','reason':'r'," + SUPERVISOR + "}");
            assertThat(count(console, no, "free-drink"))
                    .as("lapsed with the bill")
                    .isZero();
            assertThat(console.sell(no, "50.00").path("granted")).as("once").isEmpty();
            assertThat(console.member(no).path("points").asLong()).as("26 + 9").isEqualTo(35);

            console.day("2027-07-15");
            var days = console.dayEnd();
            assertThat(days.who("2027-02-01", "granted")).contains(no);
            assertThat(days.on("2027-02-28").path("vouchersExpired").asLong()).isEqualTo(1);
            assertThat(days.who("2027-06-10", "granted")).containsExactly(no);
            assertThat(days.on("2027-07-09").path("vouchersExpired").asLong())
                    .as("30 days from the joining day")
                    .isEqualTo(1);
        }
    }

    private static String tierAfter(ConsoleDriver console, String price) {
        return console.sell(MEMBER, price).path("tier").asString();
    }

    private static long points(JsonNode receipt) {
        return receipt.path("points").asLong();
    }

    private static String tier(ConsoleDriver console, String no) {
        return console.member(no).path("tier").asString();
    }

    private static long count(ConsoleDriver console, String no, String voucher) {
        var count = 0L;
        for (var each : console.member(no).path("vouchers")) {
            count += each.path("type").asString().equals(voucher)
                    ? each.path("count").asLong()
                    : 0;
        }
        return count;
    }
}

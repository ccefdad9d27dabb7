package io.huitai.console;

import static io.huitai.console.ConsoleDriver.SUPERVISOR;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// A year and more of the programmes of companies and of paid time, figures worked out by hand.
class CompanyYearsTest {
    private static final String MANAGER = "'approval':{'operator':'3001','pin':'3333'}";
    private static final String COMPANY = "远山科技"; // its limit is 10000.00

    @TempDir
    private Path files;

    private Path store() {
        return files.resolve("store");
    }

    private void roster(ConsoleDriver console, String... people) throws IOException {
        var file = files.resolve("roster.csv");
        Files.writeString(file, "company,name,phone,document,level\n" + String.join("\n", people) + "\n");
        assertThat(console.ok("{'do':'import-roster','file':'" + file + "'," + SUPERVISOR + "}")
                        .path("enrolled")
                        .asInt())
                .isEqualTo(people.length);
    }

    private static String byPhone(ConsoleDriver console, String phone) {
        var no = console.ok("{'do':'member','phone':'" + phone + "'}")
                .path("member")
                .path("no")
                .asString();
        console.ok("{'do':'drop-member'}");
        return no;
    }

    @Test
    void baichuanhui() throws IOException {
        try (var console = ConsoleDriver.selling(store(), "baichuanhui")) {
            roster(console, "远山科技,赵一,13800000001,E12345671,staff", "远山科技,钱二,13800000002,E12345672,president");
            var staff = byPhone(console, "13800000001");
            var president = byPhone(console, "13800000002");
            assertThat(console.member(staff).path("tier").asString()).isEqualTo("gold");
            assertThat(console.member(president).path("tier").asString()).isEqualTo("diamond");
            assertThat(console.member(president).path("vouchers")).isEmpty();
            console.ok("{'do':'bind-card','member':'" + president + "','card':{'uid':'04A1B2C3'}}");
            assertThat(vouchers(console, president))
                    .as("10 + 6 + 6 + 10 + 6 + 6 + 6 + 6")
                    .isEqualTo(56);

            console.ok("{'do':'tap','uid':'04A1B2C3'}");
            console.ok("{'do':'add','name':'钟点房','category':'room','price':'198.00'}");
            console.ok("{'do':'add','name':'烤鸭','category':'food.chinese','price':'238.00'}");
            console.ok("{'do':'use','vouchers':[{'type':'room50','count':1},{'type':'chinese10','count':'max'}]}");
            var stay = console.ok("{'do':'tender','type':'card','reference':'POS 1'}")
                    .path("receipt");
            assertThat(stay.path("paid").asString())
                    .as("198.00 − 50.00 off the list, less than 198.00 × 0.85; 238.00 × 0.92 − 2 × 10.00")
                    .isEqualTo("346.96");
            assertThat(stay.path("earned").asLong()).isEqualTo(346);
            assertThat(vouchers(console, president)).isEqualTo(53);
            var refund = console.ok("{'do':'refund','receipt':'"
                    + stay.path("no").asString() + "','lines':[{'line':1,'qty':'1'}],'reason':'r'," + SUPERVISOR + "}");
            assertThat(refund.path("refunded").path(0).path("amount").asString())
                    .isEqualTo("148.00");
            assertThat(refund.path("points").path("takenBack").asLong())
                    .as("346 − 198")
                    .isEqualTo(148);
            assertThat(vouchers(console, president)).as("room50 is back").isEqualTo(54);

            console.day("2027-06-09");
            assertThat(vouchers(console, president)).isEqualTo(54);
            console.day("2027-06-11");
            var days = console.dayEnd();
            assertThat(days.on("2027-06-10").path("vouchersExpired").asLong()).isEqualTo(54);
            assertThat(vouchers(console, president)).isZero();
            console.ok("{'do':'tap','uid':'04A1B2C3'}");
            console.ok("{'do':'add','name':'烤鸭','category':'food.chinese','price':'200.00'}");
            console.ok("{'do':'use','points':'max'}");
            var meal = console.ok("{'do':'tender','type':'cash'}").path("receipt");
            assertThat(meal.path("paid").asString())
                    .as("184.00 − 1.00 for 100 of 198")
                    .isEqualTo("183.00");
            assertThat(meal.path("points").asLong()).as("98 + 183").isEqualTo(281);
            console.day("2028-06-11");
            assertThat(console.dayEnd().on("2028-06-10").path("expired").asLong())
                    .as("24 months after they were earned")
                    .isEqualTo(98);
            assertThat(console.member(president).path("points").asLong()).isEqualTo(183);
            assertThat(console.member(staff).path("tier").asString()).isEqualTo("gold");
        }
    }

    @Test
    void corporateVip() throws IOException {
        try (var console = ConsoleDriver.selling(store(), "corporate-vip")) {
            roster(console, "远山科技,赵一,13800000001,E12345671,staff");
            var member = byPhone(console, "13800000001");
            var first = charged(console, member, "food", "8000.00", "");
            assertThat(first.path("paid").asString()).as("8000.00 × 0.92").isEqualTo("7360.00");
            console.day("2026-07-20");
            var room = charged(console, member, "room", "2869.56", "");
            assertThat(room.path("paid").asString())
                    .as("2640.00 to the fen: 10000.00 owed, the limit")
                    .isEqualTo("2640.00");
            console.ok("{'do':'member','no':'" + member + "'}");
            console.ok("{'do':'add','name':'x','category':'retail','price':'100.00'}");
            var charge = "{'do':'tender','type':'account','company':'" + COMPANY + "'";
            assertThat(console.code(charge + "}")).isEqualTo("APPROVAL_REQUIRED");
            assertThat(console.ok(charge + "," + MANAGER + "}")
                            .path("receipt")
                            .path("paid")
                            .asString())
                    .as("only food and rooms are cheaper")
                    .isEqualTo("100.00");
            console.ok(
                    "{'do':'refund','receipt':'" + room.path("no").asString() + "','reason':'r'," + SUPERVISOR + "}");
            console.day("2026-08-10");
            assertThat(settled(console, "7000.00"))
                    .as("7360.00 + 100.00 − 7000.00")
                    .isEqualTo("460.00");
            console.day("2027-07-01");
            console.dayEnd();
            assertThat(settled(console, "460.00")).isEqualTo("0.00");
            var info = console.member(member);
            assertThat(info.path("points").asLong()).isZero();
            assertThat(info.path("visits").asLong()).as("the room was returned").isEqualTo(2);
            assertThat(info.path("spend").asString()).isEqualTo("7460.00");
        }
    }

    private static JsonNode charged(ConsoleDriver console, String member, String category, String price, String more) {
        console.ok("{'do':'member','no':'" + member + "'}");
        console.ok("{'do':'add','name':'x','category':'" + category + "','price':'" + price + "'}");
        return console.ok("{'do':'tender','type':'account','company':'" + COMPANY + "'" + more + "}")
                .path("receipt");
    }

    private static String settled(ConsoleDriver console, String amount) {
        return console.ok(
                        "{'do':'settle-account','company':'" + COMPANY + "','amount':'" + amount + "','tender':'card'}")
                .path("balance")
                .asString();
    }

    @Test
    void paidTiers() {
        try (var console = ConsoleDriver.selling(store(), "paid-tiers")) {
            var joined = console.ok("{'do':'enrol','name':'甲','phone':'13800000001','referrer':'M0003'}");
            var no = joined.path("member").path("no").asString();
            assertThat(joined.path("member").path("tier").asString()).isEqualTo("regular");
            assertThat(console.member("M0003").path("points").asLong())
                    .as("for telling")
                    .isEqualTo(100);
            assertThat(console.sell(no, "100.00").path("paid").asString()).isEqualTo("100.00");
            assertThat(console.ok("{'do':'check-in','member':'" + no + "'}")
                            .path("points")
                            .asLong())
                    .isEqualTo(105);
            assertThat(subscribed(console, no, "silver", "month")).isEqualTo("2026-07-10");
            var cheaper = console.sell(no, "100.00");
            assertThat(cheaper.path("paid").asString()).isEqualTo("97.00");
            console.ok("{'do':'refund','receipt':'" + cheaper.path("no").asString() + "','reason':'r'," + SUPERVISOR
                    + "}");
            assertThat(console.member(no).path("points").asLong()).isEqualTo(105);

            console.day("2026-07-17");
            console.dayEnd();
            assertThat(console.member(no).path("tier").asString())
                    .as("seven days of grace")
                    .isEqualTo("silver");
            console.day("2026-07-19");
            var lapse = console.dayEnd();
            assertThat(lapse.byDate().keySet()).contains("2026-07-17", "2026-07-18");
            assertThat(console.member(no).path("tier").asString()).isEqualTo("regular");
            assertThat(console.sell(no, "10.00").path("paid").asString()).isEqualTo("10.00");

            assertThat(subscribed(console, no, "platinum", "quarter")).isEqualTo("2026-10-19");
            console.ok("{'do':'member','no':'" + no + "'}");
            console.ok("{'do':'add','name':'x','category':'food','price':'200.00'}");
            console.ok("{'do':'use','points':100}");
            var dear = console.ok("{'do':'tender','type':'cash'}").path("receipt");
            assertThat(dear.path("paid").asString()).as("180.00 − 1.00").isEqualTo("179.00");
            assertThat(dear.path("points").asLong()).as("105 + 10 − 100 + 179").isEqualTo(194);

            console.day("2027-06-11");
            var days = console.dayEnd();
            assertThat(console.member(no).path("tier").asString()).isEqualTo("regular");
            assertThat(days.on("2027-06-10").path("expired").asLong())
                    .as("5 that were left of the first day, and the teller's 100")
                    .isEqualTo(105);
            assertThat(console.member(no).path("points").asLong()).isEqualTo(189);
        }
    }

    private static String subscribed(ConsoleDriver console, String no, String tier, String period) {
        return console.ok("{'do':'subscribe','member':'" + no + "','tier':'" + tier + "','period':'" + period
                        + "','tender':'wechat'}")
                .path("until")
                .asString();
    }

    private static long vouchers(ConsoleDriver console, String no) {
        long count = 0;
        for (var each : console.member(no).path("vouchers")) {
            count += each.path("count").asLong();
        }
        return count;
    }
}

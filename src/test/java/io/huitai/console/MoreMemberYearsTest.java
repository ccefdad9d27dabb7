package io.huitai.console;

import static io.huitai.console.ConsoleDriver.SUPERVISOR;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Members' lives over a year and more in the shops' programmes, worked out by hand from the published pages.
class MoreMemberYearsTest {
    private static final String MEMBER = "M0002";

    @TempDir
    private Path store;

    @Test
    void departmentStore() {
        try (var console = ConsoleDriver.selling(store, "department-store")) {
            assertThat(tierAfter(console, MEMBER, "5200.00")).isEqualTo("silver");
            assertThat(tierAfter(console, "M0003", "20000.00")).isEqualTo("diamond");
            console.day("2027-01-01");
            var first = console.dayEnd();
            assertThat(first.byDate()).hasSize(205);
            assertThat(first.on("2026-12-31").path("expired").asLong()).isEqualTo(25200);
            assertThat(first.who("2026-12-31", "downgraded")).isEmpty();

            console.day("2027-05-01");
            console.sell(MEMBER, "1000.00");
            console.sell("M0003", "5000.00");
            console.day("2027-06-12");
            var closed = console.dayEnd().who("2027-06-10", "closed");
            assertThat(closed).hasSize(28).contains("M0001").doesNotContain(MEMBER, "M0003");
            assertThat(console.member("M0001").path("status").asString()).isEqualTo("cancelled");
            assertThat(console.code("{'do':'member','no':'M0001'}")).isEqualTo("UNKNOWN_MEMBER");

            console.day("2028-01-01");
            var second = console.dayEnd();
            assertThat(second.who("2027-12-31", "downgraded")).containsExactly(MEMBER, "M0003");
            assertThat(second.on("2027-12-31").path("expired").asLong())
                    .as("950 + 4500")
                    .isEqualTo(5450);
            assertThat(tier(console, MEMBER)).isEqualTo("card");
            assertThat(tier(console, "M0003")).as("one step a year").isEqualTo("gold");
            console.sell("M0003", "100.00");
            console.day("2029-01-01");
            var third = console.dayEnd();
            assertThat(third.who("2028-04-30", "closed"))
                    .as("365 days after 1 May 2027")
                    .containsExactly(MEMBER);
            assertThat(third.who("2028-12-31", "downgraded")).containsExactly("M0003");
            assertThat(tier(console, "M0003")).isEqualTo("silver");
        }
    }

    @Test
    void supermarket() {
        try (var console = ConsoleDriver.selling(store, "supermarket")) {
            assertThat(tierAfter(console, MEMBER, "2999.00")).isEqualTo("regular");
            assertThat(tierAfter(console, MEMBER, "1.00")).isEqualTo("silver");
            console.day("2027-06-11");
            assertThat(console.dayEnd().on("2027-06-10").path("expired").asLong())
                    .isEqualTo(3000);
            assertThat(tierAfter(console, MEMBER, "8000.00"))
                    .as("7760.00: what was paid a year and a day ago is no longer in the last twelve months")
                    .isEqualTo("silver");
            assertThat(tierAfter(console, MEMBER, "300.00")).as("8051.00").isEqualTo("gold");
        }
    }

    @Test
    void microShop() {
        try (var console = ConsoleDriver.selling(store, "micro-shop")) {
            for (var purchase = 1; purchase < 5; purchase++) {
                assertThat(tierAfter(console, MEMBER, "300.00")).isEqualTo("regular");
            }
            var fifth = console.sell(MEMBER, "10.00");
            assertThat(fifth.path("tier").asString()).isEqualTo("silver");
            console.ok(
                    "{'do':'refund','receipt':'" + fifth.path("no").asString() + "','reason':'r'," + SUPERVISOR + "}");
            assertThat(console.member(MEMBER).path("visits").asLong()).isEqualTo(4);
            assertThat(tier(console, MEMBER)).isEqualTo("silver");
            console.day("2026-12-11");
            assertThat(console.dayEnd().on("2026-12-10").path("expired").asLong())
                    .as("six months")
                    .isEqualTo(1200);
        }
    }

    @Test
    void jinpengFixed() {
        try (var console = ConsoleDriver.selling(store, "jinpeng-fixed")) {
            var first = console.sell(MEMBER, "900.00");
            assertThat(first.path("points").asLong()).isEqualTo(900);
            var golden = console.sell(MEMBER, "200.00");
            assertThat(golden.path("tier").asString()).isEqualTo("golden");
            assertThat(golden.path("points").asLong()).as("set to 0").isZero();
            console.ok(
                    "{'do':'refund','receipt':'" + first.path("no").asString() + "','reason':'r'," + SUPERVISOR + "}");
            var next = console.sell(MEMBER, "4999.00");
            assertThat(next.path("tier").asString()).as("since golden").isEqualTo("golden");
            assertThat(next.path("points").asLong()).isEqualTo(4999);
            var honour = console.sell(MEMBER, "1.00");
            assertThat(honour.path("tier").asString()).isEqualTo("honour");
            assertThat(honour.path("points").asLong()).isZero();
            assertThat(console.sell(MEMBER, "6000.00").path("points").asLong()).isEqualTo(6000);
        }
    }

    @Test
    void jinpengVariable() {
        try (var console = ConsoleDriver.selling(store, "jinpeng-variable")) {
            assertThat(tierAfter(console, MEMBER, "1000.00")).isEqualTo("golden");
            var second = console.sell(MEMBER, "3333.00");
            assertThat(second.path("earned").asLong()).as("3333 x 1.2").isEqualTo(3999);
            assertThat(second.path("points").asLong()).as("no reset").isEqualTo(4999);
            assertThat(tierAfter(console, MEMBER, "1.00")).isEqualTo("honour");
            assertThat(console.sell(MEMBER, "100.00").path("earned").asLong()).isEqualTo(150);
            console.day("2027-12-31");
            assertThat(console.dayEnd().byDate().values())
                    .allMatch(day -> day.path("expired").asLong() == 0);
        }
    }

    @Test
    void jinpengCurrency() {
        try (var console = ConsoleDriver.selling(store, "jinpeng-currency")) {
            assertThat(console.sell(MEMBER, "99.99").path("earned").asLong()).isEqualTo(5);
            assertThat(console.sell(MEMBER, "300.00").path("earned").asLong()).isEqualTo(30);
            var large = console.sell(MEMBER, "4825.00");
            assertThat(large.path("earned").asLong()).isEqualTo(965);
            assertThat(large.path("tier").asString()).isEqualTo("golden");
            console.ok("{'do':'member','no':'M0002'}");
            console.ok("{'do':'add','name':'x','category':'food','price':'60.00'}");
            console.ok("{'do':'use','points':1000}");
            var paid = console.ok("{'do':'tender','type':'cash'}").path("receipt");
            assertThat(paid.path("paid").asString()).as("1000 x 0.05").isEqualTo("10.00");
            assertThat(paid.path("points").asLong()).isEqualTo(5);
            assertThat(tierAfter(console, MEMBER, "20000.00"))
                    .as("1005 + 4000, spent ones counted")
                    .isEqualTo("honour");
        }
    }

    @Test
    void yinbei() {
        try (var console = ConsoleDriver.selling(store, "yinbei")) {
            assertThat(console.sell(MEMBER, "4000.00").path("granted")).isEmpty();
            var reached = console.sell(MEMBER, "2000.00");
            assertThat(reached.path("granted"))
                    .extracting(each -> each.path("type").asString())
                    .containsExactlyInAnyOrder("annual-service", "lecture");
            assertThat(console.sell(MEMBER, "6000.00").path("granted"))
                    .as("once a year")
                    .isEmpty();
            console.ok("{'do':'refund','receipt':'" + reached.path("no").asString() + "','reason':'r'," + SUPERVISOR
                    + "}");
            assertThat(console.sell(MEMBER, "6000.00").path("granted"))
                    .as("whatever comes back")
                    .isEmpty();
            console.day("2027-01-01");
            assertThat(console.sell(MEMBER, "6000.00").path("granted")).hasSize(2);
        }
    }

    @Test
    void casualDining() {
        try (var console = ConsoleDriver.selling(store, "casual-dining")) {
            console.sell(MEMBER, "100.00");
            console.day("2026-08-01");
            console.sell("M0003", "100.00");
            console.day("2026-12-08");
            var days = console.dayEnd();
            assertThat(days.who("2026-09-24", "granted"))
                    .as("a week before the birthday")
                    .containsExactly(MEMBER);
            assertThat(days.on("2026-10-08").path("vouchersExpired").asLong()).isEqualTo(1);
            assertThat(days.who("2026-12-06", "granted")).isEmpty();
            assertThat(days.who("2026-12-07", "granted"))
                    .as("180 days after the last visit, or after the store opened")
                    .hasSize(29)
                    .contains(MEMBER)
                    .doesNotContain("M0003");
            assertThat(vouchers(console)).isEqualTo("welcome-back 2027-01-05");
            console.day("2027-02-01");
            assertThat(console.dayEnd().who("2027-01-28", "granted")).containsExactly("M0003");
            assertThat(vouchers(console)).isEmpty();
            console.sell(MEMBER, "100.00");
            console.day("2027-07-31");
            assertThat(vouchers(console)).as("again, when first read").isEqualTo("welcome-back 2027-08-29");
        }
    }

    @Test
    void motherBabyEndsWithTheYearThatTheFeePaid() {
        try (var console = ConsoleDriver.selling(store, "mother-baby")) {
            var no = console.ok("{'do':'enrol','name':'妈','phone':'1380','ground':{'fee':'cash'}}")
                    .path("member")
                    .path("no")
                    .asString();
            console.day("2027-06-10");
            assertThat(console.member(no).path("status").asString()).isEqualTo("active");
            console.day("2027-06-11");
            assertThat(console.code("{'do':'member','no':'" + no + "'}"))
                    .as("no day has ended yet")
                    .isEqualTo("UNKNOWN_MEMBER");
            assertThat(console.member(no).path("status").asString()).isEqualTo("closed");
            assertThat(console.member("M0002").path("status").asString()).isEqualTo("active");
        }
    }

    private static String vouchers(ConsoleDriver console) {
        var texts = new ArrayList<String>();
        console.member(MEMBER)
                .path("vouchers")
                .forEach(each -> texts.add(each.path("type").asString() + " "
                        + each.path("expires").asString()));
        return String.join(", ", texts);
    }

    private static String tierAfter(ConsoleDriver console, String no, String price) {
        return console.sell(no, price).path("tier").asString();
    }

    private static String tier(ConsoleDriver console, String no) {
        return console.member(no).path("tier").asString();
    }
}

package io.huitai.console;

import static io.huitai.console.ConsoleDriver.SUPERVISOR;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// A year and more of the programmes whose cards hold money, figures worked out by hand.
class CardMoneyYearsTest {
    private static final String MEMBER = "M0002";
    private static final String MANAGER = "'approval':{'operator':'3001','pin':'3333'}";

    @TempDir
    private Path store;

    @Test
    void prepaidDining() {
        try (var console = ConsoleDriver.selling(store, "prepaid-dining")) {
            assertThat(recharged(console, "5000.00", "")).isEqualTo("5000.00+500.00");
            bill(console, "food", "2500.00");
            assertThat(console.code("{'do':'tender','type':'stored'}"))
                    .as("below half of the day's 5000.00")
                    .isEqualTo("STORED_LIMIT");
            console.ok("{'do':'tender','type':'stored','amount':'2499.99'}");
            console.ok("{'do':'tender','type':'cash'}");
            assertThat(stored(console)).as("227.27 of it bonus").isEqualTo("2727.28+272.73");
            console.day("2026-06-11");
            var dinner = paid(console, "food", "1000.00");
            assertThat(stored(console)).as("90.90 of it bonus").isEqualTo("1818.18+181.83");
            console.ok("{'do':'refund','receipt':'" + dinner + "','reason':'r'," + SUPERVISOR + "}");
            assertThat(stored(console)).isEqualTo("2727.28+272.73");
            assertThat(console.code("{'do':'report-lost','member':'M0002'}")).isEqualTo("NOT_IN_PROGRAMME");

            console.day("2026-12-10");
            assertThat(recharged(console, "60000.00", ",'bonus':'12'," + MANAGER))
                    .isEqualTo("62727.28+7472.73");
            console.day("2027-06-11");
            console.dayEnd();
            assertThat(stored(console)).as("money has no end").isEqualTo("62727.28+7472.73");
            paid(console, "food", "30000.00");
            assertThat(stored(console)).as("3193.47 of it bonus").isEqualTo("35920.75+4279.26");
            var report = console.ok("{'do':'x-report'}");
            assertThat(report.path("recharges").asString()).isEqualTo("65000.00");
            assertThat(report.path("stored").path("bonus").asString()).isEqualTo("7700.00");
            assertThat(report.path("tenders").path("cash").asString()).isEqualTo("65000.01");
        }
    }

    @Test
    void teaHouse() {
        try (var console = ConsoleDriver.selling(store, "tea-house")) {
            var vip = console.ok(
                            "{'do':'enrol','name':'','phone':'','kind':'vip','ground':{'fee':'cash'},'card':{'uid':'04A1B2C3'}}")
                    .path("member");
            assertThat(vip.path("tier").asString()).isEqualTo("vip");
            assertThat(money(vip)).isEqualTo("500.00+0.00");
            var no = vip.path("no").asString();

            console.ok("{'do':'tap','uid':'04A1B2C3'}");
            console.ok("{'do':'add','sku':'S031','qty':'1'}"); // Pu'er, 298.00
            console.ok("{'do':'add','sku':'L001'}"); // a dish, 46.00
            console.ok("{'do':'tender','type':'stored','amount':'298.00'}");
            assertThat(console.code("{'do':'tender','type':'stored'}"))
                    .as("tea only")
                    .isEqualTo("STORED_LIMIT");
            var sold = console.ok("{'do':'tender','type':'cash'}")
                    .path("receipt")
                    .path("no")
                    .asString();
            assertThat(money(console.member(no))).isEqualTo("202.00+0.00");
            console.ok("{'do':'refund','receipt':'" + sold + "','lines':[{'line':1,'qty':'1'}],'reason':'r',"
                    + SUPERVISOR + "}");
            assertThat(console.member(no).path("stored").path("principal").asString())
                    .as("298.00 × 298 ÷ 344 to the card, the rest in cash")
                    .isEqualTo("460.15");

            console.day("2027-06-11");
            console.dayEnd();
            assertThat(console.code("{'do':'recharge','member':'" + no + "','amount':'0.00','tender':'cash'}"))
                    .isEqualTo("BAD_AMOUNT");
            console.ok("{'do':'recharge','member':'" + no + "','amount':'39.85','tender':'wechat'}");
            console.ok("{'do':'tap','uid':'04A1B2C3'}");
            console.ok("{'do':'add','sku':'S030','qty':'1'}"); // Tieguanyin, 268.00
            console.ok("{'do':'tender','type':'stored'}");
            assertThat(money(console.member(no))).isEqualTo("232.00+0.00");
            assertThat(console.ok("{'do':'close-membership','member':'" + no + "','reason':'r'," + SUPERVISOR + "}")
                            .path("balance")
                            .asString())
                    .as("never cash")
                    .isEqualTo("232.00");
            assertThat(console.ok("{'do':'x-report'}")
                            .path("drawer")
                            .path("expected")
                            .asString())
                    .as("500.00 float, 500.00 the card, 46.00, less the refund's 39.85 in cash")
                    .isEqualTo("1006.15");
        }
    }

    @Test
    void yuexiHotel() {
        try (var console = ConsoleDriver.selling(store, "yuexi-hotel")) {
            console.ok("{'do':'member','no':'M0002'}");
            console.ok("{'do':'add','name':'大床房','category':'room','price':'400.00','qty':'2'}");
            var stay = console.ok("{'do':'tender','type':'cash'}").path("receipt");
            assertThat(stay.path("paid").asString()).isEqualTo("760.00");
            assertThat(stay.path("earned").asLong()).isEqualTo(760);
            var meal = sold(console, "food", "100.00");
            assertThat(meal.path("paid").asString()).isEqualTo("100.00");
            assertThat(meal.path("earned").asLong()).isZero();
            console.ok("{'do':'member','no':'M0002'}");
            assertThat(console.ok("{'do':'redeem-gift','gift':'fruit-plate','qty':'1'}")
                            .path("points")
                            .asLong())
                    .isEqualTo(260);
            assertThat(console.code("{'do':'redeem-gift','gift':'breakfast','qty':'1'}"))
                    .isNotEqualTo("ok");
            console.ok("{'do':'drop-member'}");

            console.ok("{'do':'set-tier','member':'M0002','tier':'gold','reason':'常客'," + SUPERVISOR + "}");
            assertThat(recharged(console, "1000.00", "")).isEqualTo("1000.00+100.00");
            console.ok("{'do':'member','no':'M0002'}");
            console.ok("{'do':'add','name':'大床房','category':'room','price':'400.00'}");
            console.ok("{'do':'add','sku':'K006'}"); // on promotion, 358.00
            var night = console.ok("{'do':'tender','type':'stored'}").path("receipt");
            assertThat(night.path("paid").asString()).as("360.00 + 358.00").isEqualTo("718.00");
            assertThat(night.path("earned").asLong()).isZero();
            assertThat(stored(console)).as("65.27 of it bonus").isEqualTo("347.27+34.73");
            console.ok(
                    "{'do':'refund','receipt':'" + night.path("no").asString() + "','reason':'r'," + SUPERVISOR + "}");
            assertThat(stored(console)).isEqualTo("1000.00+100.00");

            console.day("2027-06-11");
            console.dayEnd();
            assertThat(console.member(MEMBER).path("points").asLong()).isEqualTo(260);
            assertThat(console.member(MEMBER).path("tier").asString()).isEqualTo("gold");
            var lost = console.ok(
                    "{'do':'replace-card','member':'M0002','card':{'uid':'04A1B2C4'},'reason':'lost','tender':'cash'}");
            assertThat(lost.path("fee").asString()).isEqualTo("10.00");
            assertThat(console.code("{'do':'swipe','track2':';9988000000000023=9912?'}"))
                    .isEqualTo("CARD_BLOCKED");
            var back = console.ok("{'do':'return-card','member':'M0002','reason':'r'," + SUPERVISOR + "}");
            assertThat(back.path("balance").asString())
                    .as("goes to a room bill")
                    .isEqualTo("1100.00");
            assertThat(back.path("forfeited").asLong()).isEqualTo(260);
            console.ok("{'do':'member','phone':'19900000002'}");
            console.ok("{'do':'add','name':'大床房','category':'room','price':'400.00'}");
            console.ok("{'do':'tender','type':'stored'}");
            assertThat(stored(console)).as("32.72 of 360.00 bonus").isEqualTo("672.72+67.28");
        }
    }

    @Test
    void autoClub() {
        try (var console = ConsoleDriver.selling(store, "auto-club")) {
            assertThat(sold(console, "service", "200.00").path("earned").asLong())
                    .as("no card of a kind yet")
                    .isZero();
            assertThat(recharged(console, "500.00", "")).isEqualTo("500.00+0.00");
            var wash = sold(console, "service", "300.00");
            assertThat(wash.path("earned").asLong()).isEqualTo(300);
            console.ok("{'do':'attend-event','member':'M0002','event':'春游'}");
            console.ok("{'do':'member','no':'M0002'}");
            console.ok("{'do':'add','name':'汽油','category':'fuel','price':'180.00'}");
            console.ok("{'do':'add','name':'x','category':'food','price':'50.00'}");
            console.ok("{'do':'use','vouchers':[{'type':'fuel100','count':1}]}");
            var filled = console.ok("{'do':'tender','type':'stored'}").path("receipt");
            assertThat(filled.path("paid").asString()).isEqualTo("130.00");
            assertThat(filled.path("points").asLong()).as("300 + 130").isEqualTo(430);
            console.ok(
                    "{'do':'refund','receipt':'" + wash.path("no").asString() + "','reason':'r'," + SUPERVISOR + "}");
            assertThat(console.member(MEMBER).path("points").asLong()).isEqualTo(130);

            console.day("2027-06-11");
            console.dayEnd();
            assertThat(stored(console)).isEqualTo("370.00+0.00");
            console.ok("{'do':'report-lost','member':'M0002'}");
            console.ok("{'do':'replace-card','member':'M0002','card':{'uid':'04A1B2C5'},'reason':'lost'}");
            console.ok("{'do':'tap','uid':'04A1B2C5'}");
            console.ok("{'do':'add','name':'x','category':'food','price':'370.00'}");
            console.ok("{'do':'tender','type':'stored'}");
            assertThat(stored(console)).as("re-issued with its balance").isEqualTo("0.00+0.00");
            console.ok("{'do':'member','no':'M0002'}");
            var gift = console.ok("{'do':'redeem-gift','gift':'car-wash','qty':'1'}");
            assertThat(gift.path("points").asLong()).as("130 + 370 − 300").isEqualTo(200);
            assertThat(gift.path("stock").asLong()).isEqualTo(99);
        }
    }

    private static void bill(ConsoleDriver console, String category, String price) {
        console.ok("{'do':'member','no':'M0002'}");
        console.ok("{'do':'add','name':'x','category':'" + category + "','price':'" + price + "'}");
    }

    private static JsonNode sold(ConsoleDriver console, String category, String price) {
        bill(console, category, price);
        return console.ok("{'do':'tender','type':'cash'}").path("receipt");
    }

    /// The number of a bill that the card paid.
    private static String paid(ConsoleDriver console, String category, String price) {
        bill(console, category, price);
        return console.ok("{'do':'tender','type':'stored'}")
                .path("receipt")
                .path("no")
                .asString();
    }

    /// What is on the card after a recharge.
    private static String recharged(ConsoleDriver console, String amount, String more) {
        console.ok("{'do':'recharge','member':'M0002','amount':'" + amount + "','tender':'cash'" + more + "}");
        return stored(console);
    }

    private static String stored(ConsoleDriver console) {
        return money(console.member(MEMBER));
    }

    private static String money(JsonNode member) {
        return member.path("stored").path("principal").asString() + "+"
                + member.path("stored").path("bonus").asString();
    }
}

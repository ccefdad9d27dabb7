package io.huitai.console;

import static io.huitai.console.ConsoleDriver.SUPERVISOR;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class ConsoleRefundsTest {
    @TempDir
    private Path store;

    private static JsonNode refund(ConsoleDriver console, JsonNode receipt) {
        return console.ok(
                "{'do':'refund','receipt':'" + receipt.path("no").asString() + "','reason':'r'," + SUPERVISOR + "}");
    }

    private static String points(JsonNode refund) {
        return refund.path("points").toString().replace('"', '\'');
    }

    @Test
    void pointsThatExpiredAreGoneAndTheirValueIsTakenOff() {
        try (var console = ConsoleDriver.selling(store, "standard-card", "2026-12-31T12:00:00+08:00")) {
            var receipt = console.sell("M0002", "1000.00");
            console.ok("{'do':'clock','now':'2027-01-01T00:00:00+08:00'}");
            var refund = refund(console, receipt);
            assertThat(points(refund))
                    .isEqualTo("{'takenBack':900,'givenBack':0,'shortfall':900,'shortfallValue':'9.00'}");
            assertThat(refund.path("refunded").get(0).path("amount").asString()).isEqualTo("891.00");
        }
    }

    @Test
    void pointsGivenBackAreBookedBeforeTheShortfallIsJudged() {
        try (var console = ConsoleDriver.selling(store, "standard-card")) {
            console.sell("M0002", "1000.00");
            console.ok("{'do':'member','no':'M0002'}");
            console.ok("{'do':'add','name':'x','category':'food','price':'500.00'}");
            console.ok("{'do':'use','points':'max'}");
            var second = console.ok("{'do':'tender','type':'cash'}").path("receipt");
            assertThat(second.path("points").asLong()).isEqualTo(441);
            assertThat(points(refund(console, second)))
                    .isEqualTo("{'takenBack':441,'givenBack':900,'shortfall':0,'shortfallValue':'0.00'}");
            assertThat(console.member("M0002").path("points").asLong()).isEqualTo(900);
        }
    }

    @Test
    void aStoreWhosePointsAreGoneRefusesTheRefund() {
        try (var console = ConsoleDriver.selling(store, "department-store")) {
            var receipt = console.sell("M0002", "1000.00");
            console.ok("{'do':'member','no':'M0002'}");
            console.ok("{'do':'add','name':'x','category':'food','price':'10.00'}");
            console.ok("{'do':'use','points':1000}");
            console.ok("{'do':'tender','type':'cash'}");
            assertThat(console.code("{'do':'refund','receipt':'"
                            + receipt.path("no").asString() + "','reason':'r'," + SUPERVISOR + "}"))
                    .isEqualTo("POINTS_ALREADY_SPENT");
        }
    }

    /// A bill of a member with 800 points to use, 1.00 of it paid; that of the points' own sale.
    private static String partPaidWithThePointsOf(JsonNode sold, ConsoleDriver console) {
        console.ok("{'do':'member','no':'M0002'}");
        console.ok("{'do':'add','name':'x','category':'food','price':'20.00'}");
        console.ok("{'do':'use','points':800}");
        console.ok("{'do':'tender','type':'cash','amount':'1.00'}");
        return "{'do':'refund','receipt':'" + sold.path("no").asString() + "','reason':'r'," + SUPERVISOR + "}";
    }

    @Test
    void pointsOnAPartPaidBillAreAsGoodAsSpent() {
        try (var console = ConsoleDriver.selling(store, "standard-card")) {
            var refund = console.ok(partPaidWithThePointsOf(console.sell("M0002", "1000.00"), console));
            assertThat(points(refund))
                    .isEqualTo("{'takenBack':900,'givenBack':0,'shortfall':800,'shortfallValue':'8.00'}");
            assertThat(console.member("M0002").path("spendable").asLong()).isZero();
            var receipt = console.ok("{'do':'tender','type':'cash'}").path("receipt");
            assertThat(receipt.path("paid").asString()).isEqualTo("10.00");
            assertThat(receipt.path("points").asLong()).isEqualTo(10);
        }
    }

    @Test
    void voidedTendersFreeThePointsForARefund() {
        try (var console = ConsoleDriver.selling(store, "department-store")) {
            var refund = partPaidWithThePointsOf(console.sell("M0002", "1000.00"), console);
            assertThat(console.code(refund)).isEqualTo("POINTS_ALREADY_SPENT");
            console.ok("{'do':'void-tender'}");
            assertThat(console.code(refund)).isEqualTo("ok");
            assertThat(console.ok("{'do':'bill'}").path("bill").path("due").asString())
                    .isEqualTo("20.00");
        }
    }

    @Test
    void aVoucherOnAPartPaidBillDoesNotLapseWithTheBillThatBroughtIt() throws IOException {
        var programme = store.resolve("bringing.yaml");
        var text = Files.readString(Path.of("assets/programmes/mall.yaml"))
                .replace("id: mall", "id: bringing")
                .replace(
                        "{first-bill: 100.00}, points: 100",
                        "{first-bill: 100.00}, vouchers: [{type: birthday50, count: 1, validity: {days: 30}}]");
        Files.writeString(programme, text);
        try (var console = ConsoleDriver.selling(store.resolve("till"), programme.toString())) {
            var bringing = console.sell("M0002", "200.00");
            assertThat(bringing.path("granted").size()).isEqualTo(1);
            console.ok("{'do':'member','no':'M0002'}");
            console.ok("{'do':'add','name':'x','category':'food','price':'300.00'}");
            console.ok("{'do':'use','vouchers':[{'type':'birthday50'}]}");
            console.ok("{'do':'tender','type':'cash','amount':'1.00'}");
            refund(console, bringing);
            var receipt = console.ok("{'do':'tender','type':'cash'}").path("receipt");
            assertThat(receipt.path("paid").asString()).isEqualTo("235.00");
            assertThat(console.member("M0002").path("vouchers").size()).isZero();
        }
    }

    @Test
    void owedPointsArePaidOffByTheNext() throws IOException {
        try (var console = owing()) {
            var receipt = console.sell("M0002", "1000.00");
            console.ok("{'do':'member','no':'M0002'}");
            console.ok("{'do':'add','name':'x','category':'food','price':'10.00'}");
            console.ok("{'do':'use','points':800}");
            console.ok("{'do':'tender','type':'cash'}");
            var refund = refund(console, receipt);
            assertThat(refund.path("refunded").get(0).path("amount").asString()).isEqualTo("900.00");
            assertThat(points(refund))
                    .isEqualTo("{'takenBack':900,'givenBack':0,'shortfall':799,'shortfallValue':'0.00'}");
            assertThat(console.member("M0002").path("points").asLong()).isEqualTo(-799);
            assertThat(console.sell("M0002", "500.00").path("points").asLong()).isEqualTo(-349);
            assertThat(console.sell("M0002", "500.00").path("points").asLong()).isEqualTo(101);
            assertThat(console.member("M0002").path("spendable").asLong()).isEqualTo(101);
        }
    }

    /// Points are cleared at the year's end there.
    private ConsoleDriver owing() throws IOException {
        var programme = store.resolve("owing.yaml");
        var text = Files.readString(Path.of("assets/programmes/standard-card.yaml"))
                .replace("id: standard-card", "id: owing")
                .replace("  cards: {personal: true}", "  cards: {personal: true}\n  returns: {shortfall: owe}");
        Files.writeString(programme, text);
        return ConsoleDriver.selling(store.resolve("till"), programme.toString());
    }

    @Test
    void owedPointsArePaidOffByThoseGivenBackToo() throws IOException {
        try (var console = owing()) {
            var first = console.sell("M0002", "1000.00"); // 900 points
            console.ok("{'do':'member','no':'M0002'}");
            console.ok("{'do':'add','name':'x','category':'food','price':'200.00'}");
            console.ok("{'do':'use','points':900}");
            var second = console.ok("{'do':'tender','type':'cash'}").path("receipt"); // 171 points
            assertThat(refund(console, first).path("points").path("shortfall").asLong())
                    .isEqualTo(729);
            assertThat(console.member("M0002").path("points").asLong()).isEqualTo(-729);
            assertThat(console.member("M0002").path("spendable").asLong()).isZero();
            assertThat(points(refund(console, second)))
                    .isEqualTo("{'takenBack':171,'givenBack':900,'shortfall':0,'shortfallValue':'0.00'}");
            assertThat(console.member("M0002").path("points").asLong()).isZero();
            assertThat(console.member("M0002").path("lots")).isEmpty();
            console.ok("{'do':'member','no':'M0002'}");
            console.ok("{'do':'add','name':'x','category':'food','price':'100.00'}");
            assertThat(console.ok("{'do':'use','points':100}")
                            .path("bill")
                            .path("refused")
                            .toString())
                    .contains("POINTS_NOT_ENOUGH");
            assertThat(console.ok("{'do':'use','points':'max'}")
                            .path("bill")
                            .path("used")
                            .path("points")
                            .asLong())
                    .isZero();
            console.ok("{'do':'tender','type':'cash'}");
            console.day("2027-01-01");
            assertThat(console.member("M0002").path("points").asLong()).isZero();
        }
    }

    /// The joining pack lies in a single-digit entry, the jade pack in a later one of two digits.
    @Test
    void olderVouchersAreUsedFirstSoThatThoseOfARefundedBillAreLeftToLapse() {
        try (var console = ConsoleDriver.selling(store, "star")) {
            var no = console.ok("{'do':'enrol','name':'星','phone':'13900000001','ground':{'fee':'cash'}}")
                    .path("member")
                    .path("no")
                    .asString();
            var jade = console.sell(no, "300.00");
            assertThat(jade.path("tier").asString()).isEqualTo("jade");
            console.ok("{'do':'member','no':'" + no + "'}");
            console.ok("{'do':'add','name':'x','category':'drink','price':'20.00','qty':'8'}");
            console.ok("{'do':'use','vouchers':[{'type':'bogo','count':4}]}");
            console.ok("{'do':'tender','type':'cash'}");
            refund(console, jade);
            assertThat(console.member(no).path("vouchers"))
                    .as("3 of joining and 1 of the 3 of jade are used, the other 2 have lapsed")
                    .noneMatch(voucher -> voucher.path("type").asString().equals("bogo"));
        }
    }
}

package io.huitai.console;

import static io.huitai.console.ConsoleDriver.SUPERVISOR;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConsoleMembersTest {
    @TempDir
    private Path store;

    @Test
    void aSaleThatEarnsATierLiftsRightAfterItAndNotWithinIt() {
        try (var console = ConsoleDriver.selling(store, "vip-points")) {
            var first = console.sell("M0002", "1052.64");
            assertThat(first.path("paid").asString()).isEqualTo("1000.01");
            assertThat(first.path("tier").asString()).isEqualTo("silver");
            assertThat(first.path("earned").asLong()).isZero();
            var second = console.sell("M0002", "200.00");
            assertThat(second.path("paid").asString()).isEqualTo("180.00");
            assertThat(second.path("earned").asLong()).isEqualTo(1);
            assertThat(console.sell("M0002", "30000.00").path("tier").asString())
                    .isEqualTo("platinum");
        }
    }

    @Test
    void aTierIsKeptOverARefundAndARestart() {
        String receipt;
        try (var console = ConsoleDriver.selling(store, "vip-points")) {
            receipt = console.sell("M0002", "6000.00").path("no").asString();
            console.ok("{'do':'refund','receipt':'" + receipt + "','reason':'r'," + SUPERVISOR + "}");
            assertThat(console.member("M0002").path("tier").asString()).isEqualTo("gold");
            assertThat(console.member("M0002").path("spend").asString()).isEqualTo("0.00");
        }
        try (var console = ConsoleDriver.open(store, "vip-points")) {
            assertThat(console.member("M0002").path("tier").asString()).isEqualTo("gold");
        }
    }

    @Test
    void spendOfMoreThanTwelveMonthsAgoDoesNotLift() {
        try (var console = ConsoleDriver.selling(store, "standard-card")) {
            assertThat(console.sell("M0002", "3000.00").path("tier").asString()).isEqualTo("regular");
            console.ok("{'do':'clock','now':'2027-06-11T12:00:00+08:00'}");
            assertThat(console.sell("M0002", "3000.00").path("tier").asString()).isEqualTo("regular");
            assertThat(console.sell("M0002", "3000.00").path("tier").asString()).isEqualTo("gold");
        }
    }

    @Test
    void pointsOfTheYearLiftAndSpentOnesStillCount() {
        try (var console = ConsoleDriver.selling(store, "department-store")) {
            assertThat(console.sell("M0002", "4999.00").path("tier").asString()).isEqualTo("card");
            console.ok("{'do':'member','no':'M0002'}");
            console.ok("{'do':'add','name':'x','category':'food','price':'50.00'}");
            console.ok("{'do':'use','points':4900}");
            var receipt = console.ok("{'do':'tender','type':'cash'}").path("receipt");
            assertThat(receipt.path("earned").asLong()).isEqualTo(1);
            assertThat(receipt.path("tier").asString()).isEqualTo("silver");
            assertThat(receipt.path("points").asLong()).isEqualTo(100);
        }
    }

    @Test
    void aTierSetByHandStandsUntilTheReview() {
        try (var console = ConsoleDriver.selling(store, "vip-points")) {
            console.ok("{'do':'set-tier','member':'M0002','tier':'regular','reason':'r'," + SUPERVISOR + "}");
            assertThat(console.sell("M0002", "30000.00").path("tier").asString())
                    .isEqualTo("regular");
        }
    }

    @Test
    void aBirthdayVoucherComesOnTheDayOnceAndLivesThirtyDays() {
        try (var console = ConsoleDriver.selling(store, "mall", "2026-09-30T12:00:00+08:00")) {
            assertThat(console.member("M0002").path("vouchers").size()).isZero();
            console.ok("{'do':'clock','now':'2026-10-01T00:00:00+08:00'}");
            var vouchers = console.member("M0002").path("vouchers");
            assertThat(vouchers.toString())
                    .isEqualTo("[{\"type\":\"birthday50\",\"count\":1,\"expires\":\"2026-10-30\"}]");
            console.ok("{'do':'member','no':'M0002'}");
            console.ok("{'do':'add','name':'x','category':'food','price':'300.00'}");
            var bill = console.ok("{'do':'use','vouchers':[{'type':'birthday50','count':1}]}")
                    .path("bill");
            assertThat(bill.path("payable").asString()).isEqualTo("235.00");
            console.ok("{'do':'tender','type':'cash'}");
            assertThat(console.member("M0002").path("vouchers").size()).isZero();
        }
        try (var console = ConsoleDriver.open(store, "mall", "2026-10-20T12:00:00+08:00")) {
            assertThat(console.member("M0002").path("vouchers").size()).isZero();
        }
    }

    @Test
    void aBirthdayBeforeTheStoreBeganBringsNothing() {
        try (var console = ConsoleDriver.open(store, "mall", "2026-10-05T12:00:00+08:00")) {
            assertThat(console.member("M0002").path("vouchers").size()).isZero();
        }
    }

    @Test
    void theBirthdayMonthBringsTheTiersVouchersOnce() {
        try (var console = ConsoleDriver.selling(store, "vip-points", "2026-10-10T12:00:00+08:00")) {
            assertThat(console.member("M0002").path("vouchers").size()).isZero();
            console.ok("{'do':'set-tier','member':'M0002','tier':'silver','reason':'r'," + SUPERVISOR + "}");
            assertThat(console.member("M0002").path("vouchers").toString())
                    .isEqualTo("[{\"type\":\"cleaning\",\"count\":1,\"expires\":\"2026-10-31\"}]");
            console.ok("{'do':'set-tier','member':'M0002','tier':'gold','reason':'r'," + SUPERVISOR + "}");
            assertThat(console.member("M0002").path("vouchers").size()).isEqualTo(1);
        }
    }

    @Test
    void aGroundThatTheProgrammeDoesNotAskForChangesNothing() {
        try (var console = ConsoleDriver.selling(store, "vip-points")) {
            var enrolled = console.ok("{'do':'enrol','name':'新人','phone':'138 0000-0000','ground':{'waived':'x'}}");
            var no = enrolled.path("member").path("no").asString();
            assertThat(console.ok("{'do':'member','phone':'13800000000'}")
                            .path("member")
                            .path("no")
                            .asString())
                    .isEqualTo(no);
            assertThat(console.code("{'do':'enrol','name':'新人','phone':'13800000000'}"))
                    .isEqualTo("DUPLICATE_MEMBER");
            assertThat(console.code("{'do':'enrol','name':' ','phone':'1'}")).isEqualTo("BAD_REQUEST");
        }
    }

    @Test
    void aReceiptAsGroundNeedsTheDocumentWhereTheProgrammeSaysSo() {
        try (var console = ConsoleDriver.selling(store, "department-store")) {
            console.ok("{'do':'add','name':'x','category':'food','price':'200.00'}");
            var receipt = console.ok("{'do':'tender','type':'cash'}")
                    .path("receipt")
                    .path("no")
                    .asString();
            var start = "{'do':'enrol','name':'新人','phone':'1380','ground':{'receipt':'" + receipt + "'}";
            assertThat(console.code(start + "}")).isEqualTo("BAD_REQUEST");
            assertThat(console.code(start + ",'document':{'type':'passport','no':'E1'}}"))
                    .isEqualTo("ok");
            assertThat(console.code("{'do':'enrol','name':'别人','phone':'1381'}"))
                    .isEqualTo("GROUND_REQUIRED");
            assertThat(console.code("{'do':'enrol','name':'别人','phone':'1381','ground':{'waived':'r'}}"))
                    .isEqualTo("APPROVAL_REQUIRED");
        }
    }
}

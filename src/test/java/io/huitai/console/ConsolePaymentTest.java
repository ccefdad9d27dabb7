package io.huitai.console;

import static io.huitai.console.ConsoleDriver.SUPERVISOR;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConsolePaymentTest {
    @TempDir
    private Path store;

    @Test
    void thePriceStandsFromTheFirstTenderOn() {
        try (var console = ConsoleDriver.selling(store, "vip-points")) {
            console.ok("{'do':'member','no':'M0002'}");
            console.ok("{'do':'add','name':'x','category':'food','price':'100.00'}");
            console.ok("{'do':'tender','type':'card','amount':'94.00'}");
            console.ok("{'do':'set-tier','member':'M0002','tier':'platinum','reason':'r'," + SUPERVISOR + "}");
            assertThat(console.ok("{'do':'bill'}").path("bill").path("due").asString())
                    .isEqualTo("1.00");
            var last = console.ok("{'do':'tender','type':'cash'}");
            assertThat(last.path("receipt").path("paid").asString()).isEqualTo("95.00");
            assertThat(last.path("receipt").path("tier").asString()).isEqualTo("platinum");
        }
    }

    @Test
    void thePriceStandsOverARestartWhateverBecameOfTheMember() {
        String before;
        try (var console = ConsoleDriver.selling(store, "vip-points")) {
            console.ok("{'do':'set-tier','member':'M0002','tier':'gold','reason':'r'," + SUPERVISOR + "}");
            var sold = console.sell("M0002", "20000.00");
            console.ok("{'do':'member','no':'M0002'}");
            console.ok("{'do':'add','name':'x','category':'food','price':'100.00'}");
            console.ok("{'do':'add','name':'y','category':'food','price':'90.00','qty':'2'}");
            console.ok("{'do':'use','points':100,'vouchers':[{'type':'cash100','count':2}]}");
            console.ok("{'do':'tender','type':'card','amount':'100.00'}");
            before = console.ok("{'do':'bill'}").toString();
            console.ok("{'do':'set-tier','member':'M0002','tier':'regular','reason':'r'," + SUPERVISOR + "}");
            console.ok(
                    "{'do':'refund','receipt':'" + sold.path("no").asString() + "','reason':'r'," + SUPERVISOR + "}");
            assertThat(console.ok("{'do':'bill'}").toString()).isEqualTo(before);
        }
        try (var console = ConsoleDriver.open(store, "vip-points")) {
            assertThat(console.ok("{'do':'bill'}").toString()).isEqualTo(before);
        }
    }

    @Test
    void voidedTendersOpenTheBillToANewPrice() {
        try (var console = ConsoleDriver.selling(store, "vip-points")) {
            console.ok("{'do':'member','no':'M0002'}");
            console.ok("{'do':'add','name':'x','category':'food','price':'100.00'}");
            console.ok("{'do':'tender','type':'cash','amount':'5.00'}");
            console.ok("{'do':'set-tier','member':'M0002','tier':'platinum','reason':'r'," + SUPERVISOR + "}");
            assertThat(console.code("{'do':'drop-member'}")).isEqualTo("BILL_TENDERED");
            var bill = console.ok("{'do':'void-tender'}").path("bill");
            assertThat(bill.path("due").asString()).isEqualTo("80.00");
            assertThat(console.code("{'do':'drop-member'}")).isEqualTo("ok");
        }
    }

    @Test
    void aPartPaidBillIsAsItWasAfterARestart() {
        String before;
        try (var console = ConsoleDriver.selling(store, "mall")) {
            console.ok("{'do':'add','name':'held','category':'food','price':'7.00'}");
            console.ok("{'do':'hold','label':'甲'}");
            console.ok("{'do':'member','no':'M0002'}");
            console.ok("{'do':'add','name':'x','category':'food','price':'100.00','qty':'2'}");
            console.ok("{'do':'tender','type':'wechat','amount':'60.00','reference':'r'}");
            before = console.ok("{'do':'bill'}").toString();
        }
        try (var console = ConsoleDriver.open(store, "mall")) {
            assertThat(console.ok("{'do':'bill'}").toString()).isEqualTo(before);
            assertThat(console.ok("{'do':'held'}").path("held").size()).isEqualTo(1);
            assertThat(console.code("{'do':'tender','type':'cash'}")).isEqualTo("NOT_SIGNED_IN");
            console.ok("{'do':'sign-in','operator':'1002','pin':'1112'}");
            var done = console.ok("{'do':'tender','type':'cash','amount':'200.00'}");
            assertThat(done.path("change").asString()).isEqualTo("70.00");
            assertThat(done.path("receipt").path("paid").asString()).isEqualTo("190.00");
        }
    }

    @Test
    void aBillOfNothingIsCompletedByCashAlone() {
        try (var console = ConsoleDriver.selling(store, "mall")) {
            assertThat(console.code("{'do':'tender','type':'cash'}")).isEqualTo("BILL_EMPTY");
            console.ok("{'do':'add','name':'free','category':'food','price':'0.00'}");
            assertThat(console.code("{'do':'tender','type':'card'}")).isEqualTo("OVER_TENDERED");
            assertThat(console.ok("{'do':'tender','type':'cash'}")
                            .path("receipt")
                            .path("paid")
                            .asString())
                    .isEqualTo("0.00");
        }
    }

    @Test
    void aBillOfTwoHundredLinesStaysWhole() {
        try (var console = ConsoleDriver.selling(store, "standard-card")) {
            for (var i = 0; i < 199; i++) {
                console.ok("{'do':'add','name':'x','category':'food','price':'1.11'}");
            }
            var bill = console.ok("{'do':'add','name':'x','category':'food','price':'1.11'}")
                    .path("bill");
            assertThat(bill.path("lines").size()).isEqualTo(200);
            assertThat(bill.path("due").asString()).isEqualTo("222.00");
        }
    }
}

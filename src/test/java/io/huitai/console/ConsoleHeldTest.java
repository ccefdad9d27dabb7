package io.huitai.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConsoleHeldTest {
    @TempDir
    private Path store;

    @Test
    void withoutALabelTheBillHeldLastComesBackAfterARestartToo() {
        try (var console = ConsoleDriver.selling(store, "mall")) {
            console.ok("{'do':'add','sku':'L001'}");
            console.ok("{'do':'hold','label':'first opened'}");
            console.ok("{'do':'add','sku':'L002'}");
            console.ok("{'do':'hold','label':'opened later'}");
            console.ok("{'do':'recall','label':'first opened'}");
            console.ok("{'do':'hold','label':'held last'}");
        }
        try (var console = ConsoleDriver.open(store, "mall")) {
            console.ok("{'do':'sign-in','operator':'1001','pin':'1111'}");
            var bill = console.ok("{'do':'recall'}").path("bill");
            assertThat(bill.path("lines").get(0).path("sku").asString()).isEqualTo("L001");
        }
    }

    @Test
    void whatADayBringsIsThereForABillThatWaitedOverMidnight() {
        try (var console = ConsoleDriver.selling(store, "mall", "2026-09-30T23:50:00+08:00")) {
            console.ok("{'do':'member','no':'M0002'}");
            console.ok("{'do':'add','name':'x','category':'food','price':'300.00'}");
            console.ok("{'do':'hold'}");
            console.ok("{'do':'clock','now':'2026-10-01T00:10:00+08:00'}");
            console.ok("{'do':'recall'}");
            var bill = console.ok("{'do':'use','vouchers':[{'type':'birthday50','count':1}]}")
                    .path("bill");
            assertThat(bill.path("refused").size()).as("%s", bill).isZero();
            assertThat(bill.path("payable").asString()).isEqualTo("235.00");
        }
    }
}

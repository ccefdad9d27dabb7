package io.huitai.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A training store's console asks for nothing new, and a voided line comes back.
class ConsoleAloneTest {
    @TempDir
    Path disk;

    @Test
    void aVoidedLineIsPutBackUnderItsNumber() {
        try (var till = ConsoleDriver.selling(disk, "standard-card")) {
            till.ok("{'do':'add','name':'x','category':'food','price':'9.00'}");
            till.ok("{'do':'add','name':'y','category':'food','price':'5.00'}");
            var before = till.ok("{'do':'bill'}").path("bill");
            till.ok("{'do':'void-line','line':1}");
            assertThat(till.ok("{'do':'restore-line','line':1}").path("bill")).isEqualTo(before);
            assertThat(till.code("{'do':'restore-line','line':1}")).isEqualTo("BAD_REQUEST");
            till.ok("{'do':'void-line','line':2,'reason':'点错'}");
            till.ok("{'do':'tender','type':'card','amount':'1.00'}");
            assertThat(till.code("{'do':'restore-line','line':2}")).isEqualTo("BILL_TENDERED");
        }
    }

    @Test
    void aCountThatIsFarOffNeedsNoReason() {
        try (var till = ConsoleDriver.selling(disk, "standard-card")) {
            till.ok("{'do':'cash-in','amount':'99999.00','reason':''}");
            assertThat(till.ok("{'do':'x-report'}")
                            .path("drawer")
                            .path("expected")
                            .isString())
                    .isTrue();
            var closed = till.ok("{'do':'close-shift','counted':{'cash':'0.00'}}");
            assertThat(closed.path("over").path("cash").asString()).startsWith("-");
        }
    }
}

package io.huitai.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What comes back beside refunds.
class ConsoleReturnsTest {
    private static final String MANAGER = "'approval':{'operator':'3001','pin':'3333'}";

    @TempDir
    Path disk;

    @Test
    void goodsWhosePointsAreSpentAreExchangedForTheSameAgain() {
        try (var till = ConsoleDriver.selling(disk, "department-store")) {
            till.sell("M0003", "300.00");
            var receipt = till.sell("M0003", "100.00").path("no").asString();
            till.ok("{'do':'member','no':'M0003'}");
            till.ok("{'do':'add','name':'x','category':'food','price':'9.00'}");
            till.ok("{'do':'use','points':400}");
            till.ok("{'do':'tender','type':'cash'}");
            var refund = "{'do':'refund','receipt':'" + receipt + "','reason':'坏',%s}";
            assertThat(till.code(refund.formatted(ConsoleDriver.SUPERVISOR))).isEqualTo("POINTS_ALREADY_SPENT");
            var before = till.ok("{'do':'x-report'}");
            var exchange = "{'do':'exchange','receipt':'" + receipt + "','reason':'坏',%s}";
            assertThat(till.code(exchange.formatted("'id':1"))).isEqualTo("APPROVAL_REQUIRED");

            var slip = till.ok(exchange.formatted(ConsoleDriver.SUPERVISOR))
                    .path("receipt")
                    .path("no")
                    .asString();

            assertThat(slip).isNotEqualTo(receipt);
            assertThat(till.ok("{'do':'x-report'}")).isEqualTo(before);
            assertThat(till.ok("{'do':'receipt','no':'" + slip + "'}")
                            .path("body")
                            .asString())
                    .contains("换货")
                    .contains(receipt);
        }
    }

    @Test
    void withoutAReceiptAManagerTakesGoodsBack() {
        try (var till = ConsoleDriver.selling(disk, "standard-card")) {
            till.sell("M0003", "300.00");
            var back = "{'do':'take-back','goods':'保温杯 1','amount':'88.00','reason':'无小票',%s}";
            assertThat(till.code(back.formatted(ConsoleDriver.SUPERVISOR))).isEqualTo("APPROVAL_DENIED");

            var slip =
                    till.ok(back.formatted(MANAGER)).path("receipt").path("no").asString();

            var report = till.ok("{'do':'x-report'}");
            assertThat(report.path("refunds").asString()).isEqualTo("88.00");
            assertThat(report.path("drawer").path("expected").asString()).isEqualTo("682.00");
            assertThat(till.ok("{'do':'receipt','no':'" + slip + "'}")
                            .path("body")
                            .asString())
                    .contains("保温杯")
                    .contains("88.00");
            assertThat(till.code("{'do':'refund','receipt':'" + slip + "','reason':'x'," + MANAGER + "}"))
                    .isEqualTo("RETURN_NOT_ALLOWED");
        }
    }
}

package io.huitai.console;

import static io.huitai.console.ConsoleDriver.SUPERVISOR;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConsoleAccountsTest {
    private static final String MANAGER = "'approval':{'operator':'3001','pin':'3333'}";
    private static final String COMPANY = "江南旅行社"; // may owe 3000.00

    @TempDir
    private Path store;

    private static void bill(ConsoleDriver console, String price) {
        console.ok("{'do':'add','name':'x','category':'food','price':'" + price + "'}");
    }

    private static String charge(String more) {
        return "{'do':'tender','type':'account','company':'" + COMPANY + "'" + more + "}";
    }

    private static String settle(String amount) {
        return "{'do':'settle-account','company':'" + COMPANY + "','amount':'" + amount + "','tender':'card'}";
    }

    private static String owed(ConsoleDriver console) {
        var refused = console.ask(settle("99999999.00")).path("error");
        assertThat(refused.path("code").asString()).isEqualTo("OVER_TENDERED");
        return refused.path("message").asString().replaceAll("[^0-9.]", "");
    }

    @Test
    void aCompanyIsChargedUpToItsLimitAndAboveItByAManager() {
        try (var console = ConsoleDriver.selling(store, "corporate-vip")) {
            bill(console, "2000.00");
            assertThat(console.code("{'do':'tender','type':'account'}")).isEqualTo("BAD_REQUEST");
            assertThat(console.code("{'do':'tender','type':'account','company':' '}"))
                    .isEqualTo("BAD_REQUEST");
            assertThat(console.ok(charge("")).path("receipt").path("paid").asString())
                    .isEqualTo("2000.00");
            bill(console, "1000.00");
            console.ok(charge(""));
            bill(console, "0.01");
            var asked = console.ask(charge("")).path("error");
            assertThat(asked.path("code").asString()).isEqualTo("APPROVAL_REQUIRED");
            assertThat(asked.path("needs").asString()).isEqualTo("manager");
            assertThat(console.code(charge("," + SUPERVISOR))).isEqualTo("APPROVAL_DENIED");
            console.ok(charge("," + MANAGER));
            assertThat(owed(console)).isEqualTo("3000.01");
            bill(console, "1.00");
            assertThat(console.code("{'do':'tender','type':'account','company':'没人知道'}"))
                    .isEqualTo("APPROVAL_REQUIRED");
            console.ok("{'do':'tender','type':'account','company':'没人知道'," + MANAGER + "}");
            assertThat(console.ok("{'do':'journal-verify'}").path("intact").asBoolean())
                    .isTrue();
        }
    }

    @Test
    void aCompanyPaysWhatItOwesAndNotMore() {
        try (var console = ConsoleDriver.selling(store, "corporate-vip")) {
            bill(console, "300.00");
            console.ok(charge(""));
            console.ok("{'do':'clock','now':'2026-06-12T12:00:00+08:00'}");
            bill(console, "200.00");
            console.ok(charge(",'reference':'PO 7'"));
            assertThat(console.ok("{'do':'receipt'}").path("body").asString()).contains("挂单位账", "单位 江南旅行社", "签名");
            assertThat(console.ok(settle("350.00")).path("balance").asString()).isEqualTo("150.00");
            assertThat(console.ok("{'do':'receipt'}").path("body").asString())
                    .contains("单位结账", "单位 江南旅行社", "2026-06-10 挂账", "300.00", "2026-06-12 挂账", "50.00", "350.00");
            assertThat(console.code(settle("150.01"))).isEqualTo("OVER_TENDERED");
            assertThat(console.code(
                            "{'do':'settle-account','company':'" + COMPANY + "','amount':'1.00','tender':'account'}"))
                    .isEqualTo("BAD_REQUEST");
            assertThat(console.ok(settle("150.00")).path("balance").asString()).isEqualTo("0.00");
            var report = console.ok("{'do':'x-report'}");
            assertThat(report.path("tenders").path("account").asString()).isEqualTo("500.00");
            assertThat(report.path("tenders").path("card").asString()).isEqualTo("500.00");
        }
    }

    @Test
    void whatIsVoidedOrReturnedIsNoLongerOwed() {
        try (var console = ConsoleDriver.selling(store, "corporate-vip")) {
            bill(console, "100.00");
            console.ok(charge(",'amount':'40.00'"));
            console.ok(charge(",'amount':'10.00'"));
            assertThat(owed(console)).isEqualTo("50.00");
            console.ok("{'do':'void-tender','index':2}");
            assertThat(owed(console)).isEqualTo("40.00");
            console.ok("{'do':'void-bill','reason':'r'," + SUPERVISOR + "}");
            assertThat(owed(console)).isEqualTo("0.00");
            console.ok("{'do':'add','name':'x','category':'food','price':'50.00','qty':'2'}");
            console.ok("{'do':'tender','type':'cash','amount':'25.00'}");
            var no = console.ok(charge("")).path("receipt").path("no").asString();
            assertThat(owed(console)).isEqualTo("75.00");
            console.ok("{'do':'refund','receipt':'" + no + "','lines':[{'line':1,'qty':'1'}],'reason':'r'," + SUPERVISOR
                    + "}");
            assertThat(owed(console)).isEqualTo("37.50");
            console.ok("{'do':'refund','receipt':'" + no + "','reason':'r'," + SUPERVISOR + "}");
            assertThat(owed(console)).isEqualTo("0.00");
        }
    }

    @Test
    void debtsOutliveARestart() {
        try (var console = ConsoleDriver.selling(store, "corporate-vip")) {
            bill(console, "100.00");
            console.ok(charge(",'amount':'60.00'"));
        }
        try (var console = ConsoleDriver.open(store, "corporate-vip")) {
            console.ok("{'do':'sign-in','operator':'1001','pin':'1111'}");
            assertThat(owed(console)).isEqualTo("60.00");
            console.ok("{'do':'void-tender'}");
            assertThat(owed(console)).isEqualTo("0.00");
        }
    }

    @Test
    void onlyAProgrammeOfCompaniesHasAccounts() {
        try (var console = ConsoleDriver.selling(store, "standard-card")) {
            bill(console, "10.00");
            assertThat(console.code(charge(""))).isEqualTo("NOT_IN_PROGRAMME");
            assertThat(console.code(settle("10.00"))).isEqualTo("NOT_IN_PROGRAMME");
        }
    }

    @Test
    void aRoomIsChargedWithItsGuestWhoSigns() {
        try (var console = ConsoleDriver.selling(store, "standard-card")) {
            bill(console, "100.00");
            var room = console.ask("{'do':'tender','type':'room','guest':'张三'}").path("error");
            assertThat(room.path("code").asString()).isEqualTo("BAD_REQUEST");
            assertThat(room.path("message").asString()).contains("room");
            assertThat(console.ask("{'do':'tender','type':'room','room':'8302'}")
                            .path("error")
                            .path("message")
                            .asString())
                    .contains("guest");
            console.ok("{'do':'tender','type':'room','room':'8302','guest':'张三','amount':'60.00'}");
            var receipt = console.ok("{'do':'tender','type':'cash'}")
                    .path("receipt")
                    .path("no")
                    .asString();
            assertThat(console.ok("{'do':'receipt'}").path("body").asString()).contains("挂房账", "房号 8302  客人 张三", "签名");
            var back = console.ok("{'do':'refund','receipt':'" + receipt + "','reason':'r'," + SUPERVISOR + "}");
            assertThat(back.path("refunded").get(0).path("type").asString()).isEqualTo("room");
            assertThat(back.path("refunded").get(0).path("amount").asString()).isEqualTo("60.00");
        }
    }
}

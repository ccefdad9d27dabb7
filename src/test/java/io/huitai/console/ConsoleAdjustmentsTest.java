package io.huitai.console;

import static io.huitai.console.ConsoleDriver.SUPERVISOR;
import static org.assertj.core.api.Assertions.assertThat;

import io.huitai.till.report.Period;
import io.huitai.till.report.ReportKind;
import io.huitai.till.report.Reports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class ConsoleAdjustmentsTest {
    private static final String MANAGER = "'approval':{'operator':'3001','pin':'3333'}";
    private static final String ITEM = "{'do':'add','name':'x','category':'food','price':'100.00'";

    @TempDir
    private Path store;

    private static String due(JsonNode answer) {
        return answer.path("bill").path("due").asString();
    }

    private static String because(JsonNode answer, int line) {
        return answer.path("bill")
                .path("lines")
                .path(line)
                .path("because")
                .toString()
                .replace('"', '\'');
    }

    /// A store whose outlet has settled something for its bills.
    private ConsoleDriver selling(String house) throws IOException {
        ConsoleDriver.open(store, "standard-card").close();
        var settings = store.resolve("settings.yaml");
        var text = Files.readString(settings);
        Files.writeString(settings, text.substring(0, text.indexOf("house:")) + house);
        return ConsoleDriver.selling(store, "standard-card");
    }

    @Test
    void aPriceIsSetByHandWithApprovalOnly() {
        try (var console = ConsoleDriver.selling(store, "standard-card")) {
            console.ok(ITEM + ",'qty':'2'}");
            var override = "{'do':'price-override','line':1,'price':'80.00','reason':'flaw'";
            assertThat(console.code(override + "}")).isEqualTo("APPROVAL_REQUIRED");
            assertThat(console.code(override + ",'approval':{'operator':'1001','pin':'1111'}}"))
                    .isEqualTo("APPROVAL_DENIED");
            var bill = console.ok(override + "," + SUPERVISOR + "}");
            assertThat(due(bill)).isEqualTo("160.00");
            assertThat(bill.path("bill").path("gross").asString()).isEqualTo("160.00");
            assertThat(console.code("{'do':'price-override','line':2,'price':'1.00','reason':'r'," + SUPERVISOR + "}"))
                    .isEqualTo("BAD_REQUEST");
            var receipt = console.ok("{'do':'tender','type':'cash'}").path("receipt");
            assertThat(receipt.path("paid").asString()).isEqualTo("160.00");
            assertThat(console.ok("{'do':'receipt'}").path("body").asString()).contains("100.00", "改价");
            assertThat(console.ok("{'do':'x-report'}").path("overridden").asString())
                    .isEqualTo("40.00");
        }
    }

    @Test
    void aDiscountByHandComesAfterTheProgrammesAndExplainsItself() {
        try (var console = ConsoleDriver.selling(store, "standard-card")) {
            console.ok("{'do':'member','no':'M0002'}");
            console.ok(ITEM + "}");
            console.ok(ITEM + "}");
            var line = "{'do':'discount','line':2,'percent':'10','reason':'complaint'";
            assertThat(console.code(line + "}")).isEqualTo("APPROVAL_REQUIRED");
            var bill = console.ok(line + "," + SUPERVISOR + "}");
            assertThat(because(bill, 1)).endsWith("{'rule':'manual','text':'客诉','amount':'-9.00'}]");
            assertThat(due(bill)).isEqualTo("171.00");
            bill = console.ok("{'do':'discount','amount':'1.00','reason':'老客'," + SUPERVISOR + "}");
            assertThat(due(bill)).isEqualTo("170.00");
            assertThat(bill.path("bill").path("discount").asString()).isEqualTo("30.00");
            assertThat(console.code("{'do':'discount','amount':'900.00','reason':'r'," + MANAGER + "}"))
                    .isEqualTo("BAD_AMOUNT");
            assertThat(due(console.ok("{'do':'discount','line':2,'percent':'0','reason':'r'}")))
                    .isEqualTo("179.00");
            var receipt = console.ok("{'do':'tender','type':'cash'}").path("receipt");
            assertThat(receipt.path("earned").asLong()).isEqualTo(179);
            assertThat(console.ok("{'do':'x-report'}")
                            .path("discounts")
                            .path("manual")
                            .asString())
                    .isEqualTo("1.00");
        }
    }

    @Test
    void aWaiverIsAManagersAndAPaidBillIsClosed() {
        try (var console = ConsoleDriver.selling(store, "standard-card")) {
            console.ok(ITEM + "}");
            var waiver = "{'do':'discount','percent':'100','reason':'免单',";
            assertThat(console.ask(waiver + "'id':1}")
                            .path("error")
                            .path("needs")
                            .asString())
                    .isEqualTo("manager");
            assertThat(console.code(waiver + SUPERVISOR + "}")).isEqualTo("APPROVAL_DENIED");
            assertThat(due(console.ok(waiver + MANAGER + "}"))).isEqualTo("0.00");
            assertThat(due(console.ok("{'do':'discount','percent':'50','reason':'r'," + SUPERVISOR + "}")))
                    .isEqualTo("50.00");
            console.ok("{'do':'tender','type':'cash','amount':'1.00'}");
            assertThat(console.code(waiver + MANAGER + "}")).isEqualTo("BILL_TENDERED");
            assertThat(console.code("{'do':'price-override','line':1,'price':'1.00','reason':'r'," + MANAGER + "}"))
                    .isEqualTo("BILL_TENDERED");
        }
    }

    @Test
    void aRoleGoesAsFarAsItsLimitAndNoFurtherWhenTheBillShrinks() throws IOException {
        try (var console = selling("house: {limits: {cashier: {discount: '0.05', rounding: '0.50'},"
                + " supervisor: {discount: '0.30', rounding: '9.99'}}}\n")) {
            console.ok(ITEM + "}");
            console.ok(ITEM + "}");
            assertThat(due(console.ok("{'do':'discount','amount':'10.00','reason':'regular'}")))
                    .isEqualTo("190.00");
            assertThat(console.code("{'do':'discount','line':1,'percent':'1','reason':'regular'}"))
                    .isEqualTo("APPROVAL_REQUIRED");
            assertThat(console.code("{'do':'discount','percent':'5','reason':'staff'}"))
                    .isEqualTo("APPROVAL_REQUIRED");
            assertThat(due(console.ok("{'do':'void-line','line':1}"))).isEqualTo("95.00");
            console.ok("{'do':'sign-in','operator':'2001','pin':'2222'}");
            assertThat(due(console.ok("{'do':'discount','percent':'30','reason':'regular'}")))
                    .isEqualTo("70.00");
            assertThat(console.code("{'do':'discount','percent':'31','reason':'regular'," + SUPERVISOR + "}"))
                    .isEqualTo("APPROVAL_DENIED");
        }
    }

    @Test
    void whatIsChangedByHandOutlivesRestartAndHold() {
        try (var console = ConsoleDriver.selling(store, "standard-card")) {
            console.ok(ITEM + "}");
            console.ok("{'do':'price-override','line':1,'price':'90.00','reason':'r'," + SUPERVISOR + "}");
            console.ok("{'do':'discount','percent':'10','reason':'r'," + SUPERVISOR + "}");
            console.ok("{'do':'discount','rounding':'0.50'," + SUPERVISOR + "}");
            console.ok("{'do':'hold','label':'a'}");
        }
        try (var console = ConsoleDriver.open(store, "standard-card")) {
            console.ok("{'do':'sign-in','operator':'1001','pin':'1111'}");
            var bill = console.ok("{'do':'recall','label':'a'}");
            assertThat(due(bill)).isEqualTo("80.50");
            assertThat(bill.path("bill").path("rounding").toString())
                    .isEqualTo("{\"rule\":\"rounding\",\"text\":\"抹零\",\"amount\":\"-0.50\"}");
        }
    }

    @Test
    void theOutletPutsItsChargesOnTheBillAndDropsTheOddFen() throws IOException {
        var house = """
                house:
                  rounding: {unit: fen, way: down}
                  charges:
                  - {id: service, name: {zh: 服务费, en: Service}, kind: service, rate: "0.10", where: [V]}
                  - {id: tea, name: {zh: 茶位费, en: Tea}, kind: cover, amount: "5.00", discountable: true}
                  - {id: room-minimum, name: {zh: 包间最低消费, en: Minimum}, kind: minimum, amount: "300.00", where: [V]}
                """;
        String no;
        try (var console = selling(house)) {
            console.ok("{'do':'member','no':'M0002'}");
            console.ok("{'do':'add','name':'x','category':'food','price':'99.99'}");
            assertThat(due(console.ok("{'do':'bill'}"))).isEqualTo("89.90"); // 99.99 at 9折, less 0.09
            var bill = console.ok("{'do':'service','room':'V8','adults':3}").path("bill");
            var lines = bill.path("lines");
            assertThat(lines.path(1).path("line").asInt()).isEqualTo(9002);
            assertThat(lines.path(1).path("gross").asString()).isEqualTo("15.00");
            assertThat(lines.path(2).path("net").asString()).isEqualTo("9.00");
            assertThat(lines.path(3).path("net").asString()).isEqualTo("210.01");
            assertThat(console.code("{'do':'void-line','line':9003}")).isEqualTo("BAD_REQUEST");
            assertThat(console.code("{'do':'void-line','line':9003,'reason':'生日'}"))
                    .isEqualTo("APPROVAL_REQUIRED");
            assertThat(console.code("{'do':'set-qty','line':9003,'qty':'2'}")).isEqualTo("BAD_REQUEST");
            console.ok("{'do':'void-line','line':9003,'reason':'生日'," + SUPERVISOR + "}");
            console.ok("{'do':'tender','type':'card','amount':'50.00'}");
        }
        Files.writeString(
                store.resolve("settings.yaml"),
                Files.readString(store.resolve("settings.yaml")).replace("0.10", "0.20"));
        try (var console = ConsoleDriver.open(store, "standard-card")) {
            console.ok("{'do':'sign-in','operator':'1001','pin':'1111'}");
            var receipt = console.ok("{'do':'tender','type':'cash'}").path("receipt");
            no = receipt.path("no").asString();
            assertThat(receipt.path("paid").asString()).isEqualTo("112.40"); // 89.99 + 13.50 + 9.00 = 112.49
            assertThat(receipt.path("earned").asLong()).isEqualTo(103);
            var report = console.ok("{'do':'x-report'}");
            assertThat(report.path("sales").asString()).isEqualTo("112.40");
            assertThat(report.path("discounts").path("rounding").asString()).isEqualTo("0.09");
            assertThat(report.path("charges").path("service").asString()).isEqualTo("9.00");
            console.ok("{'do':'reverse-points','member':'M0003','points':777,'reason':'补'," + SUPERVISOR + "}");
            var text = console.ok("{'do':'receipt'}").path("body").asString();
            assertThat(text).contains("桌号 V8", "3 人", "茶位费", "服务费", "抹零");
        }
        assertThat(Reports.of(store).read(ReportKind.EXCEPTIONS, Period.ALL, () -> true))
                .as("what each exception cost")
                .asString()
                .contains("210.01", "7.77");
        try (var console = ConsoleDriver.open(store, "standard-card")) {
            console.ok("{'do':'sign-in','operator':'1001','pin':'1111'}");
            var refund = "{'do':'refund','receipt':'" + no + "','reason':'r'," + SUPERVISOR;
            var back = 0L;
            for (var lines : new String[] {"{'line':9001,'qty':'1'}", "{'line':9002,'qty':'2'}", ""}) {
                var answer = console.ok(refund + (lines.isEmpty() ? "}" : ",'lines':[" + lines + "]}"));
                for (var each : answer.path("refunded")) {
                    back += Long.parseLong(each.path("amount").asString().replace(".", ""));
                }
            }
            assertThat(back).isEqualTo(11_240);
            var member = console.member("M0002");
            assertThat(member.path("points").asLong()).isZero();
            assertThat(member.path("spend").asString()).isEqualTo("0.00");
        }
    }

    @Test
    void halfUpRoundingMayAddAndSettingsThatAreWrongAreNamed() throws IOException {
        try (var console = selling("house: {rounding: {unit: jiao, way: half-up}}\n")) {
            assertThat(due(console.ok("{'do':'add','name':'x','category':'food','price':'10.50'}")))
                    .isEqualTo("11.00");
            assertThat(due(console.ok("{'do':'add','name':'x','category':'food','price':'0.90'}")))
                    .isEqualTo("11.00");
        }
    }
}

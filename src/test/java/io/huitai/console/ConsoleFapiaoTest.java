package io.huitai.console;

import static io.huitai.console.ConsoleDriver.SUPERVISOR;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ConsoleFapiaoTest {
    private static final String BUYER = "'title':'上海某某有限公司','taxNumber':'91310000MA1FL0000N'";

    @TempDir
    private Path store;

    private JsonNode file(String receipt) throws IOException {
        return new JsonMapper()
                .readTree(Files.readString(store.resolve("fapiao").resolve(receipt + ".json")));
    }

    private static String rows(JsonNode of) {
        return of.path("rows").toString().replace('"', '\'');
    }

    @Test
    void whatWasPaidInMoneyIsInvoicedByTaxRateAndARefundMakesTheRedOne() throws IOException {
        String no;
        try (var console = ConsoleDriver.selling(store, "standard-card")) {
            console.sell("M0002", "1000.00");
            console.ok("{'do':'member','no':'M0002'}");
            console.ok("{'do':'add','sku':'J041','qty':'10'}"); // 70.00 at 0.13
            console.ok("{'do':'add','name':'x','category':'food','price':'100.00'}");
            console.ok("{'do':'use','points':900}");
            console.ok("{'do':'tender','type':'card','amount':'100.00'}");
            no = console.ok("{'do':'tender','type':'cash'}")
                    .path("receipt")
                    .path("no")
                    .asString();
            assertThat(console.code("{'do':'fapiao','title':' '}")).isEqualTo("BAD_REQUEST");
            var blue = console.ok("{'do':'fapiao'," + BUYER + "}");
            assertThat(blue.path("amount").asString()).isEqualTo("144.00"); // 153.00 less 9.00 of points
            assertThat(rows(blue))
                    .isEqualTo("[{'rate':'0.06','amount':'84.71','tax':'4.79'},"
                            + "{'rate':'0.13','amount':'59.29','tax':'6.82'}]");
            assertThat(rows(file(no))).isEqualTo(rows(blue));
            assertThat(console.code("{'do':'fapiao','title':'别人'}")).isEqualTo("BAD_REQUEST");
            Files.delete(store.resolve("fapiao").resolve(no + ".json"));
            assertThat(rows(console.ok("{'do':'fapiao'," + BUYER + "}"))).isEqualTo(rows(blue));
            assertThat(file(no).path("red").booleanValue()).isFalse();
        }
        Files.delete(store.resolve("store.mv.db")); // the journal tells it again
        try (var console = ConsoleDriver.open(store, "standard-card")) {
            console.ok("{'do':'sign-in','operator':'1001','pin':'1111'}");
            var refund = "{'do':'refund','receipt':'" + no + "','reason':'r'," + SUPERVISOR;
            var half = console.ok(refund + ",'lines':[{'line':1,'qty':'5'}]}");
            var red = file(half.path("receipt").path("no").asString());
            assertThat(red.path("of").asString()).isEqualTo(no);
            assertThat(rows(red)).isEqualTo("[{'rate':'0.13','amount':'-29.64','tax':'-3.41'}]");
            var rest = console.ok(refund + "}");
            var last = file(rest.path("receipt").path("no").asString());
            assertThat(last.path("amount").asString()).isEqualTo("-114.36");
            assertThat(rows(last)).contains("'-84.71'", "'-29.65'", "'-4.79'");
            var taxes = console.ok("{'do':'x-report'}").path("taxes");
            assertThat(taxes.path("0.13").asString()).isEqualTo("0.00");
        }
    }

    @Test
    void aRechargeIsInvoicedOnceAndWhatItPaysIsNot() {
        try (var console = ConsoleDriver.selling(store, "prepaid-dining")) {
            console.ok("{'do':'recharge','member':'M0002','amount':'5000.00','tender':'card'}");
            var invoice = console.ok("{'do':'fapiao'," + BUYER + "}");
            assertThat(invoice.path("amount").asString()).isEqualTo("5000.00");
            assertThat(rows(invoice)).isEqualTo("[{'rate':'0','amount':'5000.00','tax':'0.00'}]");
            assertThat(rows(console.ok("{'do':'fapiao'," + BUYER + "}"))).isEqualTo(rows(invoice));
            console.ok("{'do':'member','no':'M0002'}");
            console.ok("{'do':'add','name':'x','category':'food','price':'1000.00'}");
            console.ok("{'do':'tender','type':'stored'}");
            assertThat(console.code("{'do':'fapiao'," + BUYER + "}")).isEqualTo("BAD_AMOUNT");
        }
    }

    @Test
    void elsewhereTheGuestsOwnMoneyOnTheCardIsInvoicedWhereItPaysAndTheBonusNever() throws IOException {
        try (var console = ConsoleDriver.selling(store, "yuexi-hotel")) {
            console.ok("{'do':'set-tier','member':'M0002','tier':'gold','reason':'r'," + SUPERVISOR + "}");
            console.ok("{'do':'recharge','member':'M0002','amount':'1000.00','tender':'card'}"); // and 100.00
            assertThat(console.code("{'do':'fapiao'," + BUYER + "}")).isEqualTo("BAD_AMOUNT");
            console.ok("{'do':'member','no':'M0002'}");
            console.ok("{'do':'add','name':'x','category':'food','price':'110.00','qty':'2'}");
            console.ok("{'do':'tender','type':'stored','amount':'110.00'}"); // 10.00 of it bonus
            var no = console.ok("{'do':'tender','type':'cash'}")
                    .path("receipt")
                    .path("no")
                    .asString();
            var blue = console.ok("{'do':'fapiao'," + BUYER + "}");
            assertThat(blue.path("amount").asString()).isEqualTo("210.00");
            var refund = "{'do':'refund','receipt':'" + no + "','reason':'r'," + SUPERVISOR;
            var half = console.ok(refund + ",'lines':[{'line':1,'qty':'1'}]}"); // 55.00 each, 5.00 of it bonus
            assertThat(file(half.path("receipt").path("no").asString())
                            .path("amount")
                            .asString())
                    .isEqualTo("-105.00");
            var rest = console.ok(refund + "}");
            assertThat(file(rest.path("receipt").path("no").asString())
                            .path("amount")
                            .asString())
                    .isEqualTo("-105.00");
        }
    }

    @Test
    void theTableSeesItsBillBeforeItPays() {
        try (var console = ConsoleDriver.selling(store, "standard-card")) {
            assertThat(console.code("{'do':'pre-bill'}")).isEqualTo("BILL_EMPTY");
            console.ok("{'do':'service','table':'A8','adults':4}");
            console.ok("{'do':'add','sku':'Z005','modifiers':['egg']}");
            console.ok("{'do':'discount','percent':'10','reason':'regular'," + SUPERVISOR + "}");
            assertThat(console.ok("{'do':'pre-bill'}").path("body").asString())
                    .contains("预结单", "不是收据", "A8", "4 人", "牛肉面", "加蛋", "老客户", "-4.00", "36.00");
        }
    }
}

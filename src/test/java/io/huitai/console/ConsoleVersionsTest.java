package io.huitai.console;

import static io.huitai.console.ConsoleDriver.SUPERVISOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.huitai.journal.log.SystemDisk;
import io.huitai.shop.Lang;
import io.huitai.till.past.NewVersion;
import io.huitai.till.refusal.ErrorCode;
import io.huitai.till.refusal.Refusal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The standard card gives its regular members 10 % off; its second version, from 11 June on, 20 % and double points.
class ConsoleVersionsTest {
    private static final String MIDNIGHT = "{'do':'clock','now':'2026-06-11T00:00:00+08:00'}";

    @TempDir
    private Path store;

    private Path first() {
        return store.resolve("programmes").resolve("standard-card.yaml");
    }

    private byte[] second() throws IOException {
        return Files.readString(first())
                .replace("version: 1", "version: 2")
                .replace("2026-01-01", "2026-06-11")
                .replace("rate: 0.90", "rate: 0.80")
                .replace("points: 1}", "points: 2}")
                .getBytes(StandardCharsets.UTF_8);
    }

    private void install() throws IOException {
        NewVersion.install(store, "standard-card-2.yaml", second(), new SystemDisk());
    }

    private static void bill(ConsoleDriver console) {
        console.ok("{'do':'member','no':'M0002'}");
        console.ok("{'do':'add','name':'x','category':'food','price':'50.00','qty':'2'}");
    }

    private static String due(ConsoleDriver console) {
        return console.ok("{'do':'bill'}").path("bill").path("due").asString();
    }

    @Test
    void aNewVersionTakesOverAtItsMomentWhileABillIsOpen() throws IOException {
        try (var console = ConsoleDriver.selling(store, "standard-card")) {
            bill(console);
            install();
            assertThat(due(console)).isEqualTo("90.00");
            console.ok("{'do':'clock','now':'2026-06-10T23:59:59.999+08:00'}");
            assertThat(due(console)).isEqualTo("90.00");
            console.ok(MIDNIGHT);
            assertThat(due(console)).isEqualTo("80.00");
            var receipt = console.ok("{'do':'tender','type':'cash'}").path("receipt");
            assertThat(receipt.path("earned").asLong()).isEqualTo(160);
        }
    }

    @Test
    void aPartPaidBillKeepsItsVersionOverMidnightAndARestart() throws IOException {
        try (var console = ConsoleDriver.selling(store, "standard-card")) {
            bill(console);
            console.ok("{'do':'tender','type':'cash','amount':'10.00'}");
            install();
            console.ok(MIDNIGHT);
            assertThat(due(console)).isEqualTo("80.00");
        }
        Files.delete(store.resolve("store.mv.db"));
        try (var console = ConsoleDriver.open(store, "standard-card", "2026-06-11T00:00:00+08:00")) {
            console.ok("{'do':'sign-in','operator':'1001','pin':'1111'}");
            assertThat(due(console)).isEqualTo("80.00");
            var receipt = console.ok("{'do':'tender','type':'cash'}").path("receipt");
            assertThat(receipt.path("paid").asString()).isEqualTo("90.00");
            assertThat(receipt.path("earned").asLong()).isEqualTo(90);
            assertThat(console.sell("M0002", "100.00").path("paid").asString()).isEqualTo("80.00");
        }
    }

    private static String refundOne(String receipt) {
        return "{'do':'refund','receipt':'" + receipt + "','lines':[{'line':1,'qty':'1'}],'reason':'r'," + SUPERVISOR
                + "}";
    }

    private String soldUnderTheFirst(ConsoleDriver console) throws IOException {
        bill(console);
        var sold = console.ok("{'do':'tender','type':'cash'}")
                .path("receipt")
                .path("no")
                .asString();
        install();
        console.ok(MIDNIGHT);
        return sold;
    }

    @Test
    void aRefundIsJudgedByTheVersionOfTheSale() throws IOException {
        try (var console = ConsoleDriver.selling(store, "standard-card")) {
            var refund = console.ok(refundOne(soldUnderTheFirst(console)));
            assertThat(refund.path("points").path("takenBack").asLong()).isEqualTo(45);
        }
    }

    @Test
    void aRefundIsRefusedWhenTheVersionOfTheSaleIsGone() throws IOException {
        String sold;
        try (var console = ConsoleDriver.selling(store, "standard-card")) {
            sold = soldUnderTheFirst(console);
        }
        Files.delete(first());
        try (var console = ConsoleDriver.open(store, "standard-card", "2026-06-11T00:00:00+08:00")) {
            console.ok("{'do':'sign-in','operator':'1001','pin':'1111'}");
            assertThat(console.code(refundOne(sold))).isEqualTo("BAD_FILE");
            assertThat(console.sell("M0002", "100.00").path("paid").asString()).isEqualTo("80.00");
        }
    }

    @Test
    void twoFilesOfOneVersionThatDifferAreRefusedAtTheStart() throws IOException {
        ConsoleDriver.selling(store, "standard-card").close();
        Files.writeString(
                store.resolve("programmes").resolve("standard-card-1.yaml"),
                Files.readString(first()).replace("rate: 0.90", "rate: 0.70"));
        assertThatThrownBy(() -> ConsoleDriver.open(store, "standard-card").close())
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.BAD_FILE))
                .extracting(refused -> ((Refusal) refused).text(Lang.EN))
                .asString()
                .contains("standard-card.yaml: another file says something else under version 1");
    }

    @Test
    void aRunningTillSellsOnWhenAFileCannotBeUsed() throws IOException {
        try (var console = ConsoleDriver.selling(store, "standard-card")) {
            Files.writeString(store.resolve("programmes").resolve("standard-card-2.yaml"), "id: standard-card\n");
            assertThat(console.sell("M0002", "100.00").path("paid").asString()).isEqualTo("90.00");
        }
    }
}

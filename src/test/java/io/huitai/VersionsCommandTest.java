package io.huitai;

import static org.assertj.core.api.Assertions.assertThat;

import io.huitai.console.ConsoleDriver;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `programme install`, `programme simulate` and `quote --receipt` on a training store whose till is running, on 10
/// June.
class VersionsCommandTest {
    private static final String TRIED = "standard-card-2.yaml";

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private Path store() {
        return folder.resolve("store");
    }

    private Path first() {
        return store().resolve("programmes").resolve("standard-card.yaml");
    }

    private Path second(String from) throws IOException {
        return Files.writeString(
                folder.resolve(TRIED),
                Files.readString(first())
                        .replace("version: 1", "version: 2")
                        .replace("2026-01-01", from)
                        .replace("rate: 0.90", "rate: 0.80"));
    }

    private int programme(String... arguments) {
        out.reset();
        return new CommandLine(new ProgrammeCommand(out)).execute(arguments);
    }

    private int install(Path file) {
        return programme("install", "--lang", "en", "--store", store().toString(), file.toString());
    }

    private int quote(String receipt) {
        out.reset();
        err.reset();
        var command = new QuoteCommand(new ByteArrayInputStream(new byte[0]), out, err);
        return new CommandLine(command).execute("--store", store().toString(), "--receipt", receipt);
    }

    private String said() {
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void aNewVersionIsInstalledBesideARunningTillOnce() throws IOException {
        try (var console = ConsoleDriver.selling(store(), "standard-card")) {
            assertThat(install(second("2026-06-11"))).isZero();
            assertThat(said()).endsWith("standard-card version 2 is in the store and applies from 2026-06-11\n");
            assertThat(install(second("2026-06-12"))).isEqualTo(1);
            assertThat(said()).endsWith(TRIED + ": its version 2 is not above the last, 2\n");
            console.ok("{'do':'clock','now':'2026-06-11T00:00:00+08:00'}");
            assertThat(console.sell("M0002", "100.00").path("paid").asString()).isEqualTo("80.00");
        }
    }

    @Test
    void aVersionThatWouldJudgeWhatHasHappenedIsNotInstalled() throws IOException {
        ConsoleDriver.selling(store(), "standard-card").close();
        assertThat(install(second("2026-06-10"))).isEqualTo(1);
        assertThat(said()).contains("the till has worked until 2026-06-10");
        assertThat(store().resolve("programmes").resolve(TRIED)).doesNotExist();
    }

    @Test
    void aFileThatIsNoProgrammeIsNotInstalled() throws IOException {
        ConsoleDriver.selling(store(), "standard-card").close();
        assertThat(install(Files.writeString(folder.resolve(TRIED), "id: standard-card\n")))
                .isEqualTo(1);
        assertThat(said()).contains(TRIED + ":1:1: found no");
    }

    /// A bill of a gold-to-be member with points used, and one of a walk-in.
    private static List<String> sellTwo(ConsoleDriver console) {
        console.sell("M0002", "1000.00"); // 900 points
        console.ok("{'do':'member','no':'M0002'}");
        console.ok("{'do':'add','name':'x','category':'food','price':'50.00','qty':'2'}");
        console.ok("{'do':'use','points':'max'}");
        var withPoints = console.ok("{'do':'tender','type':'cash'}").path("receipt");
        console.ok("{'do':'add','name':'y','category':'drink','price':'8.00'}");
        var walkIn = console.ok("{'do':'tender','type':'cash'}").path("receipt");
        return List.of(withPoints.path("no").asString(), walkIn.path("no").asString());
    }

    @Test
    void aSaleIsPricedAgainByItsOwnVersion() throws IOException {
        try (var console = ConsoleDriver.selling(store(), "standard-card")) {
            var receipts = sellTwo(console);
            assertThat(install(second("2026-06-11"))).isZero();
            console.ok("{'do':'clock','now':'2026-06-11T00:00:00+08:00'}");
            assertThat(quote(receipts.getFirst())).isZero();
            JsonNode quote = new JsonMapper().readTree(said());
            assertThat(quote.path("payable").asString()).isEqualTo("81.00");
            assertThat(quote.path("used").path("points").asLong()).isEqualTo(900);
            assertThat(quote.path("earn").path("points").asLong()).isEqualTo(81);
            assertThat(quote(receipts.getLast())).isZero();
            assertThat(quote("S001-T1-999999")).isEqualTo(2);
            assertThat(said()).isEmpty();
            assertThat(err.toString(StandardCharsets.UTF_8)).startsWith("UNKNOWN_RECEIPT");
        }
    }

    @Test
    void pastBillsArePricedUnderAnotherProgramme() throws IOException {
        try (var console = ConsoleDriver.selling(store(), "standard-card")) {
            sellTwo(console);
            var csv = folder.resolve("figures.csv");
            var tried = second("2026-06-11").toString();
            var options = new String[] {
                "simulate", "--lang", "en", "--store", store().toString(), "--programme", tried, "--csv", csv.toString()
            };
            assertThat(programme(options)).isZero();
            // 1000 -> 900, 100 -> 90 - 9, 8; tried 800, 80 - 9, 8
            assertThat(Files.readAllLines(csv))
                    .contains(
                            "all,,bills,3,3,0",
                            "all,,gross,1108.00,1108.00,0.00",
                            "all,,discount,110.00,220.00,110.00",
                            "all,,points-value,9.00,9.00,0.00",
                            "all,,payable,989.00,879.00,-110.00",
                            "all,,points,981,871,-110",
                            "all,,liability,9.81,8.71,-1.10",
                            "tier,walk-in,payable,8.00,8.00,0.00",
                            "rule,tier-regular,taken,110.00,220.00,110.00");
            assertThat(said())
                    .contains("All bills", "Regular member (regular)", "Walk-ins", "Not simulated:")
                    .containsPattern("\n  payable +989\\.00 +879\\.00 +-110\\.00\n");
        }
    }

    @Test
    void onlyBillsOfTheDaysAskedForArePriced() throws IOException {
        try (var console = ConsoleDriver.selling(store(), "standard-card")) {
            sellTwo(console);
            var csv = folder.resolve("figures.csv").toString();
            var tried = second("2026-06-11").toString();
            var store = store().toString();
            var from = "2026-06-11";
            assertThat(programme("simulate", "--store", store, "--programme", tried, "--from", from, "--csv", csv))
                    .isZero();
            assertThat(Files.readString(Path.of(csv))).contains("all,,bills,0,0,0");
            assertThat(said()).contains("全部账单", "未模拟：");
        }
    }
}

package io.huitai;

import static org.assertj.core.api.Assertions.assertThat;

import io.huitai.device.decode.Chips;
import io.huitai.device.decode.NoPans;
import io.huitai.device.driver.CardDaemon;
import io.huitai.device.driver.SerialCable;
import io.huitai.device.driver.VirtualCard;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// `huitai device` from the packaged folder, with a serial reader and a contactless one as real as this machine can
/// have them.
@Timeout(120)
class DeviceCommandIT {
    private static final String BANK_CARD = "%B4111111111111111^A/B^2912201?;4111111111111111=2912201?\r";

    @TempDir
    private Path store;

    private SerialCable cable;
    private CardDaemon daemon;

    @BeforeEach
    void plugIn() throws IOException, InterruptedException {
        cable = new SerialCable(store);
        daemon = new CardDaemon(store);
        Files.writeString(store.resolve("settings.yaml"), """
                store: S001
                till: T1
                name: 会台酒店
                kind: restaurant
                programme: standard-card
                training: true
                zone: Asia/Shanghai
                lang: zh
                printer: screen
                paper: 48
                readers:
                - {name: counter, kind: magstripe, port: "serial:%s@9600"}
                - {name: desk, kind: nfc, port: pcsc}
                """.formatted(cable.port()));
    }

    @AfterEach
    void pullOut() throws IOException {
        cable.close();
        daemon.close();
    }

    @Test
    void listTellsWhatAnswersAndWhatDoesNot() throws Exception {
        var listed = new Told("list", "--lang", "en");
        assertThat(listed.all())
                .contains("contactless  pcsc:Virtual PCD 00 00")
                .contains("named  counter  magstripe  serial:" + cable.port() + "@9600  Connected")
                .contains("named  desk  contactless  pcsc  Connected");
        assertThat(listed.exit()).isZero();
        cable.pullOut();
        daemon.kill();
        var without = new Told("list", "--lang", "en");
        assertThat(without.all())
                .contains("The card service (PC/SC) does not run")
                .contains("Not connected: check the plug");
        assertThat(without.exit()).isEqualTo(1);
    }

    @Test
    void aCardIsSwipedAndOneIsTapped() throws Exception {
        var swiped = new Told("test", "--lang", "en", "counter");
        swiped.until("Swipe, scan or tap now");
        cable.send("%B9988000000000015^ZHANG^2912101?;9988000000000015=2912101?\r");
        assertThat(swiped.all()).contains("counter: Member card ****0015");
        assertThat(swiped.exit()).isZero();

        var tapped = new Told("test", "--lang", "en", "desk");
        tapped.until("Swipe, scan or tap now");
        try (var _ = VirtualCard.storage(CardDaemon.FIRST_READER, Chips.type2("04A1B2C3D4E5F6", Chips.text("M0001")))) {
            assertThat(tapped.all()).contains("desk: Contactless card ****E5F6");
        }
        assertThat(tapped.exit()).isZero();
    }

    @Test
    void aBankCardLeavesNoTrace() throws Exception {
        var swiped = new Told("test", "--lang", "en", "counter");
        swiped.until("Swipe, scan or tap now");
        cable.send(BANK_CARD);
        assertThat(swiped.all()).contains("A bank card: refused, not kept");
        NoPans.assertClean(swiped.all());
        try (var files = Files.walk(store.resolve("logs"))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                NoPans.assertClean(Files.readString(file));
            }
        }
    }

    /// What the command says, on both its outputs.
    private final class Told {
        private final Process process;
        private final BufferedReader out;
        private final List<String> lines = new ArrayList<>();

        Told(String... words) throws IOException {
            var huitai = Path.of(System.getProperty("huitai.folder"), "bin", "huitai");
            var command = new ArrayList<>(List.of(huitai.toString(), "device"));
            command.addAll(List.of(words));
            command.addAll(List.of("--store", store.toString()));
            process = new ProcessBuilder(command).redirectErrorStream(true).start();
            out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        }

        void until(String words) throws IOException {
            for (var line = out.readLine(); line != null; line = out.readLine()) {
                lines.add(line);
                if (line.contains(words)) {
                    return;
                }
            }
            throw new AssertionError("Not said: " + words + "; but " + lines);
        }

        String all() {
            out.lines().forEach(lines::add);
            return String.join("\n", lines);
        }

        int exit() throws InterruptedException {
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            return process.exitValue();
        }
    }
}

package io.huitai.console;

import static io.huitai.console.ConsoleDriver.SUPERVISOR;
import static org.assertj.core.api.Assertions.assertThat;

import io.huitai.device.decode.NoPans;
import io.huitai.device.decode.ScanForms;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Scans, swipes and taps as people's readers send them.
class ConsoleScansTest {
    private static final long SEED = 8;

    @TempDir
    private Path store;

    private final Random random = new Random(SEED);

    private static String scan(String code) {
        return "{'do':'scan','code':'" + code + "'}";
    }

    @Test
    void aDemoProductIsRungUpInEveryForm() {
        try (var console = ConsoleDriver.selling(store, "standard-card")) {
            var lines = 0;
            for (var form : ScanForms.ofEan("6999001000017", random)) {
                for (var code : List.of(form, ScanForms.wide(form))) {
                    var written = code.replace("\u001D", "\\u001d")
                            .replace("\r", "\\r")
                            .replace("\n", "\\n");
                    var answer = console.ok(scan(written));
                    assertThat(answer.path("kind").asString()).as(code).isEqualTo("product");
                    assertThat(answer.path("bill").path("lines").size())
                            .as(code)
                            .isEqualTo(++lines);
                }
            }
        }
    }

    @Test
    void scansOfTheCaseAreAnsweredAsACashierWouldCallRight() {
        try (var console = ConsoleDriver.selling(store, "standard-card")) {
            assertThat(console.code(scan("260005401234003509"))).isEqualTo("UNKNOWN_PRODUCT");
            assertThat(console.code(scan(ScanForms.withGs1("25000540123400350"))))
                    .isEqualTo("ok");
            var misread = console.ask(scan("6999001000014")).path("error");
            assertThat(misread.path("code").asString()).isEqualTo("UNKNOWN_PRODUCT");
            assertThat(misread.path("message").asString()).contains("校验位");
            assertThat(console.code(scan("6212345678901234502"))).isEqualTo("PAN_REFUSED");
            assertThat(console.code(scan("0077705923"))).isEqualTo("UNKNOWN_PRODUCT");
            console.ok("{'do':'bind-card','member':'M0005','card':{'uid':'04A1B2C3'}}");
            assertThat(console.ok(scan("0077705923")).path("member").path("no").asString())
                    .isEqualTo("M0005");
            assertThat(console.ok(scan("9988000000000015"))
                            .path("member")
                            .path("no")
                            .asString())
                    .isEqualTo("M0001");
        }
    }

    @Test
    void aBlockedCardIsBlockedHoweverItIsRead() {
        try (var console = ConsoleDriver.selling(store, "mall")) {
            console.ok("{'do':'bind-card','member':'M0005','card':{'uid':'04A1B2C3'}}");
            console.ok("{'do':'report-lost','member':'M0005','card':'04:a1:b2:c3'}");
            for (var form : List.of("0077705923", "04a1b2c3", "C3B2A104", "161,45763", "3283263748")) {
                assertThat(console.code(scan(form))).as(form).isEqualTo("CARD_BLOCKED");
            }
            assertThat(console.code("{'do':'tap','uid':'C3B2A104'}")).isEqualTo("CARD_BLOCKED");
            assertThat(console.code("{'do':'bind-card','member':'M0006','card':{'uid':'C3B2A104'}}"))
                    .isEqualTo("CARD_IN_USE");
        }
    }

    @Test
    void aNumberThatIsNobodysIsNoMembersCardOnAnyFront() {
        try (var console = ConsoleDriver.selling(store, "standard-card")) {
            for (var uid : nobodys()) {
                var card = "'card':{'uid':'" + uid + "'}";
                for (var request : List.of(
                        "{'do':'bind-card','member':'M0005'," + card + "}",
                        "{'do':'replace-card','member':'M0005','reason':'damaged'," + card + "}",
                        "{'do':'enrol','name':'甲','phone':'13800138000','consent':true,'ground':{'waived':'x'},"
                                + SUPERVISOR + "," + card + "}",
                        "{'do':'tap','uid':'" + uid + "'}")) {
                    assertThat(console.code(request))
                            .as("seed %d: %s", SEED, request)
                            .isEqualTo("CARD_UNREADABLE");
                }
            }
            assertThat(console.member("M0005").path("cards").size()).isEqualTo(1);
        }
    }

    private List<String> nobodys() {
        var uids = new ArrayList<>(List.of("08AABBCC", "08:aa:bb:cc", "8804A1B2"));
        for (var length : List.of(4, 7, 8, 10)) {
            for (var value : List.of("00", "FF", "ff", "%02X".formatted(random.nextInt(256)))) {
                uids.add(value.repeat(length));
            }
        }
        for (var i = 0; i < 20; i++) {
            uids.add("08%06X".formatted(random.nextInt(1 << 24)));
        }
        return uids;
    }

    @Test
    void aManufacturersNumberOfSevenBytesMayBeginWithAnything() {
        try (var console = ConsoleDriver.selling(store, "standard-card")) {
            for (var first : List.of("04", "08", "02", "88", "5F")) {
                var uid = first + "A1B2C3D4E5F6";
                console.ok("{'do':'bind-card','member':'M0005','card':{'uid':'" + uid + "'}}");
                console.ok("{'do':'tap','uid':'" + uid + "'}");
            }
        }
    }

    @Test
    void aBankCardsTrackIsRefusedAndItsNumberIsNowhere() throws IOException {
        var pans = new ArrayList<String>();
        var answers = new StringBuilder();
        try (var log = NoPans.listening()) {
            try (var console = ConsoleDriver.selling(store, "standard-card")) {
                for (var i = 0; i < 60; i++) {
                    var pan = pan(i);
                    pans.add(pan);
                    for (var track : tracks(pan)) {
                        for (var request : List.of(
                                scan(track),
                                "{'do':'swipe','track2':'" + track + "'}",
                                "{'do':'bind-card','member':'M0005','card':{'track2':'" + track + "'}}")) {
                            answers.append(console.raw(request.replace('\'', '"')));
                            assertThat(console.code(request))
                                    .as("seed %d: %s", SEED, request)
                                    .isEqualTo("PAN_REFUSED");
                        }
                    }
                }
            }
            log.assertClean();
        }
        for (var pan : pans) {
            assertThat(answers).doesNotContain(pan);
        }
        try (var files = Files.walk(store)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                for (var pan : pans) {
                    assertThat(text.contains(pan))
                            .as("%s holds a payment card's number", file)
                            .isFalse();
                }
            }
        }
    }

    private String pan(int at) {
        return switch (at % 5) {
            case 0 -> ScanForms.luhn("4", 16, random);
            case 1 -> ScanForms.luhn("5" + (1 + random.nextInt(5)), 16, random);
            case 2 -> ScanForms.luhn("62", 16, random);
            case 3 -> ScanForms.luhn("62", 19, random);
            default -> ScanForms.luhn("37", 15, random);
        };
    }

    private static List<String> tracks(String pan) {
        return List.of(
                ";" + pan + "=29122011234?",
                ";" + pan + "D29122011234?",
                pan + "=29122011234",
                pan + "D29122011234F",
                "ö" + pan + "´29122011234_",
                ":" + pan + "+29122011234/",
                ScanForms.wide(";" + pan + "=29122011234?"));
    }
}

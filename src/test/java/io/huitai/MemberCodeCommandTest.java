package io.huitai;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.ReaderException;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import io.huitai.headoffice.HeadOffice;
import io.huitai.money.Money;
import io.huitai.shop.OperatorId;
import io.huitai.till.bill.Readings;
import io.huitai.till.training.DemoData;
import io.huitai.till.training.TrainingStore;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Codes that the command issues, shown at a till.
class MemberCodeCommandTest {
    private static final Instant JUNE = Instant.parse("2026-06-10T04:00:00Z");

    @TempDir
    private Path disk;

    private static String issued(String... options) {
        var out = new StringWriter();
        var arguments = new ArrayList<>(List.of("member-code"));
        arguments.addAll(List.of(options));
        var command = Huitai.commandLine();
        command.setOut(new PrintWriter(out));
        assertThat(command.execute(arguments.toArray(String[]::new))).isZero();
        return out.toString().strip();
    }

    @Test
    void headOfficesCodeIsBelievedByATillThatHasMetIt() throws IOException, ReaderException {
        var settings = new HeadOffice.Settings(
                HeadOffice.embedded(disk.resolve("office")), 0, TrainingStore.demoMembers(DemoData.read(), ""));
        try (var office = HeadOffice.open(settings, () -> JUNE);
                var wiring = new Wiring(
                        disk.resolve("till"), TillOptions.training("T1", office.address()), () -> JUNE, () -> 0)) {
            wiring.till()
                    .perform(desk -> {
                        desk.operators().signIn(new OperatorId("1001"), "1111");
                        return desk.shift().shifts().open(Money.ZERO);
                    })
                    .join();
            wiring.sync();
            var url = office.address().toString();
            var png = disk.resolve("code.png");
            var text =
                    issued("--head-office", url, "--at", "2026-06-10T12:00:00+08:00", "--png", png.toString(), "M0003");
            var picture =
                    new BinaryBitmap(new HybridBinarizer(new BufferedImageLuminanceSource(ImageIO.read(png.toFile()))));
            assertThat(new QRCodeReader()
                            .decode(picture, Map.of(DecodeHintType.PURE_BARCODE, true))
                            .getText())
                    .isEqualTo(text);

            assertThat(scanned(wiring, text).bill().member().orElseThrow().no().value())
                    .isEqualTo("M0003");
            var shown = issued("--head-office", url, "--short-lived", "--at", "2026-06-10T12:00:30+08:00", "M0004");
            assertThat(scanned(wiring, shown).bill().member().orElseThrow().no().value())
                    .isEqualTo("M0004");
        }
    }

    private static Readings.Scanned.OfMember scanned(Wiring wiring, String text) {
        return (Readings.Scanned.OfMember)
                wiring.till().perform(desk -> desk.bill().readings().scan(text)).join();
    }
}

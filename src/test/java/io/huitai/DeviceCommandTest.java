package io.huitai;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.MultiFormatWriter;
import com.google.zxing.client.j2se.MatrixToImageWriter;
import io.huitai.device.decode.NoPans;
import java.awt.image.BufferedImage;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeviceCommandTest {
    @TempDir
    private Path store;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... words) {
        return Huitai.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(words);
    }

    private void settings(String printer, String readers) throws Exception {
        Files.writeString(store.resolve("settings.yaml"), """
                store: S001
                till: T1
                name: 会台酒店
                kind: restaurant
                programme: standard-card
                training: true
                zone: Asia/Shanghai
                lang: zh
                printer: "%s"
                paper: 48
                %s
                """.formatted(printer, readers));
    }

    @Test
    void listTellsWhatSettingsNameAndWhetherItAnswers() throws Exception {
        settings(
                "screen",
                "readers: [{name: desk, kind: nfc, port: simulated}, {name: keys, kind: codes, port: wedge}]");
        assertThat(run("device", "list", "--store", store.toString(), "--lang", "en"))
                .isZero();
        assertThat(out.toString().lines())
                .contains(
                        "named  printer  receipt printer  screen",
                        "named  desk  contactless  simulated  Connected",
                        "named  keys  codes  wedge  Types like a keyboard: swipe to see");
    }

    @Test
    void aNamedReaderThatIsNotThereIsToldWithWhatToDo() throws Exception {
        settings("screen", "readers: [{name: counter, kind: magstripe, port: 'serial:/dev/huitai-none@9600'}]");
        assertThat(run("device", "list", "--store", store.toString())).isEqualTo(1);
        assertThat(out.toString()).contains("counter").contains("未连接：检查插头和端口名");
        assertThat(run("device", "test", "--store", store.toString(), "counter"))
                .isEqualTo(1);
    }

    @Test
    void testReadsOnceAndShowsNoMoreThanItMay() throws Exception {
        settings(
                "screen",
                "readers: [{name: a, kind: magstripe, port: simulated}, {name: b, kind: codes, port: simulated},"
                        + " {name: c, kind: nfc, port: simulated}]");
        assertThat(run("device", "test", "--store", store.toString(), "--lang", "en", "--seconds", "5"))
                .isZero();
        assertThat(out.toString().lines())
                .contains(
                        "a: Swipe, scan or tap now",
                        "a: Member card ****0015",
                        "b: Product 6999001000017",
                        "c: Contactless card ****E5F6",
                        "printer: Receipts go to the screen; there is no printer");
        assertThat(out.toString()).doesNotContain("9988000000000015");
    }

    @Test
    void testPrintsAPage() throws Exception {
        var paper = store.resolve("paper");
        settings("file:" + paper, "");
        assertThat(run("device", "test", "--store", store.toString(), "printer"))
                .isZero();
        assertThat(Files.readAllBytes(paper)).isNotEmpty();
        assertThat(out.toString()).contains("已打印测试页");
        settings("tcp:127.0.0.1:1", "");
        assertThat(run("device", "test", "--store", store.toString(), "printer"))
                .isEqualTo(1);
        assertThat(out.toString()).contains("连不上打印机");
    }

    @Test
    void whatIsWrongIsSaidInOneLine() throws Exception {
        assertThat(run("device", "test", "--store", store.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("There is no till in");
        settings("screen", "readers: [{name: a, kind: magstripe, port: usb}]");
        assertThat(run("device", "test", "--store", store.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("BAD_FILE").contains("'usb' is none of");
        settings("screen", "");
        assertThat(run("device", "test", "--store", store.toString(), "nobody")).isEqualTo(2);
        assertThat(err.toString()).contains("No device is called 'nobody'");
    }

    @ParameterizedTest
    @CsvSource({
        "QR_CODE, 会员 M0001, 会员 M0001",
        "EAN_13, 6999001000017, 6999001000017",
        "EAN_8, 96385074, 96385074",
        "UPC_A, 036000291452, 036000291452",
        "CODE_128, S001-T1-000482, S001-T1-000482"
    })
    void codesInPicturesAreRead(BarcodeFormat format, String text, String read) throws Exception {
        assertThat(run("device", "decode", picture(format, text).toString())).isZero();
        assertThat(out.toString().strip()).isEqualTo(read);
    }

    @Test
    void aBankCardsNumberInAPictureIsNotShown() throws Exception {
        assertThat(run(
                        "device",
                        "decode",
                        picture(BarcodeFormat.QR_CODE, "4111111111111111").toString()))
                .isZero();
        NoPans.assertClean(out.toString());
        assertThat(out.toString()).contains("银行卡");
    }

    @Test
    void aPictureWithoutACodeAndAFileThatIsNoneAreTold() throws Exception {
        var blank = store.resolve("blank.png");
        ImageIO.write(new BufferedImage(200, 200, BufferedImage.TYPE_INT_RGB), "png", blank.toFile());
        assertThat(run("device", "decode", blank.toString())).isEqualTo(1);
        assertThat(run(
                        "device",
                        "decode",
                        Files.writeString(store.resolve("a.png"), "no").toString()))
                .isEqualTo(2);
        assertThat(run("device", "decode", store.resolve("none.png").toString()))
                .isEqualTo(2);
    }

    private Path picture(BarcodeFormat format, String text) throws Exception {
        var hints = Map.of(EncodeHintType.CHARACTER_SET, "UTF-8");
        var matrix = new MultiFormatWriter().encode(text, format, 400, 300, hints);
        var file = store.resolve(format + ".png");
        MatrixToImageWriter.writeToPath(matrix, "png", file);
        return file;
    }
}

package io.huitai.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.huitai.money.Money;
import io.huitai.money.Quantity;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReceiptTest {
    private static final String ADDRESS = "https://huitai.example/r/" + Samples.RECEIPT_NO;

    @ParameterizedTest
    @ValueSource(ints = {32, 48})
    void theWholeReceiptAsTextIsAsLastLookedAt(int columns) {
        var text = TextReceipt.render(Samples.everything(), columns);
        Golden.check("everything-" + columns + ".txt", text.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(ints = {32, 48})
    void theWholeReceiptAsBytesIsAsLastLookedAt(int columns) {
        Golden.check("everything-" + columns + ".escpos", EscPosReceipt.render(Samples.everything(), columns));
    }

    @ParameterizedTest
    @ValueSource(ints = {24, 32, 48, 64})
    void noLineIsWiderThanThePaper(int columns) {
        var print = EscPosReader.read(EscPosReceipt.render(Samples.everything(), columns));
        assertThat(print.lines)
                .allSatisfy(
                        line -> assertThat(columnsOf(line.text()) * line.wide()).isLessThanOrEqualTo(columns));
    }

    @ParameterizedTest
    @ValueSource(ints = {32, 48})
    void aPrinterReadsTheSameWordsAsThePerson(int columns) {
        var print = EscPosReader.read(EscPosReceipt.render(Samples.everything(), columns));
        var text = TextReceipt.render(Samples.everything(), columns);
        var printed = print.lines.stream().map(line -> line.text().strip()).toList();
        var shown = text.lines()
                .map(line -> line.strip().replace('â', 'a'))
                .filter(line -> !line.startsWith("[QR "))
                .toList();
        assertThat(printed).isEqualTo(shown.subList(0, shown.size() - 1));
    }

    @Test
    void thePrintCarriesLinesReasonsTotalsAndCodes() {
        var print = EscPosReader.read(EscPosReceipt.render(Samples.everything(), 48));
        assertThat(String.join("\n", print.tape))
                .contains("宫保鸡丁", "金卡 88折", "-11.52", "￥12894451.72", "￥20 代金券")
                .doesNotContain("¥");
        assertThat(print.codes).containsExactly(ADDRESS);
        assertThat(print.tape).contains("QR " + ADDRESS + " CENTRED");
        assertThat(print.tape).startsWith("PULSE 0 100ms 500ms").endsWith("FEED 4", "CUT PART");
    }

    @Test
    void theTotalIsHighAndTheTrainingMarkBlack() {
        var print = EscPosReader.read(EscPosReceipt.render(Samples.everything(), 48));
        assertThat(print.lines)
                .filteredOn(line -> line.text().startsWith("应收"))
                .allSatisfy(line -> assertThat(line.high()).isEqualTo(2))
                .hasSize(1);
        assertThat(print.lines)
                .filteredOn(line -> line.text().contains("培训 TRAINING"))
                .allMatch(EscPosReader.Printed::inverse)
                .hasSize(1);
        assertThat(print.lines)
                .filteredOn(line -> line.text().contains("会台大酒店"))
                .allSatisfy(line -> assertThat(line.wide()).isEqualTo(2))
                .hasSize(1);
    }

    @Test
    void aCopyIsMarkedAtBothEndsAndOpensNoDrawer() {
        var print = EscPosReader.read(EscPosReceipt.render(Samples.everything().asCopy(2), 48));
        assertThat(print.tape).noneMatch(piece -> piece.startsWith("PULSE"));
        assertThat(print.tape).filteredOn(piece -> piece.contains("副本 COPY 2")).hasSize(2);
        assertThat(print.tape).endsWith("FEED 4", "CUT PART");
    }

    @ParameterizedTest
    @ValueSource(ints = {32, 48})
    void thePicturesCodeReadsBack(int columns) throws Exception {
        var png = PngReceipt.render(Samples.everything(), columns);
        var picture = ImageIO.read(new ByteArrayInputStream(png));
        keep("receipt-" + columns + ".png", png);
        assertThat(picture.getWidth()).isEqualTo(columns * 12 + 32);
        assertThat(PaperPicture.codeIn(picture)).isEqualTo(ADDRESS);
    }

    @Test
    void aChineseCodeOfManyBytesReadsBackFromPaperAndPicture() throws Exception {
        var payload = "会台退货凭证".repeat(20);
        var document = Document.compose().qr(payload, "").done();
        assertThat(EscPosReader.read(EscPosReceipt.render(document, 32)).codes).containsExactly(payload);
        var picture = ImageIO.read(new ByteArrayInputStream(PngReceipt.render(document, 32)));
        assertThat(PaperPicture.codeIn(picture)).isEqualTo(payload);
    }

    @ParameterizedTest
    @ValueSource(ints = {32, 48})
    void theLogoStandsInTheMiddleOfPaperAndPicture(int columns) throws IOException {
        var document = Document.compose()
                .logo(Logo.of(Samples.logo(700, 200)))
                .addAll(Samples.everything())
                .done();
        var print = EscPosReader.read(EscPosReceipt.render(document, columns));
        assertThat(print.tape.getFirst()).isEqualTo("IMAGE " + 200 * columns * 12 / 700);
        var picture = PaperPicture.of(print, columns);
        PaperPicture.keep("receipts/logo-" + columns, picture);
        var drawn = ImageIO.read(new ByteArrayInputStream(PngReceipt.render(document, columns)));
        var other = 0;
        for (var x = 0; x < drawn.getWidth(); x++) {
            for (var y = 0; y < 16 + 200 * columns * 12 / 700; y++) {
                other += picture.getRGB(x, y) == drawn.getRGB(x, y) ? 0 : 1;
            }
        }
        assertThat(other).as("dots set so that no command is in the picture").isLessThan(100);
        assertThat(TextReceipt.render(document, columns)).isEqualTo(TextReceipt.render(Samples.everything(), columns));
    }

    @Test
    void aPictureThatIsNoneIsNoLogo() throws IOException {
        var png = Samples.logo(300, 100);
        var random = new Random(7);
        assertThatThrownBy(() -> Logo.of(new byte[0])).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> Logo.of("<svg/>".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> Logo.of(Arrays.copyOf(png, 60))).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> Logo.of(Samples.logo(5_000, 10)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("5000");
        for (var i = 0; i < 500; i++) {
            var damaged = png.clone();
            damaged[random.nextInt(png.length)] ^= (byte) (1 << random.nextInt(8));
            try {
                Logo.of(damaged);
            } catch (IOException refused) {
                assertThat(refused).hasMessageNotContaining("null");
            }
        }
    }

    /// Some bytes are a command to a printer wherever they stand.
    @Test
    void noPictureHoldsAnUrgentCommand() throws IOException {
        var dots = new BufferedImage(24, 3, BufferedImage.TYPE_BYTE_GRAY);
        for (var y = 0; y < 3; y++) {
            for (var x = 0; x < 24; x++) {
                var pattern = new int[] {0x100400, 0x101405, 0x001005}[y];
                dots.getRaster().setSample(x, y, 0, (pattern >> (23 - x) & 1) == 1 ? 0 : 255);
            }
        }
        var print = new ByteArrayOutputStream();
        Dots.of(dots).writeTo(print);
        assertThat(HexFormat.of().formatHex(print.toByteArray()))
                .isEqualTo("1d763000" + "03000300" + "104400" + "105405" + "001045");
    }

    @ParameterizedTest
    @CsvSource({
        "½只烤鸭, 1/2只烤鸭",
        "可乐½升, 可乐1/2升",
        "1½斤, 1 1/2斤",
        "−10, -10",
        "A\u00A0B, A B",
        "A\u2009\u202FB, A  B",
        "ﬁsh, fish",
        "Peña ©, Pena (C)",
        "Łukasz Groß, Lukasz Gross",
        "Nguyễn, Nguyen",
        "5 ㎏ ②, 5 ㎏ ②",
        "‘a’ – “b”…, ‘a’ – “b”…",
        "¥5, ￥5",
        "x² H₂O, x2 H2O",
    })
    void whatThePrinterLacksBecomesItsNearestMeaning(String given, String printed) {
        var document = Document.compose().line(given).done();
        var print = EscPosReader.read(EscPosReceipt.render(document, 32));
        assertThat(print.lines).extracting(EscPosReader.Printed::text).containsExactly(printed);
    }

    @Test
    void aLineThatHasNoNearestMeaningIsAPictureAndTheOthersAreNot() {
        for (var name : List.of("𠮷野家", "한국", "ไทย", "Ivə", "🍜", "㐂")) {
            var document = Document.compose()
                    .pair(name, "¥5.00")
                    .strong("谢谢")
                    .heading(name)
                    .banner("培训")
                    .done();
            var print = EscPosReader.read(EscPosReceipt.render(document, 32));
            assertThat(print.tape.getFirst()).as(name).isEqualTo("IMAGE 30");
            assertThat(print.lines)
                    .as(name)
                    .extracting(line -> line.text().strip())
                    .containsExactly("谢谢", "*".repeat(13) + " 培训 " + "*".repeat(13));
            assertThat(TextReceipt.render(document, 32)).contains(name);
        }
    }

    @Test
    void aPictureShowsNoBoxes() throws Exception {
        for (var sign : "𠮷䶮㛃𬭎łŞşĞəŧẃȘēЖéœ½−ﬁ€".codePoints().toArray()) {
            assertThat(ReceiptFont.of(sign)).as(Character.toString(sign)).isPresent();
        }
        var nobody = 0x10FFFD; // private: no font has it
        assertThat(ReceiptFont.of(nobody)).isEmpty();
        keep(
                "receipt-signs.png",
                PngReceipt.render(
                        Document.compose()
                                .line("𠮷䶮㛃𬭎 Łukasz Şahin Ivə ½ − ﬁ € 한 ไทย 😀")
                                .done(),
                        48));
    }

    @Test
    void commandsInANameStayText() {
        var document = Document.compose()
                .item("坏\u001Bp\u0000名\n字", Money.parse("1.00"), Quantity.ONE, Money.parse("1.00"))
                .done();
        var print = EscPosReader.read(EscPosReceipt.render(document, 48));
        assertThat(print.tape).noneMatch(piece -> piece.startsWith("PULSE"));
        assertThat(print.lines.getFirst().text()).startsWith("坏 p 名");
    }

    @Test
    void longLinesWrapAndNoLineBeginsWithAFullStop() {
        var text = TextReceipt.render(
                Document.compose().line("一二三四五六七八九十一二三四五六。七八九").done(), 32);
        assertThat(text.lines().toList()).isEqualTo(List.of("一二三四五六七八九十一二三四五", "六。七八九"));
    }

    @Test
    void nonsenseIsRefused() {
        assertThatThrownBy(() -> TextReceipt.render(Samples.everything(), 10))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Document.compose().qr("", "")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Samples.everything().asCopy(0)).isInstanceOf(IllegalArgumentException.class);
    }

    /// Any text on any paper: rendered, readable again, and no line too wide.
    @Test
    void fuzzedTextStaysOnThePaper() {
        for (var seed = 0L; seed < 2_000; seed++) {
            var random = new Random(seed);
            var columns = 24 + random.nextInt(41);
            var document = Document.compose()
                    .heading(text(random))
                    .line(text(random))
                    .pair(text(random), text(random))
                    .item(text(random), new Money(random.nextInt()), Quantity.of(1 + random.nextInt(999)), Money.ZERO)
                    .banner(text(random))
                    .signature(text(random))
                    .done();
            var print = EscPosReader.read(EscPosReceipt.render(document, columns));
            for (var line : print.lines) {
                assertThat(columnsOf(line.text()) * line.wide())
                        .as("seed %d: %s", seed, line)
                        .isLessThanOrEqualTo(columns);
            }
        }
    }

    /// Figures of any length beside words of any length: a space in front of each, or the line to itself.
    @Test
    void columnsNeverTouch() {
        for (var seed = 0L; seed < 2_000; seed++) {
            var random = new Random(seed);
            var columns = 24 + random.nextInt(41);
            var figures = new ArrayList<String>();
            for (var i = 0; i < 8; i++) {
                var digits = "1234567890123456".substring(0, 1 + random.nextInt(i >= 2 && i <= 6 ? 4 : 10));
                figures.add(((i < 2 || i == 7) && random.nextBoolean() ? "-" : "") + digits + "." + (i + 10));
            }
            var document = Document.compose()
                    .pair(letters(random), figures.get(0))
                    .add(new Block.Total(letters(random), figures.get(1)))
                    .add(new Block.Heads(letters(random), figures.get(2), figures.get(3), figures.get(4)))
                    .add(new Block.Item(
                            letters(random),
                            figures.get(5),
                            figures.get(6),
                            figures.get(7),
                            List.of(new Block.Reason(letters(random), figures.get(0)))))
                    .done();
            var print = EscPosReader.read(EscPosReceipt.render(document, columns));
            var whole = String.join(
                    "\n", print.lines.stream().map(EscPosReader.Printed::text).toList());
            for (var figure : figures) {
                var at = whole.indexOf(figure);
                assertThat(at).as("seed %d: %s in%n%s", seed, figure, whole).isNotNegative();
                var before = at == 0 ? '\n' : whole.charAt(at - 1);
                assertThat(" \n×")
                        .as("seed %d: before %s in%n%s", seed, figure, whole)
                        .contains("" + before);
            }
        }
    }

    private static String letters(Random random) {
        var letters = new StringBuilder();
        for (var length = random.nextInt(30); length > 0; length--) {
            letters.appendCodePoint(random.nextBoolean() ? 0x4E00 + random.nextInt(0x5000) : 'a' + random.nextInt(26));
        }
        return letters.toString();
    }

    private static String text(Random random) {
        var text = new StringBuilder();
        for (var length = random.nextInt(40); length > 0; length--) {
            text.appendCodePoint(
                    switch (random.nextInt(4)) {
                        case 0 -> 0x4E00 + random.nextInt(0x5000);
                        case 1 -> random.nextInt(0x2FFF);
                        case 2 -> random.nextInt(0x1FFFF);
                        default -> ' ' + random.nextInt(95);
                    });
        }
        return text.toString();
    }

    /// What a printer's head needs: a byte below 0x80 one column, all else two.
    private static int columnsOf(String printed) {
        return printed.codePoints().map(character -> character < 0x80 ? 1 : 2).sum();
    }

    private static void keep(String name, byte[] png) throws IOException {
        var folder = Path.of(System.getProperty("huitai.basedir", "."), "target", "screenshots");
        Files.createDirectories(folder);
        Files.write(folder.resolve(name), png);
    }
}

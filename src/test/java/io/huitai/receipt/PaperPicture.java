package io.huitai.receipt;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.EncodeHintType;
import com.google.zxing.ReaderException;
import com.google.zxing.WriterException;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import io.huitai.receipt.EscPosReader.Mark;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;

/// What {@link EscPosReader} found on the paper, drawn as a printer would: 12 × 24 dots a character, one kind of font
/// for all, and nothing of our own renderers.
public final class PaperPicture {
    private static final int MARGIN = 16;
    private static final int CHARACTER = 12;
    private static final int LINE = 30;
    private static final int KNIFE = 20;
    private static final Font FONT = font();

    private final int dots;
    private final BufferedImage paper;
    private final Graphics2D pen;
    private int top = MARGIN;

    private PaperPicture(int dots, int height) {
        this.dots = dots;
        paper = new BufferedImage(dots + 2 * MARGIN, height + 2 * MARGIN, BufferedImage.TYPE_BYTE_GRAY);
        pen = paper.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, paper.getWidth(), paper.getHeight());
        pen.setColor(Color.BLACK);
    }

    private static Font font() {
        try (var file = PaperPicture.class.getResourceAsStream("/assets/fonts/NotoSansSC-Regular.ttf")) {
            return Font.createFont(Font.TRUETYPE_FONT, file).deriveFont(22f);
        } catch (IOException | FontFormatException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /// @param columns of the paper; what is printed beyond them is an error
    public static BufferedImage of(EscPosReader print, int columns) {
        var height = print.marks.stream().mapToInt(PaperPicture::height).sum();
        var picture = new PaperPicture(columns * CHARACTER, height);
        for (var mark : print.marks) {
            picture.draw(mark);
            picture.top += height(mark);
        }
        picture.pen.dispose();
        return picture.paper;
    }

    /// The text of the QR code in a picture.
    public static String codeIn(BufferedImage picture) throws ReaderException {
        var bitmap = new BinaryBitmap(new HybridBinarizer(new BufferedImageLuminanceSource(picture)));
        return new QRCodeReader()
                .decode(bitmap, Map.of(DecodeHintType.TRY_HARDER, true))
                .getText();
    }

    /// Keeps a picture to be looked at.
    public static void keep(String name, BufferedImage picture) {
        try {
            var folder = Path.of(System.getProperty("huitai.basedir", "."), "target", "screenshots");
            var file = folder.resolve(name + ".png");
            Files.createDirectories(file.getParent());
            ImageIO.write(picture, "png", file.toFile());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static int height(Mark mark) {
        return switch (mark) {
            case Mark.Line(var runs, var _) ->
                LINE * runs.stream().mapToInt(run -> run.modes().high()).max().orElse(1);
            case Mark.Code code -> matrix(code).getHeight() * code.dots();
            case Mark.Image image -> image.height();
            case Mark.Feed(var fed) -> fed;
            case Mark.Cut _ -> KNIFE;
            case Mark.Pulse _ -> 0;
        };
    }

    private void draw(Mark mark) {
        switch (mark) {
            case Mark.Line line -> line(line);
            case Mark.Code code -> code(code);
            case Mark.Image image -> image(image);
            case Mark.Cut _ -> pen.drawLine(0, top + KNIFE / 2, paper.getWidth(), top + KNIFE / 2);
            case Mark.Feed _, Mark.Pulse _ -> {}
        }
    }

    private void line(Mark.Line line) {
        var width = line.runs().stream()
                .mapToInt(run -> width(run.text()) * run.modes().wide())
                .sum();
        var left = left(line.align(), width);
        for (var run : line.runs()) {
            for (var character : run.text().codePoints().toArray()) {
                left += character(Character.toString(character), run.modes(), left);
            }
        }
    }

    private int character(String character, EscPosReader.Modes modes, int left) {
        var cell = width(character);
        var untouched = pen.getTransform();
        pen.translate(left, top);
        pen.scale(modes.wide(), modes.high());
        pen.setFont(modes.bold() ? FONT.deriveFont(Font.BOLD) : FONT);
        if (modes.inverse()) {
            pen.fillRect(0, 0, cell, LINE);
            pen.setColor(Color.WHITE);
        }
        if (modes.underlined()) {
            pen.fillRect(0, LINE - 3, cell, 2);
        }
        var glyph = pen.getFontMetrics().stringWidth(character);
        pen.scale(Math.min(1, (double) cell / Math.max(1, glyph)), 1);
        pen.drawString(character, Math.max(0, (cell - glyph) / 2), 23);
        pen.setColor(Color.BLACK);
        pen.setTransform(untouched);
        return cell * modes.wide();
    }

    /// A printer knows how wide a character is by how many bytes it was sent in.
    private static int width(String text) {
        return text.codePoints()
                .map(character -> character < 0x80
                                || Character.toString(character).getBytes(Charset.forName("GB18030")).length == 1
                        ? CHARACTER
                        : 2 * CHARACTER)
                .sum();
    }

    private void code(Mark.Code code) {
        var matrix = matrix(code);
        var left = left(code.align(), matrix.getWidth() * code.dots());
        for (var y = 0; y < matrix.getHeight(); y++) {
            for (var x = 0; x < matrix.getWidth(); x++) {
                if (matrix.get(x, y)) {
                    pen.fillRect(left + x * code.dots(), top + y * code.dots(), code.dots(), code.dots());
                }
            }
        }
    }

    private static BitMatrix matrix(Mark.Code code) {
        var levels =
                List.of(ErrorCorrectionLevel.L, ErrorCorrectionLevel.M, ErrorCorrectionLevel.Q, ErrorCorrectionLevel.H);
        try {
            return new QRCodeWriter()
                    .encode(
                            code.payload(),
                            BarcodeFormat.QR_CODE,
                            0,
                            0,
                            Map.of(
                                    EncodeHintType.ERROR_CORRECTION,
                                    levels.get(code.correction()),
                                    EncodeHintType.CHARACTER_SET,
                                    "UTF-8",
                                    EncodeHintType.MARGIN,
                                    0));
        } catch (WriterException tooLong) {
            throw new IllegalStateException(tooLong);
        }
    }

    private void image(Mark.Image image) {
        var left = left(image.align(), image.width());
        image.dots().stream().forEach(dot -> pen.fillRect(left + dot % image.width(), top + dot / image.width(), 1, 1));
    }

    private int left(int align, int width) {
        if (width > dots) {
            throw new IllegalStateException(width + " dots do not fit on paper of " + dots);
        }
        return MARGIN + (dots - width) * align / 2;
    }
}

package io.huitai.receipt;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import io.huitai.receipt.Row.Look;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;

/// Renders a receipt as a PNG picture, dot for dot as wide as the paper: 384 dots on 58 mm, 576 on 80 mm.
public final class PngReceipt {
    private static final int CELL = 12;
    private static final int LINE = 30;
    private static final int MARGIN = 16;
    private static final int KNIFE = 24;

    private final List<Row> rows;
    private final int columns;
    private final BufferedImage picture;
    private final Graphics2D pen;
    private int top = MARGIN;

    private PngReceipt(List<Row> rows, int columns) {
        this.rows = rows;
        this.columns = columns;
        var height = rows.stream().mapToInt(this::height).sum() + 2 * MARGIN;
        picture = new BufferedImage(columns * CELL + 2 * MARGIN, height, BufferedImage.TYPE_BYTE_GRAY);
        pen = picture.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    }

    public static byte[] render(Document document, int columns) {
        var receipt = new PngReceipt(Layout.of(document, columns), columns);
        receipt.draw();
        return receipt.png();
    }

    private void draw() {
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, picture.getWidth(), picture.getHeight());
        pen.setColor(Color.BLACK);
        for (var row : rows) {
            switch (row) {
                case Row.Line(var text, var look) -> line(text, look);
                case Row.Code(var payload) -> code(modules(payload));
                case Row.Cut() -> knife();
                case Row.Pulse() -> {}
            }
            top += height(row);
        }
        pen.dispose();
    }

    private int height(Row row) {
        return switch (row) {
            case Row.Line line -> isHigh(line.look()) ? 2 * LINE : LINE;
            case Row.Code(var payload) -> {
                var modules = modules(payload);
                yield modules.getHeight() * dots(modules);
            }
            case Row.Cut() -> KNIFE;
            case Row.Pulse() -> 0;
        };
    }

    /// Sets each character in its cells, so that columns stand below each other whatever the font.
    private void line(String text, Look look) {
        var wide = look == Look.LARGE ? 2 : 1;
        var high = isHigh(look) ? 2 : 1;
        if (look == Look.INVERSE) {
            pen.fillRect(MARGIN, top, columns * CELL, LINE);
            pen.setColor(Color.WHITE);
        }
        var untouched = pen.getTransform();
        pen.translate(MARGIN, top);
        pen.scale(wide, high);
        pen.setFont(look == Look.PLAIN ? ReceiptFont.REGULAR : ReceiptFont.REGULAR.deriveFont(Font.BOLD));
        for (var character : text.codePoints().toArray()) {
            var cells = Glyphs.width(character) * CELL;
            glyph(Character.toString(character), cells);
            pen.translate(cells, 0);
        }
        pen.setTransform(untouched);
        pen.setColor(Color.BLACK);
    }

    /// Centred in its cells, and pressed together where it is wider than they are.
    private void glyph(String glyph, int cells) {
        var metrics = pen.getFontMetrics();
        var width = metrics.stringWidth(glyph);
        var baseline = (LINE - metrics.getHeight()) / 2 + metrics.getAscent();
        if (width <= cells) {
            pen.drawString(glyph, (cells - width) / 2, baseline);
            return;
        }
        var unpressed = pen.getTransform();
        pen.scale((double) cells / width, 1);
        pen.drawString(glyph, 0, baseline);
        pen.setTransform(unpressed);
    }

    private void code(BitMatrix modules) {
        var dots = dots(modules);
        var left = (picture.getWidth() - modules.getWidth() * dots) / 2;
        for (var y = 0; y < modules.getHeight(); y++) {
            for (var x = 0; x < modules.getWidth(); x++) {
                if (modules.get(x, y)) {
                    pen.fillRect(left + x * dots, top + y * dots, dots, dots);
                }
            }
        }
    }

    private void knife() {
        for (var x = 0; x < picture.getWidth(); x += 12) {
            pen.drawLine(x, top + KNIFE / 2, x + 6, top + KNIFE / 2);
        }
    }

    private static boolean isHigh(Look look) {
        return look == Look.LARGE || look == Look.TALL;
    }

    private int dots(BitMatrix modules) {
        return Math.clamp(2L * CELL * columns / 3 / modules.getWidth(), 2, 8);
    }

    private static BitMatrix modules(String payload) {
        try {
            return new QRCodeWriter()
                    .encode(
                            payload,
                            BarcodeFormat.QR_CODE,
                            0,
                            0,
                            Map.of(
                                    EncodeHintType.ERROR_CORRECTION,
                                    ErrorCorrectionLevel.M,
                                    EncodeHintType.CHARACTER_SET,
                                    StandardCharsets.UTF_8.name(),
                                    EncodeHintType.MARGIN,
                                    4));
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException("The QR code's text does not fit", tooLong);
        }
    }

    private byte[] png() {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "png", bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException("Writing to memory failed", impossible);
        }
        return bytes.toByteArray();
    }
}

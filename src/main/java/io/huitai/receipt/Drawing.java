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
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// Draws the rows of a receipt dot for dot: 384 dots across on 58 mm, 576 on 80 mm.
final class Drawing {
    static final int CELL = 12;
    private static final int LINE = 30;

    private final Graphics2D pen;
    private final int columns;

    /// @param pen with its zero at the left edge of what is printed
    Drawing(Graphics2D pen, int columns) {
        this.pen = pen;
        this.columns = columns;
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        pen.setColor(Color.BLACK);
    }

    /// An empty sheet with a margin all around.
    static BufferedImage sheet(int columns, int height, int margin) {
        var sheet = new BufferedImage(columns * CELL + 2 * margin, height + 2 * margin, BufferedImage.TYPE_BYTE_GRAY);
        var pen = sheet.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
        pen.dispose();
        return sheet;
    }

    /// One row as a printer burns it.
    static Dots dots(Row row, int columns) {
        if (row instanceof Row.Picture(var dots)) {
            return dots;
        }
        var sheet = sheet(columns, height(row, columns), 0);
        var pen = sheet.createGraphics();
        new Drawing(pen, columns).draw(row, 0);
        pen.dispose();
        return Dots.of(sheet);
    }

    static int height(Row row, int columns) {
        return switch (row) {
            case Row.Line line -> isHigh(line.look()) ? 2 * LINE : LINE;
            case Row.Code(var payload) -> {
                var modules = modules(payload);
                yield modules.getHeight() * dotsAModule(modules, columns);
            }
            case Row.Picture(var dots) -> dots.height();
            case Row.Cut(), Row.Pulse() -> 0;
        };
    }

    void draw(Row row, int top) {
        switch (row) {
            case Row.Line(var text, var look) -> line(text, look, top);
            case Row.Code(var payload) -> code(modules(payload), top);
            case Row.Picture(var dots) -> picture(dots, top);
            case Row.Cut(), Row.Pulse() -> {}
        }
    }

    /// Sets each character in its cells, so that columns stand below each other whatever the font.
    private void line(String text, Look look, int top) {
        var wide = look == Look.LARGE ? 2 : 1;
        var high = isHigh(look) ? 2 : 1;
        if (look == Look.INVERSE) {
            pen.fillRect(0, top, columns * CELL, LINE);
            pen.setColor(Color.WHITE);
        }
        var untouched = pen.getTransform();
        pen.translate(0, top);
        pen.scale(wide, high);
        for (var character : text.codePoints().toArray()) {
            var cells = Glyphs.width(character) * CELL;
            var font = ReceiptFont.of(character);
            var shown = font.or(() -> ReceiptFont.of(ReceiptFont.MISSING.codePointAt(0)));
            shown.ifPresent(each -> pen.setFont(look == Look.PLAIN ? each : each.deriveFont(Font.BOLD)));
            glyph(font.isPresent() ? Character.toString(character) : ReceiptFont.MISSING, cells);
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

    private void code(BitMatrix modules, int top) {
        var dots = dotsAModule(modules, columns);
        var left = (columns * CELL - modules.getWidth() * dots) / 2;
        for (var y = 0; y < modules.getHeight(); y++) {
            for (var x = 0; x < modules.getWidth(); x++) {
                if (modules.get(x, y)) {
                    pen.fillRect(left + x * dots, top + y * dots, dots, dots);
                }
            }
        }
    }

    private void picture(Dots dots, int top) {
        for (var y = 0; y < dots.height(); y++) {
            for (var x = 0; x < columns * CELL; x++) {
                if (dots.isBlack(x, y)) {
                    pen.fillRect(x, top + y, 1, 1);
                }
            }
        }
    }

    private static boolean isHigh(Look look) {
        return look == Look.LARGE || look == Look.TALL;
    }

    private static int dotsAModule(BitMatrix modules, int columns) {
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
}

package io.huitai.receipt;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/// Renders a receipt as a PNG picture, dot for dot as wide as the paper and a margin: 384 dots on 58 mm, 576 on 80 mm.
public final class PngReceipt {
    private static final int MARGIN = 16;
    private static final int KNIFE = 24;

    private PngReceipt() {}

    public static byte[] render(Document document, int columns) {
        var rows = Layout.of(document, columns);
        var height = rows.stream().mapToInt(row -> height(row, columns)).sum();
        var sheet = Drawing.sheet(columns, height, MARGIN);
        var pen = sheet.createGraphics();
        pen.translate(MARGIN, MARGIN);
        var drawing = new Drawing(pen, columns);
        var top = 0;
        for (var row : rows) {
            drawing.draw(row, top);
            if (row instanceof Row.Cut) {
                for (var x = -MARGIN; x < columns * Drawing.CELL + MARGIN; x += 12) {
                    pen.drawLine(x, top + KNIFE / 2, x + 6, top + KNIFE / 2);
                }
            }
            top += height(row, columns);
        }
        pen.dispose();
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(sheet, "png", bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException("Writing to memory failed", impossible);
        }
        return bytes.toByteArray();
    }

    private static int height(Row row, int columns) {
        return row instanceof Row.Cut ? KNIFE : Drawing.height(row, columns);
    }
}

package io.huitai.receipt;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.UncheckedIOException;

/// The font of receipts as pictures: the one that comes with the product, so that no machine shows boxes; where a
/// build leaves it out, the machine's own.
final class ReceiptFont {
    static final Font REGULAR = load().deriveFont(22f);

    private static final String BUNDLED = "/assets/fonts/NotoSansSC-Regular.ttf";

    private ReceiptFont() {}

    private static Font load() {
        try (var file = ReceiptFont.class.getResourceAsStream(BUNDLED)) {
            return file == null ? new Font(Font.MONOSPACED, Font.PLAIN, 22) : Font.createFont(Font.TRUETYPE_FONT, file);
        } catch (FontFormatException broken) {
            throw new IllegalStateException("The bundled font is broken: " + BUNDLED, broken);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The bundled font cannot be read: " + BUNDLED, unreadable);
        }
    }
}

package io.huitai.receipt;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.List;
import java.util.Optional;

/// The fonts of receipts as pictures and of reports: those that come with the product, so that no machine shows boxes,
/// then the machine's own.
public final class ReceiptFont {
    private static final float SIZE = 22;

    /// What stands for a sign that no font has (U+3013, as printers set it).
    public static final String MISSING = "〓";

    /// Each for what those before it lack: Chinese and its usual Latin, other Latin, the rare characters of names
    /// (𠮷) that Japan and Hong Kong use too, Korean.
    private static final List<String> BUNDLED = List.of(
            "NotoSansSC-Regular.ttf",
            "NotoSans-Regular.ttf",
            "NotoSansJP-Rare.ttf",
            "NotoSansHK-Rare.ttf",
            "NotoSansKR-Hangul.ttf");

    private static final Font REGULAR = load(BUNDLED.getFirst());

    /// Reading them takes a while, and few receipts need them.
    private static final class Others {
        private static final List<Font> FONTS =
                BUNDLED.stream().skip(1).map(ReceiptFont::load).toList();
        private static final Font MACHINES = new Font(Font.SANS_SERIF, Font.PLAIN, 1).deriveFont(SIZE);
    }

    private ReceiptFont() {}

    /// The bundled fonts, in the order in which to ask them; one that a build leaves out is not among them.
    public static List<String> files() {
        return BUNDLED.stream().filter(name -> file(name).isPresent()).toList();
    }

    /// @param name one of {@link #files}
    public static InputStream open(String name) throws IOException {
        return file(name)
                .orElseThrow(() -> new IllegalArgumentException("This build has no font " + name))
                .openStream();
    }

    /// The first font that has a sign; empty where none has it.
    static Optional<Font> of(int character) {
        if (REGULAR.canDisplay(character)) {
            return Optional.of(REGULAR);
        }
        return Others.FONTS.stream()
                .filter(font -> font.canDisplay(character))
                .findFirst()
                .or(() -> Optional.of(Others.MACHINES).filter(font -> font.canDisplay(character)));
    }

    private static Optional<URL> file(String name) {
        return Optional.ofNullable(ReceiptFont.class.getResource("/assets/fonts/" + name));
    }

    private static Font load(String name) {
        var found = file(name);
        if (found.isEmpty()) {
            return new Font(Font.MONOSPACED, Font.PLAIN, 1).deriveFont(SIZE);
        }
        try (var file = found.get().openStream()) {
            return Font.createFont(Font.TRUETYPE_FONT, file).deriveFont(SIZE);
        } catch (FontFormatException broken) {
            throw new IllegalStateException("The bundled font is broken: " + name, broken);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The bundled font cannot be read: " + name, unreadable);
        }
    }
}

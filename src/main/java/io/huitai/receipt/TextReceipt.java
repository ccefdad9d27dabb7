package io.huitai.receipt;

/// Renders a receipt as plain text, for screens, consoles and logs of shops.
public final class TextReceipt {
    private TextReceipt() {}

    /// Lines of at most `columns` (a Chinese character takes two), each ended by a line feed. A QR code stands as
    /// "[QR payload]", a cut as an empty line; a logo and a drawer pulse leave no trace.
    public static String render(Document document, int columns) {
        var text = new StringBuilder();
        for (var row : Layout.of(document, columns)) {
            switch (row) {
                case Row.Line(var line, var look) ->
                    text.append(look == Row.Look.LARGE ? centredWhole(line, columns) : line)
                            .append('\n');
                case Row.Code(var payload) ->
                    text.append(Glyphs.centred("[QR " + Glyphs.clean(payload) + "]", columns))
                            .append('\n');
                case Row.Cut() -> text.append('\n');
                case Row.Picture(var _), Row.Pulse() -> {}
            }
        }
        return text.toString();
    }

    /// How many columns a text takes in these lines.
    public static int columns(String text) {
        return Glyphs.width(text);
    }

    private static String centredWhole(String line, int columns) {
        return Glyphs.centred(line.strip(), columns);
    }
}

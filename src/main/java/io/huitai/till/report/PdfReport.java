package io.huitai.till.report;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/// A report on pages of A4, lying, with the part that it needs of the font that receipts are drawn with.
final class PdfReport implements AutoCloseable {
    private static final String FONT = "/assets/fonts/NotoSansSC-Regular.ttf";
    private static final PDRectangle PAGE = new PDRectangle(842, 595);
    private static final float MARGIN = 36;
    private static final float SIZE = 9;
    private static final float TITLE = 13;
    private static final float LINE = 14;
    private static final float GAP = 10;

    private final PDDocument document = new PDDocument();
    private final ReportWords words;
    private final PDFont font;
    private PDPageContentStream page;
    private float y;

    private PdfReport(ReportWords words) throws IOException {
        this.words = words;
        try (var file = PdfReport.class.getResourceAsStream(FONT)) {
            if (file == null) {
                throw new IOException("This build has no font " + FONT);
            }
            font = PDType0Font.load(document, file, true);
        }
        page = fresh();
    }

    static void write(Report report, ReportWords words, OutputStream out) throws IOException {
        try (var pdf = new PdfReport(words)) {
            pdf.text(MARGIN, TITLE, report.shop() + "  " + words.title(report));
            pdf.y -= LINE * 2;
            for (var table : report.tables()) {
                pdf.table(table);
            }
            pdf.page.close();
            pdf.document.save(out);
        }
    }

    private PDPageContentStream fresh() throws IOException {
        var next = new PDPage(PAGE);
        document.addPage(next);
        y = PAGE.getHeight() - MARGIN - TITLE;
        return new PDPageContentStream(document, next);
    }

    private void table(Table table) throws IOException {
        room(4);
        text(MARGIN, TITLE - 2, words.title(table));
        y -= LINE * 1.3f;
        var lines = words.lines(table);
        var widths = widths(lines, table.columns().size());
        row(lines.getFirst(), widths, table);
        for (var line : lines.subList(1, lines.size())) {
            if (room(1)) {
                row(lines.getFirst(), widths, table); // the head once more on the new page
            }
            row(line, widths, table);
        }
        y -= LINE;
    }

    /// As wide as the widest word of each; all of them narrower in the same way where the page is too small.
    private float[] widths(List<List<String>> lines, int columns) throws IOException {
        var widths = new float[columns];
        var all = 0f;
        for (var i = 0; i < columns; i++) {
            for (var line : lines) {
                widths[i] = Math.max(widths[i], width(line.get(i)) + GAP);
            }
            all += widths[i];
        }
        var place = PAGE.getWidth() - 2 * MARGIN;
        for (var i = 0; i < columns && all > place; i++) {
            widths[i] = widths[i] * place / all;
        }
        return widths;
    }

    private float width(String text) throws IOException {
        return font.getStringWidth(shown(text)) / 1000 * SIZE;
    }

    private void row(List<String> cells, float[] widths, Table table) throws IOException {
        var x = MARGIN;
        for (var i = 0; i < widths.length; i++) {
            var text = fitting(cells.get(i), widths[i] - GAP / 2);
            text(table.isNumber(i) ? x + widths[i] - GAP - width(text) : x, SIZE, text);
            x += widths[i];
        }
        y -= LINE;
    }

    private String fitting(String text, float place) throws IOException {
        var fitting = text;
        while (!fitting.isEmpty() && width(fitting) > place) {
            fitting = fitting.substring(0, fitting.offsetByCodePoints(fitting.length(), -1));
        }
        return fitting;
    }

    /// Turns the page where it has no place for so many lines.
    private boolean room(int lines) throws IOException {
        if (y - lines * LINE >= MARGIN) {
            return false;
        }
        page.close();
        page = fresh();
        return true;
    }

    private void text(float x, float size, String text) throws IOException {
        page.beginText();
        page.setFont(font, size);
        page.newLineAtOffset(x, y);
        page.showText(shown(text));
        page.endText();
    }

    /// What the font has no sign for becomes a box, as in any other program.
    private String shown(String text) {
        var shown = new StringBuilder();
        text.codePoints().forEach(c -> shown.appendCodePoint(hasSign(c) ? c : '□'));
        return shown.toString();
    }

    private boolean hasSign(int codePoint) {
        try {
            return codePoint >= ' ' && font.encode(Character.toString(codePoint)).length > 0;
        } catch (IOException | IllegalArgumentException unknown) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}

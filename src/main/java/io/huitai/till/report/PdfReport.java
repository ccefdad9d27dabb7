package io.huitai.till.report;

import io.huitai.receipt.ReceiptFont;
import java.io.IOException;
import java.io.OutputStream;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/// A report on pages of A4, lying, with the parts that it needs of the fonts that receipts are drawn with.
final class PdfReport implements AutoCloseable {
    private static final PDRectangle PAGE = new PDRectangle(842, 595);
    private static final float MARGIN = 36;
    private static final float SIZE = 9;
    private static final float TITLE = 13;
    private static final float LINE = 14;
    private static final float GAP = 10;
    private static final float NARROWEST = 30;
    /// What adding up widths may lose.
    private static final float ROUNDING = 0.1f;

    private final PDDocument document = new PDDocument();
    private final ReportWords words;
    private final List<String> files = ReceiptFont.files();
    private final List<PDFont> fonts = new ArrayList<>();
    private PDPageContentStream page;
    private float y;

    private PdfReport(ReportWords words) throws IOException {
        this.words = words;
        if (files.isEmpty()) {
            throw new IOException("This build has no fonts");
        }
        fonts.add(load(files.getFirst()));
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
        var widths = widths(lines, table);
        row(lines.getFirst(), widths, table);
        for (var line : lines.subList(1, lines.size())) {
            if (room(height(line, widths))) {
                row(lines.getFirst(), widths, table); // the head once more on the new page
            }
            row(line, widths, table);
        }
        y -= LINE;
    }

    /// As wide as the widest word of each. Where the page is too small, first the heads of figures are broken, then
    /// words; figures stay whole as long as they have place at all.
    private float[] widths(List<List<String>> lines, Table table) throws IOException {
        var place = PAGE.getWidth() - 2 * MARGIN;
        var widths = widest(lines);
        if (sum(widths) <= place) {
            return widths;
        }
        var figures = widest(lines.subList(1, lines.size()));
        var words = 0f;
        for (var i = 0; i < widths.length; i++) {
            if (table.isNumber(i)) {
                widths[i] = Math.max(figures[i], NARROWEST);
            } else {
                words += widths[i];
            }
        }
        var left = Math.max(place - (sum(widths) - words), place / 4);
        var small = Math.min(1, left / words);
        for (var i = 0; i < widths.length; i++) {
            widths[i] = table.isNumber(i) ? widths[i] : widths[i] * small;
        }
        var all = sum(widths);
        for (var i = 0; i < widths.length && all > place; i++) {
            widths[i] = widths[i] * place / all;
        }
        return widths;
    }

    private float[] widest(List<List<String>> lines) throws IOException {
        var widths = new float[lines.isEmpty() ? 0 : lines.getFirst().size()];
        for (var line : lines) {
            for (var i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], width(line.get(i)) + GAP);
            }
        }
        return widths;
    }

    private static float sum(float[] widths) {
        var sum = 0f;
        for (var width : widths) {
            sum += width;
        }
        return sum;
    }

    private float width(String text) throws IOException {
        var width = 0f;
        for (var run : runs(text)) {
            width += run.font().getStringWidth(run.text()) / 1000 * SIZE;
        }
        return width;
    }

    private int height(List<String> cells, float[] widths) throws IOException {
        var height = 1;
        for (var i = 0; i < widths.length; i++) {
            height = Math.max(height, broken(cells.get(i), widths[i] - GAP).size());
        }
        return height;
    }

    /// Every cell in its column, over as many lines as it needs, a gap before the next one.
    private void row(List<String> cells, float[] widths, Table table) throws IOException {
        var x = MARGIN;
        var lowest = y;
        for (var i = 0; i < widths.length; i++) {
            var below = y;
            for (var line : broken(cells.get(i), widths[i] - GAP)) {
                var left = table.isNumber(i) ? x + widths[i] - GAP - width(line) : x;
                text(left, below, SIZE, line);
                below -= LINE;
            }
            lowest = Math.min(lowest, below);
            x += widths[i];
        }
        y = Math.min(lowest, y - LINE);
    }

    /// A text in lines that fit, between words where it can.
    private List<String> broken(String text, float place) throws IOException {
        if (width(text) <= place + ROUNDING) {
            return List.of(text);
        }
        var lines = new ArrayList<String>();
        var line = "";
        var breaks = BreakIterator.getLineInstance(Locale.CHINA);
        breaks.setText(text);
        for (int from = breaks.first(), to = breaks.next(); to != BreakIterator.DONE; from = to, to = breaks.next()) {
            var word = text.substring(from, to);
            if (!line.isEmpty() && width((line + word).stripTrailing()) > place) {
                lines.add(line.stripTrailing());
                line = "";
            }
            line += word;
            while (width(line.stripTrailing()) > place && line.codePointCount(0, line.length()) > 1) {
                var fits = line.offsetByCodePoints(0, 1);
                while (width(line.substring(0, line.offsetByCodePoints(fits, 1))) <= place) {
                    fits = line.offsetByCodePoints(fits, 1);
                }
                lines.add(line.substring(0, fits));
                line = line.substring(fits);
            }
        }
        lines.add(line.stripTrailing());
        return lines;
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
        text(x, y, size, text);
    }

    private void text(float x, float at, float size, String text) throws IOException {
        page.beginText();
        page.newLineAtOffset(x, at);
        for (var run : runs(text)) {
            page.setFont(run.font(), size);
            page.showText(run.text());
        }
        page.endText();
    }

    /// What the fonts have between them.
    private record Run(PDFont font, String text) {}

    private List<Run> runs(String text) throws IOException {
        var runs = new ArrayList<Run>();
        for (var sign : text.codePoints().mapToObj(Character::toString).toList()) {
            var font = fontOf(sign);
            var shown = font.isPresent() ? sign : ReceiptFont.MISSING;
            var used = font.orElse(fonts.getFirst());
            if (!runs.isEmpty() && runs.getLast().font().equals(used)) {
                runs.add(new Run(used, runs.removeLast().text() + shown));
            } else {
                runs.add(new Run(used, shown));
            }
        }
        return runs;
    }

    /// Fonts are read only when one before them lacks a sign.
    private Optional<PDFont> fontOf(String sign) throws IOException {
        for (var i = 0; i < files.size(); i++) {
            if (i == fonts.size()) {
                fonts.add(load(files.get(i)));
            }
            if (hasSign(fonts.get(i), sign)) {
                return Optional.of(fonts.get(i));
            }
        }
        return Optional.empty();
    }

    private PDFont load(String file) throws IOException {
        try (var in = ReceiptFont.open(file)) {
            return PDType0Font.load(document, in, true);
        }
    }

    private static boolean hasSign(PDFont font, String sign) throws IOException {
        try {
            return sign.codePointAt(0) >= ' ' && font.encode(sign).length > 0;
        } catch (IllegalArgumentException unknown) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}

package io.huitai.ui.fittings;

import io.huitai.receipt.TextReceipt;
import javafx.geometry.VPos;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Line;
import javafx.scene.text.Text;

/// A receipt's text on the screen, column by column as the printer would set it: a Chinese character takes two columns,
/// whatever the font thinks.
public final class ReceiptPaper extends Pane {
    private static final double SIZE = 13;
    private static final double COLUMN = SIZE * 0.56;
    private static final double LINE = SIZE * 1.5;
    private static final double MARGIN = 16;

    public ReceiptPaper(String text, int columns) {
        setId("receipt-paper");
        getStyleClass().add("paper");
        setAccessibleText(text);
        var lines = text.lines().toList();
        for (var row = 0; row < lines.size(); row++) {
            set(lines.get(row), MARGIN + row * LINE, columns);
        }
        var width = columns * COLUMN + 2 * MARGIN;
        setMinWidth(width);
        setPrefWidth(width);
        setMaxWidth(width);
        setPrefHeight(lines.size() * LINE + 2 * MARGIN);
    }

    /// Sets each run of text between two or more blanks at its own column; the last run ends where its columns end.
    private void set(String line, double y, int columns) {
        if (line.matches("-{10,}\\s*")) {
            rule(y, columns);
            return;
        }
        var column = 0;
        var at = 0;
        while (at < line.length()) {
            if (line.charAt(at) == ' ') {
                at++;
                column++;
                continue;
            }
            var end = endOfRun(line, at);
            var run = line.substring(at, end);
            var width = TextReceipt.columns(run);
            var word = new Text(run);
            word.getStyleClass().add("paper-text");
            word.setTextOrigin(VPos.TOP);
            word.setY(y);
            var left = MARGIN + column * COLUMN;
            var right = left + width * COLUMN;
            var endsLine = column > 0 && column + width >= columns;
            if (endsLine) {
                word.layoutBoundsProperty().subscribe(bounds -> word.setX(right - bounds.getWidth()));
            } else {
                word.setX(left);
            }
            getChildren().add(word);
            column += width;
            at = end;
        }
    }

    private void rule(double y, int columns) {
        var rule = new Line(MARGIN, y + LINE / 2, MARGIN + columns * COLUMN, y + LINE / 2);
        rule.getStyleClass().add("paper-rule");
        getChildren().add(rule);
    }

    private static int endOfRun(String line, int from) {
        var end = line.indexOf("  ", from);
        return end < 0 ? line.stripTrailing().length() : end;
    }
}

package io.huitai.receipt;

import io.huitai.receipt.Row.Look;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/// Sets a document on paper of so many columns: the same rows for every renderer, but that a printer's own font makes
/// other signs do for those it lacks.
final class Layout {
    static final int NARROWEST = 24;
    static final int WIDEST = 64;

    /// From here on an item's price, quantity and amount stand beside its name, else below it.
    private static final int TABLE = 42;

    private static final int AMOUNT = 11;
    private static final int QUANTITY = 6;
    private static final int PRICE = 10;

    private final int columns;
    private final UnaryOperator<String> signs;
    private final List<Row> rows = new ArrayList<>();

    private Layout(int columns, UnaryOperator<String> signs) {
        this.columns = columns;
        this.signs = signs;
    }

    static List<Row> of(Document document, int columns) {
        return of(document, columns, UnaryOperator.identity());
    }

    /// In the signs of a Chinese printer.
    static List<Row> ofSigns(Document document, int columns) {
        return of(document, columns, Signs::nearest);
    }

    private static List<Row> of(Document document, int columns, UnaryOperator<String> signs) {
        if (columns < NARROWEST || columns > WIDEST) {
            throw new IllegalArgumentException("Paper has " + NARROWEST + " to " + WIDEST + " columns");
        }
        var layout = new Layout(columns, signs);
        document.blocks().forEach(layout::set);
        return List.copyOf(layout.rows);
    }

    private void set(Block block) {
        switch (block) {
            case Block.Picture(var logo) -> rows.add(new Row.Picture(logo.on(columns * Drawing.CELL)));
            case Block.Heading(var text) -> heading(text);
            case Block.Text(var text, var side, var weight) -> text(text, side, look(weight));
            case Block.Pair(var left, var right, var weight) -> pair(left, right, "", look(weight));
            case Block.Rule() -> line("-".repeat(columns), Look.PLAIN);
            case Block.Heads heads -> heads(heads);
            case Block.Item item -> item(item);
            case Block.Total(var label, var amount) -> pair(label, amount, "", Look.TALL);
            case Block.Qr(var payload, var caption) -> qr(payload, caption);
            case Block.Banner(var text) -> banner(text);
            case Block.Signature(var label) -> signature(label);
            case Block.Feed(var lines) -> feed(lines);
            case Block.Cut() -> rows.add(new Row.Cut());
            case Block.DrawerPulse() -> rows.add(new Row.Pulse());
        }
    }

    /// Lines of about the same length: a single character below a long line is no heading.
    private void heading(String text) {
        var words = clean(text);
        var width = columns / 2;
        var lines = Glyphs.wrap(words, width).size();
        while (width > 2 && Glyphs.wrap(words, width - 1).size() == lines) {
            width--;
        }
        for (var part : Glyphs.wrap(words, width)) {
            line(Glyphs.centred(part, columns / 2), Look.LARGE);
        }
    }

    private void text(String text, Block.Side side, Look look) {
        for (var paragraph : text.split("\\R", -1)) {
            for (var part : Glyphs.wrap(clean(paragraph), columns)) {
                line(
                        switch (side) {
                            case LEFT -> part;
                            case CENTRE -> Glyphs.centred(part, columns);
                            case RIGHT -> Glyphs.toRight(part, columns);
                        },
                        look);
            }
        }
    }

    /// The right end stands on the last line of the left where it fits, else alone below.
    private void pair(String left, String right, String indent, Look look) {
        var end = clean(right);
        var room = columns - indent.length();
        var parts = Glyphs.wrap(clean(left), room);
        parts.subList(0, parts.size() - 1).forEach(part -> line(indent + part, look));
        var last = parts.getLast();
        if (end.isEmpty() || Glyphs.width(last) + 1 + Glyphs.width(end) <= room) {
            line((indent + Glyphs.toLeft(last, room - Glyphs.width(end)) + end).stripTrailing(), look);
        } else {
            line(indent + last, look);
            text(right, Block.Side.RIGHT, look);
        }
    }

    private void heads(Block.Heads heads) {
        var name = clean(heads.name());
        if (columns >= TABLE && fitsTable(heads.price(), heads.quantity(), heads.amount()) && fitsName(name)) {
            line(table(name, heads.price(), heads.quantity(), heads.amount()), Look.PLAIN);
        } else {
            pair(heads.name(), heads.price() + "×" + heads.quantity() + "  " + heads.amount(), "", Look.PLAIN);
        }
    }

    private void item(Block.Item item) {
        var name = clean(item.name());
        if (columns >= TABLE && fitsTable(item.price(), item.quantity(), item.amount())) {
            var parts = Glyphs.wrap(name, columns - AMOUNT - QUANTITY - PRICE - 1);
            line(table(parts.getFirst(), item.price(), item.quantity(), item.amount()), Look.PLAIN);
            parts.subList(1, parts.size()).forEach(part -> line(part, Look.PLAIN));
        } else {
            text(item.name(), Block.Side.LEFT, Look.PLAIN);
            pair(item.price() + "×" + item.quantity(), item.amount(), "  ", Look.PLAIN);
        }
        item.reasons().forEach(reason -> pair(reason.text(), reason.amount(), "  ", Look.PLAIN));
    }

    /// Each with a space in front, so that no two of them touch.
    private boolean fitsTable(String price, String quantity, String amount) {
        return Glyphs.width(clean(price)) < PRICE
                && Glyphs.width(clean(quantity)) < QUANTITY
                && Glyphs.width(clean(amount)) < AMOUNT;
    }

    private boolean fitsName(String name) {
        return Glyphs.width(name) < columns - AMOUNT - QUANTITY - PRICE;
    }

    private String table(String name, String price, String quantity, String amount) {
        return Glyphs.toLeft(name, columns - AMOUNT - QUANTITY - PRICE)
                + Glyphs.toRight(clean(price), PRICE)
                + Glyphs.toRight(clean(quantity), QUANTITY)
                + Glyphs.toRight(clean(amount), AMOUNT);
    }

    private void qr(String payload, String caption) {
        rows.add(new Row.Code(payload));
        if (!caption.isEmpty()) {
            text(caption, Block.Side.CENTRE, Look.PLAIN);
        }
    }

    private void banner(String text) {
        for (var part : Glyphs.wrap(clean(text), columns - 8)) {
            var bare = columns - Glyphs.width(part) - 2;
            line("*".repeat(bare / 2) + " " + part + " " + "*".repeat(bare - bare / 2), Look.INVERSE);
        }
    }

    private void signature(String label) {
        feed(1);
        var words = clean(label) + "：";
        var room = columns - Glyphs.width(words);
        if (room < 10) {
            text(words, Block.Side.LEFT, Look.PLAIN);
            feed(1);
            line("_".repeat(columns), Look.PLAIN);
        } else {
            line(words + "_".repeat(room), Look.PLAIN);
        }
    }

    private void feed(int lines) {
        for (var count = 0; count < lines; count++) {
            line("", Look.PLAIN);
        }
    }

    private String clean(String text) {
        return signs.apply(Glyphs.clean(text));
    }

    private void line(String text, Look look) {
        rows.add(new Row.Line(text, look));
    }

    private static Look look(Block.Weight weight) {
        return weight == Block.Weight.STRONG ? Look.STRONG : Look.PLAIN;
    }
}

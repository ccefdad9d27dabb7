package io.huitai.ui.sale;

import io.huitai.shop.Tender;
import io.huitai.ui.fittings.KeyButton;
import io.huitai.ui.fittings.Texts;
import io.huitai.ui.fittings.Words;
import java.util.ArrayList;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What the bill comes to, and the ways to pay it.
final class PayPanel extends VBox {
    private static final double[] SHARES = {40, 20, 20, 20};

    private final Payments payments;
    private final Texts texts;
    private final Label pieces = label("sum");
    private final Label gross = label("sum");
    private final Label why = label("saved");
    private final Label saved = label("saved");
    private final VBox paid = new VBox();
    private final Label dueName = label("due-name");
    private final Label earned = label("earned");
    private final Label due = label("due");
    private final QuickRow quick;

    /// What the buttons beside cash open.
    interface Ways {
        void scanPay();

        void stored();

        void other();
    }

    PayPanel(Payments payments, Texts texts, Ways ways) {
        this.payments = payments;
        this.texts = texts;
        getStyleClass().add("pay-panel");
        due.setId("sale-due");
        due.setMinWidth(USE_PREF_SIZE);
        saved.setId("sale-saved");
        saved.setMinWidth(USE_PREF_SIZE);
        dueName.setMinWidth(USE_PREF_SIZE);
        var names = new HBox(12, dueName, earned);
        names.setAlignment(Pos.BOTTOM_LEFT);
        var last = row(names, due);
        last.setAlignment(Pos.BOTTOM_LEFT);
        quick = new QuickRow(payments, texts);
        getChildren().addAll(row(pieces, gross), row(why, saved), paid, last, quick, tenders(ways));
        payments.bill().subscribe(_ -> draw());
        texts.words().subscribe(_ -> draw());
    }

    QuickRow quick() {
        return quick;
    }

    private GridPane tenders(Ways ways) {
        var grid = new GridPane();
        grid.getStyleClass().add("tenders");
        var cash = new KeyButton(
                "sale-pay-cash",
                texts.of(
                        payments.bill(),
                        (words, bill) -> words.get("sale.pay.cash", bill.due().toString())),
                "Enter",
                payments::payExact);
        cash.getStyleClass().add("main");
        grid.add(cash, 0, 0);
        grid.add(new KeyButton("sale-pay-scan", texts.of("sale.pay.scan"), "F4", ways::scanPay), 1, 0);
        grid.add(stored(ways), 2, 0);
        grid.add(new KeyButton("sale-pay-other", texts.of("sale.pay.other"), "F11", ways::other), 3, 0);
        for (var share : SHARES) {
            var column = new ColumnConstraints();
            column.setPercentWidth(share);
            grid.getColumnConstraints().add(column);
        }
        grid.getChildren().forEach(button -> button.setFocusTraversable(false));
        return grid;
    }

    /// Says what is on the card, as far as there is a member with money on it.
    private KeyButton stored(Ways ways) {
        var text = texts.of(payments.bill(), (words, _) -> {
            var there = payments.stored();
            return there.isPositive()
                    ? words.get("sale.pay.stored.there", there.toString())
                    : words.get("sale.pay.stored");
        });
        var button = new KeyButton("sale-pay-stored", text, "F5", ways::stored);
        button.disableProperty()
                .bind(payments.bill().map(_ -> !payments.stored().isPositive()));
        return button;
    }

    private void draw() {
        var bill = payments.bill().get();
        var words = texts.now();
        pieces.setText(words.get("sale.sum.pieces", bill.pieces()));
        gross.setText(bill.sums().gross().toString());
        why.setText(why(bill, words));
        saved.setText(bill.saved().isZero() ? "" : words.signed(bill.saved().negated()));
        dueName.setText(words.get(bill.paid().isEmpty() ? "sale.sum.due" : "sale.sum.left"));
        earned.setText(bill.earned() > 0 ? words.get("sale.sum.earned", bill.earned()) : "");
        due.setText(bill.due().toString());
        paid.getChildren()
                .setAll(bill.paid().stream().map(one -> paid(one, words)).toList());
    }

    private static String why(CounterBill bill, Words words) {
        var parts = new ArrayList<String>();
        if (!bill.sums().discount().isZero()) {
            parts.add(words.get("sale.sum.discount", bill.sums().discount().toString()));
        }
        if (!bill.sums().voucher().isZero()) {
            parts.add(words.get("sale.sum.voucher", bill.sums().voucher().toString()));
        }
        if (!bill.sums().pointsValue().isZero()) {
            parts.add(words.get("sale.sum.points", bill.sums().pointsValue().toString()));
        }
        if (!bill.rounding().isZero()) {
            parts.add(words.get("sale.sum.rounding", bill.rounding().toString()));
        }
        return parts.isEmpty() ? "" : words.get("sale.sum.saved", String.join(" · ", parts));
    }

    private HBox paid(Tender one, Words words) {
        var name = label("sum");
        name.setText(words.get("sale.sum.paid", words.tender(one.type())));
        var amount = label("sum");
        amount.setText(words.signed(one.amount().negated()));
        var back = new Button("✕");
        back.setId("sale-paid-void-" + one.index());
        back.getStyleClass().add("void-paid");
        back.setAccessibleText(words.get("sale.sum.void", words.tender(one.type())));
        back.setOnAction(_ -> payments.takeBack(one));
        var row = row(new HBox(8, name, back), amount);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static HBox row(Region left, Region right) {
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        left.setMinWidth(0);
        return new HBox(left, gap, right);
    }

    private static Label label(String style) {
        var label = new Label();
        label.getStyleClass().add(style);
        return label;
    }
}

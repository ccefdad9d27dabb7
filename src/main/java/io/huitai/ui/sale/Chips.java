package io.huitai.ui.sale;

import io.huitai.programme.pricing.Explanation;
import io.huitai.till.bill.Offers;
import io.huitai.ui.fittings.Texts;
import io.huitai.ui.fittings.Words;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// What the member could use on this bill now and what it would save, one tap or one key each; and what was asked for
/// and cannot be. The chips stay while their words change.
final class Chips extends FlowPane {
    private final SaleModel model;
    private final Texts texts;
    private final List<Chip> chips = new ArrayList<>();

    Chips(SaleModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        setId("sale-chips");
        getStyleClass().add("chips");
        model.bill().subscribe(_ -> draw());
        texts.words().subscribe(_ -> draw());
    }

    /// Uses the chip with a number, from 1, or no longer.
    void press(int number) {
        if (number >= 1 && number <= chips.size()) {
            chips.get(number - 1).fire();
        }
    }

    private void draw() {
        var words = texts.now();
        var bill = model.bill().get();
        var offers = offers(bill, words);
        while (chips.size() < offers.size()) {
            chips.add(new Chip(chips.size() + 1));
        }
        while (chips.size() > offers.size()) {
            chips.removeLast();
        }
        for (var i = 0; i < offers.size(); i++) {
            chips.get(i).show(offers.get(i));
        }
        var all = new ArrayList<Node>(chips);
        bill.refused().forEach(refusal -> all.add(tip(Explanation.of(refusal, words.lang()))));
        if (bill.noRight()) {
            all.add(tip(words.get("sale.chip.no-right")));
        }
        if (!all.equals(getChildren())) {
            getChildren().setAll(all);
        }
        setVisible(!all.isEmpty());
        setManaged(!all.isEmpty());
    }

    private List<Offer> offers(CounterBill bill, Words words) {
        var offers = new ArrayList<Offer>();
        for (var voucher : bill.vouchers()) {
            var used = voucher.used() > 0;
            var count = used
                    ? words.get("sale.chip.used", Long.toString(voucher.used()))
                    : words.get("sale.chip.held", Long.toString(voucher.held()));
            offers.add(new Offer(
                    "sale-voucher-" + voucher.type(),
                    voucher.name().in(words.lang()) + " " + count,
                    worth(voucher.saving(), words),
                    used,
                    () -> model.toggle(voucher)));
        }
        bill.points()
                .ifPresent(points -> offers.add(new Offer(
                        "sale-points",
                        words.get("sale.chip.points", points.points()),
                        worth(points.saving(), words),
                        points.used(),
                        () -> model.toggle(points))));
        return offers;
    }

    /// What the bill will show as taken off, and where other reductions give way to it, how much less is paid in all.
    private static String worth(Offers.Saving saving, Words words) {
        var takes = words.yuan(saving.takes().negated());
        return saving.takes().equals(saving.saves())
                ? takes
                : words.get("sale.chip.takes", takes, words.yuan(saving.saves()));
    }

    private static Label tip(String text) {
        var tip = label("tip");
        tip.setText(text);
        tip.setWrapText(true);
        return tip;
    }

    private static Label label(String style) {
        var label = new Label();
        label.getStyleClass().add(style);
        return label;
    }

    private record Offer(String id, String what, String saves, boolean used, Runnable toggled) {}

    private static final class Chip extends Button {
        private final Label what = label("what");
        private final Label worth = label("worth");

        Chip(int number) {
            var key = label("kbd");
            key.setText("Ctrl " + number);
            var second = new HBox(8, worth, key);
            second.setAlignment(Pos.CENTER_LEFT);
            setGraphic(new VBox(what, second));
            getStyleClass().add("chip");
            setFocusTraversable(false);
        }

        void show(Offer offer) {
            setId(offer.id());
            what.setText((offer.used() ? "✓ " : "") + offer.what());
            worth.setText(offer.saves());
            if (offer.used() != getStyleClass().contains("used")) {
                if (offer.used()) {
                    getStyleClass().add("used");
                } else {
                    getStyleClass().remove("used");
                }
            }
            setAccessibleText(what.getText() + " " + offer.saves());
            setOnAction(_ -> offer.toggled().run());
        }
    }
}

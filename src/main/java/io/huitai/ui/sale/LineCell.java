package io.huitai.ui.sale;

import io.huitai.programme.pricing.Explanation;
import io.huitai.ui.fittings.Texts;
import io.huitai.ui.fittings.Words;
import javafx.css.PseudoClass;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A line of the bill: how much, what, and under it what was taken off and why. The chosen line shows what can be done
/// with it.
final class LineCell extends ListCell<CounterBill.Line> {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final PseudoClass REFUSED = PseudoClass.getPseudoClass("refused");

    private final SaleModel model;
    private final Texts texts;
    private final Names names;
    private final Label qty = label("qty");
    private final Label name = label("name");
    private final Label amount = label("amount");
    private final VBox reasons = new VBox();
    private final LineTools tools;
    private final VBox all;

    LineCell(SaleModel model, Texts texts, Names names, LineTools tools) {
        this.model = model;
        this.tools = tools;
        this.texts = texts;
        this.names = names;
        name.setMaxWidth(Double.MAX_VALUE);
        name.setWrapText(true);
        HBox.setHgrow(name, Priority.ALWAYS);
        qty.setMinWidth(46);
        amount.setMinWidth(Region.USE_PREF_SIZE);
        all = new VBox(new HBox(qty, name, amount), reasons);
        all.getStyleClass().add("line");
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setPrefWidth(0);
        setOnMouseClicked(_ -> {
            if (!isEmpty()) {
                model.chosen().toggle(getItem().number());
            }
        });
        model.chosen().number().subscribe(_ -> mark());
        texts.words().subscribe(_ -> draw());
    }

    @Override
    protected void updateItem(CounterBill.Line line, boolean empty) {
        super.updateItem(line, empty);
        draw();
    }

    private void draw() {
        mark();
        var line = getItem();
        if (line == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        var words = texts.now();
        qty.setText(line.qty() + "×");
        name.setText(names.full(line, words.lang()));
        amount.setText(line.refused().isPresent() ? "—" : line.net().toString());
        explain(line, words);
        pseudoClassStateChanged(REFUSED, line.refused().isPresent());
        setAccessibleText(qty.getText() + " " + name.getText() + " " + amount.getText());
        setGraphic(all);
    }

    /// Shows whether it is the chosen one, which has the tools.
    private void mark() {
        var line = getItem();
        var chosen = line != null && model.chosen().number().get() == line.number();
        if (!chosen) {
            all.getChildren().remove(tools);
        } else if (!all.getChildren().contains(tools)) {
            all.getChildren().add(tools);
        }
        pseudoClassStateChanged(CHOSEN, chosen);
    }

    private void explain(CounterBill.Line line, Words words) {
        var rows = line.because().size() + (line.refused().isPresent() ? 1 : 0);
        while (reasons.getChildren().size() < rows) {
            reasons.getChildren().add(new Reason());
        }
        reasons.getChildren().remove(rows, reasons.getChildren().size());
        line.refused().ifPresent(code -> reason(0).show(Explanation.of(code, words.lang()), ""));
        var at = rows - line.because().size();
        for (var row : line.because()) {
            reason(at).show(Explanation.of(row.reason(), words.lang()), words.signed(row.amount()));
            at++;
        }
    }

    private Reason reason(int at) {
        return (Reason) reasons.getChildren().get(at);
    }

    private static Label label(String style) {
        var label = new Label();
        label.getStyleClass().add(style);
        return label;
    }

    /// Something taken off, and why.
    private static final class Reason extends HBox {
        private final Label why = label("why");
        private final Label off = label("off");

        Reason() {
            why.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(why, Priority.ALWAYS);
            off.setMinWidth(USE_PREF_SIZE);
            getChildren().addAll(why, off);
        }

        void show(String reason, String amount) {
            why.setText(reason);
            off.setText(amount);
        }
    }
}

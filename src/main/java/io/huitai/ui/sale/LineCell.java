package io.huitai.ui.sale;

import io.huitai.money.Money;
import io.huitai.programme.Explanation;
import io.huitai.ui.fittings.Texts;
import io.huitai.ui.fittings.Words;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
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
    private final HBox tools;
    private final VBox all;

    LineCell(SaleModel model, Texts texts, Names names, Runnable askQuantity) {
        this.model = model;
        this.texts = texts;
        this.names = names;
        name.setMaxWidth(Double.MAX_VALUE);
        name.setWrapText(true);
        HBox.setHgrow(name, Priority.ALWAYS);
        qty.setMinWidth(46);
        amount.setMinWidth(Region.USE_PREF_SIZE);
        tools = new HBox(
                tool("sale-line-minus", "−", "sale.line.minus", () -> model.step(-1)),
                tool("sale-line-plus", "+", "sale.line.plus", () -> model.step(1)),
                tool("sale-line-qty", "", "sale.line.qty", askQuantity),
                tool("sale-line-void", "", "sale.line.void", model::voidLine));
        tools.getStyleClass().add("tools");
        all = new VBox(new HBox(qty, name, amount), reasons, tools);
        all.getStyleClass().add("line");
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setPrefWidth(0);
        setOnMouseClicked(_ -> {
            if (!isEmpty()) {
                model.select(getItem().number());
            }
        });
    }

    @Override
    protected void updateItem(CounterBill.Line line, boolean empty) {
        super.updateItem(line, empty);
        if (empty || line == null) {
            setGraphic(null);
            setAccessibleText(null);
            pseudoClassStateChanged(CHOSEN, false);
            return;
        }
        var words = texts.now();
        var chosen = model.selected().get() == line.number();
        qty.setText(line.qty() + "×");
        name.setText(names.of(line, words.lang()) + (line.note().isEmpty() ? "" : " · " + line.note()));
        amount.setText(line.refused().isPresent() ? "—" : line.net().toString());
        explain(line, words);
        tools.setVisible(chosen);
        tools.setManaged(chosen);
        pseudoClassStateChanged(CHOSEN, chosen);
        pseudoClassStateChanged(REFUSED, line.refused().isPresent());
        setAccessibleText(qty.getText() + " " + name.getText() + " " + amount.getText());
        setGraphic(all);
    }

    private void explain(CounterBill.Line line, Words words) {
        reasons.getChildren().clear();
        line.refused().ifPresent(code -> reasons.getChildren().add(reason(Explanation.of(code, words.lang()), "")));
        for (var row : line.because()) {
            reasons.getChildren().add(reason(Explanation.of(row.reason(), words.lang()), signed(row.amount(), words)));
        }
    }

    private static String signed(Money amount, Words words) {
        return words.signed(amount);
    }

    private static HBox reason(String why, String off) {
        var words = label("why");
        words.setText(why);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        var amount = label("off");
        amount.setText(off);
        amount.setMinWidth(Region.USE_PREF_SIZE);
        return new HBox(words, amount);
    }

    private Button tool(String id, String sign, String key, Runnable pressed) {
        var tool = new Button(sign);
        tool.setId(id);
        tool.getStyleClass().add("tool");
        tool.setFocusTraversable(false);
        tool.accessibleTextProperty().bind(texts.of(key));
        if (sign.isEmpty()) {
            tool.textProperty().bind(texts.of(key));
        }
        tool.setOnAction(_ -> pressed.run());
        return tool;
    }

    private static Label label(String style) {
        var label = new Label();
        label.getStyleClass().add(style);
        return label;
    }
}

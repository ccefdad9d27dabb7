package io.huitai.ui.sale;

import io.huitai.ui.fittings.Texts;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The lines of the bill. Only those that changed are drawn again.
final class BillView extends ListView<CounterBill.Line> {
    private final SaleModel model;

    BillView(SaleModel model, Texts texts, Names names, Runnable askQuantity) {
        this.model = model;
        setId("sale-lines");
        getStyleClass().add("lines");
        setFocusTraversable(false);
        setCellFactory(_ -> new LineCell(model, texts, names, askQuantity));
        VBox.setVgrow(this, Priority.ALWAYS);
        setMinHeight(0);
        var nothing = new Label();
        nothing.getStyleClass().add("nothing");
        nothing.textProperty().bind(texts.of("sale.lines.none"));
        setPlaceholder(nothing);
        model.bill().subscribe(bill -> draw(bill.lines()));
        model.selected().subscribe(_ -> reveal());
        texts.words().subscribe(_ -> refresh());
    }

    private void draw(List<CounterBill.Line> lines) {
        var items = getItems();
        for (var i = 0; i < lines.size(); i++) {
            if (i == items.size()) {
                items.add(lines.get(i));
            } else if (!items.get(i).equals(lines.get(i))) {
                items.set(i, lines.get(i));
            }
        }
        items.remove(lines.size(), items.size());
    }

    private void reveal() {
        refresh();
        for (var i = 0; i < getItems().size(); i++) {
            if (getItems().get(i).number() == model.selected().get()) {
                scrollTo(i);
                return;
            }
        }
    }
}

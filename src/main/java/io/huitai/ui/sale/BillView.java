package io.huitai.ui.sale;

import io.huitai.ui.fittings.Texts;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The lines of the bill. Only those that changed are drawn again, in cells that stay, however long the bill is; the
/// chosen line is always in sight.
final class BillView extends ListView<CounterBill.Line> {
    private final SaleModel model;
    private boolean searching = true;

    BillView(SaleModel model, Texts texts, Names names, Runnable askQuantity, Runnable adjust) {
        this.model = model;
        setId("sale-lines");
        getStyleClass().add("lines");
        setFocusTraversable(false);
        var tools = new LineTools(model, texts, askQuantity, adjust);
        setCellFactory(_ -> new LineCell(model, texts, names, tools));
        VBox.setVgrow(this, Priority.ALWAYS);
        setMinHeight(0);
        var nothing = new Label();
        nothing.getStyleClass().add("nothing");
        nothing.textProperty().bind(texts.of("sale.lines.none"));
        setPlaceholder(nothing);
        model.bill().subscribe(bill -> draw(bill.lines()));
        model.chosen().number().subscribe(_ -> lookForChosen());
        heightProperty().subscribe(_ -> lookForChosen());
    }

    private void draw(List<CounterBill.Line> lines) {
        var items = getItems();
        for (var i = 0; i < lines.size(); i++) {
            if (i == items.size()) {
                items.addAll(lines.subList(i, lines.size()));
            } else if (!items.get(i).equals(lines.get(i))) {
                items.set(i, lines.get(i));
            }
        }
        items.remove(lines.size(), items.size());
        lookForChosen();
    }

    private void lookForChosen() {
        searching = true;
        requestLayout();
    }

    /// Brings the chosen line into sight once the cells have their heights, and no further than needed.
    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        if (searching && lookup(".virtual-flow") instanceof VirtualFlow<?> flow) {
            searching = false;
            model.chosen().place().ifPresent(place -> {
                flow.layout();
                flow.scrollTo(place);
            });
        }
    }
}

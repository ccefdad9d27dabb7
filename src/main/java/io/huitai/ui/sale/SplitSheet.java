package io.huitai.ui.sale;

import io.huitai.money.Quantity;
import io.huitai.till.refusal.ErrorCode;
import io.huitai.ui.fittings.AmountModel;
import io.huitai.ui.fittings.AmountPane;
import io.huitai.ui.fittings.Booth;
import io.huitai.ui.fittings.Notices;
import io.huitai.ui.fittings.Sheet;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// One bill made into several: equal parts by a number, or lines to parts beside it.
final class SplitSheet {
    private static final String ID = "sale-split";

    private final Booth booth;
    private final SaleModel sale;
    private final Names names;

    SplitSheet(Booth booth, SaleModel sale, Names names) {
        this.booth = booth;
        this.sale = sale;
        this.names = names;
    }

    void open() {
        var bill = sale.bill().get();
        if (bill.isEmpty()) {
            booth.notices().refused(ErrorCode.BILL_EMPTY);
        } else if (!bill.paid().isEmpty()) {
            booth.notices().refused(ErrorCode.BILL_TENDERED);
        } else if (bill.usesSomething()) {
            booth.notices().say(Notices.Kind.HINT, "sale.split.use");
        } else {
            show();
        }
    }

    private void show() {
        var texts = booth.texts();
        var sheets = booth.sheets();
        var model = new SplitModel(sale, booth.errands(), booth.notices(), () -> sheets.close(ID + "-sheet"));
        var parts = AmountModel.ofQuantity(typed -> {
            var number = Quantity.parse(typed).units();
            model.equally((int) Math.min(number, Integer.MAX_VALUE));
        });
        var pane = new AmountPane(ID, parts, texts, texts.of("sheet.ok"));
        var equal = new Label();
        equal.getStyleClass().add("caption");
        equal.textProperty().bind(texts.of("sale.split.equal"));
        var both = new HBox(26, new SplitView(model, texts, names), new VBox(8, equal, pane));
        sheets.show(new Sheet(ID + "-sheet", texts.of("sale.split.title"), both, pane));
    }
}

package io.huitai.ui.sale;

import io.huitai.money.Quantity;
import io.huitai.shop.Category;
import io.huitai.shop.Occasion;
import io.huitai.shop.Product;
import io.huitai.shop.Service;
import io.huitai.shop.ServiceMode;
import io.huitai.till.bill.Bills;
import io.huitai.till.bill.Catalogue;
import io.huitai.till.bill.HeldBills;
import io.huitai.ui.fittings.AmountModel;
import io.huitai.ui.fittings.AmountPane;
import io.huitai.ui.fittings.Booth;
import io.huitai.ui.fittings.Choice;
import io.huitai.ui.fittings.FieldPad;
import io.huitai.ui.fittings.Form;
import io.huitai.ui.fittings.Notices;
import io.huitai.ui.fittings.Sheet;
import io.huitai.ui.fittings.Words;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;

/// The small sheets of the sale screen: a quantity, held bills, an open item, how the bill is served.
final class SaleSheets {
    private final Booth booth;
    private final SaleModel sale;
    private final Catalogue catalogue;

    SaleSheets(Booth booth, SaleModel sale, Catalogue catalogue) {
        this.booth = booth;
        this.sale = sale;
        this.catalogue = catalogue;
    }

    void quantity() {
        var model = AmountModel.ofQuantity(typed -> {
            booth.sheets().close();
            sale.chosen().setQty(Quantity.parse(typed));
        });
        var pane =
                new AmountPane("sale-qty", model, booth.texts(), booth.texts().of("sheet.ok"));
        booth.sheets().show(new Sheet("sale-qty-sheet", booth.texts().of("sale.qty.title"), pane, pane));
    }

    void recall() {
        sale.held(held -> {
            if (held.isEmpty()) {
                booth.notices().say(Notices.Kind.HINT, "sale.recall.none");
            } else {
                showHeld(held);
            }
        });
    }

    private void showHeld(List<HeldBills.Held> held) {
        var list = new VBox();
        list.getStyleClass().add("choices");
        for (var bill : held) {
            var button = new Button();
            button.setId("sale-recall-" + bill.label());
            button.getStyleClass().add("choice");
            button.setMaxWidth(Double.MAX_VALUE);
            button.textProperty().bind(booth.texts().of(booth.texts().words(), (words, _) -> heldText(bill, words)));
            button.setOnAction(_ -> {
                booth.sheets().close();
                sale.recall(bill.label());
            });
            list.getChildren().add(button);
        }
        booth.sheets()
                .show(new Sheet(
                        "sale-recall-sheet",
                        booth.texts().of("sale.recall.title"),
                        list,
                        list.getChildren().getFirst()));
    }

    private static String heldText(HeldBills.Held bill, Words words) {
        return words.get(
                "sale.recall.bill",
                bill.label(),
                bill.lines(),
                words.yuan(bill.due()),
                bill.member().orElse(""));
    }

    void openItem(String group) {
        var name = Form.text("sale-open-name");
        var pane = new Form(booth.texts());
        var amount = new AmountModel(price -> {
            var text = name.getText().isBlank() ? booth.texts().now().get("sale.open.name") : name.getText();
            booth.sheets().close();
            sale.addOpen(new Bills.OpenItem(text, category(group), price), Quantity.ONE);
        });
        pane.row("sale.open.what", name);
        var pad =
                new AmountPane("sale-open", amount, booth.texts(), booth.texts().of("sheet.ok"));
        booth.sheets()
                .show(new Sheet("sale-open-sheet", booth.texts().of("sale.open.title"), new VBox(12, pane, pad), pad));
    }

    /// An open item counts to the category that most of its tab does.
    private Category category(String group) {
        return catalogue.products().stream()
                .filter(product -> product.group().equals(group))
                .map(Product::category)
                .findFirst()
                .orElse(new Category("other"));
    }

    void service() {
        var served = sale.bill().get().service();
        var texts = booth.texts();
        var mode = new Choice<>(
                "sale-service-mode",
                List.of(ServiceMode.values()),
                served.mode(),
                texts,
                value -> "mode." + value.code());
        var occasions = new java.util.ArrayList<Optional<Occasion>>(List.of(Optional.empty()));
        Arrays.stream(Occasion.values()).map(Optional::of).forEach(occasions::add);
        var occasion = new Choice<>(
                "sale-service-occasion",
                occasions,
                served.occasion(),
                texts,
                value -> "occasion." + value.map(Occasion::code).orElse("none"));
        var table = Form.text("sale-service-table", served.table());
        var room = Form.text("sale-service-room", served.room());
        var adults = Form.text("sale-service-adults", served.adults() == 0 ? "" : Integer.toString(served.adults()));
        var note = Form.text("sale-service-note", served.note());
        var form = new Form(texts);
        form.row("sale.service.mode", mode);
        form.row("sale.service.table", table);
        form.row("sale.service.room", room);
        form.row("sale.service.adults", adults);
        form.row("sale.service.occasion", occasion);
        form.row("sale.service.note", note);
        var done = form.done("sale-service-ok", "sheet.ok", () -> {
            var many = adults.getText().strip();
            if (!many.matches("[0-9]{0,4}")) {
                booth.notices().say(Notices.Kind.HINT, "member.whole");
                adults.requestFocus();
                return;
            }
            booth.sheets().close();
            sale.serve(new Service(
                    mode.chosen(),
                    many.isEmpty() ? 0 : Integer.parseInt(many),
                    occasion.chosen(),
                    table.getText().strip(),
                    room.getText().strip(),
                    note.getText().strip()));
        });
        booth.sheets()
                .show(new Sheet(
                        "sale-service-sheet",
                        texts.of("sale.service.title"),
                        new FieldPad("sale-service", form, texts, done::fire),
                        table));
    }
}

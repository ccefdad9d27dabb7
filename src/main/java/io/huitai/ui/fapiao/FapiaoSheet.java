package io.huitai.ui.fapiao;

import io.huitai.money.Money;
import io.huitai.shop.Fapiao;
import io.huitai.shop.ReceiptNo;
import io.huitai.till.refund.Fapiaos;
import io.huitai.ui.fittings.Booth;
import io.huitai.ui.fittings.Choice;
import io.huitai.ui.fittings.FieldPad;
import io.huitai.ui.fittings.Form;
import io.huitai.ui.fittings.Notices;
import io.huitai.ui.fittings.Sheet;
import io.huitai.ui.fittings.Words;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/// Asks for the tax invoice (发票) of a sale.
public final class FapiaoSheet {
    private static final String ID = "fapiao";

    private final Booth booth;

    public FapiaoSheet(Booth booth) {
        this.booth = booth;
    }

    /// @param receipt empty is the last one of this till
    public void open(Optional<ReceiptNo> receipt) {
        booth.errands()
                .desk(
                        desk -> new Opening(
                                desk.refund().fapiaos().look(receipt),
                                desk.now().toLocalDate()),
                        opening -> show(opening.sale(), opening.today()));
    }

    private record Opening(Fapiaos.Invoiceable sale, LocalDate today) {}

    private void show(Fapiaos.Invoiceable sale, LocalDate today) {
        var model = new FapiaoModel(booth.errands(), booth.notices(), sale, this::asked);
        var about = label(
                "about",
                words -> words.get(
                        "fapiao.about", sale.receipt(), words.moment(sale.at(), today), words.yuan(sale.paid())));
        about.getStyleClass().add("sheet-hint-wide");
        var amount = label(
                "amount",
                words -> words.get(
                        sale.asked().isPresent() ? "fapiao.stands" : "fapiao.amount", words.yuan(sale.amount())));
        amount.getStyleClass().add("verdict");
        var content = new VBox(10, about, amount);
        content.getStyleClass().add("fapiao");
        var first = sale.asked()
                .map(blue -> again(model, blue, content))
                .orElseGet(() -> sale.amount().isPositive() ? form(model, content) : nothing(sale, content));
        booth.sheets().show(new Sheet(ID + "-sheet", booth.texts().of("fapiao.title"), content, first));
    }

    private void asked(Fapiao fapiao) {
        booth.sheets().close(ID + "-sheet");
        booth.notices()
                .say(
                        Notices.Kind.DONE,
                        words -> words.get(
                                "fapiao.done",
                                words.yuan(fapiao.amount()),
                                fapiao.buyer().title()));
    }

    // What the sheet shows: the fields, or why there are none

    private Node form(FapiaoModel model, VBox content) {
        var texts = booth.texts();
        var kind = new Choice<>(ID + "-kind", List.of(true, false), true, texts, company -> "fapiao.kind." + company);
        kind.chosenProperty().subscribe(company -> model.company().set(company));
        model.company().subscribe(company -> {
            if (!kind.chosen().equals(company)) {
                kind.choose(company);
            }
        });
        var title = Form.text(ID + "-title");
        title.textProperty().bindBidirectional(model.title());
        var tax = Form.text(ID + "-tax");
        tax.textProperty().bindBidirectional(model.taxNumber());
        tax.disableProperty().bind(model.company().not());
        var form = new Form(texts);
        form.row("fapiao.kind", kind);
        form.row("fapiao.to", title);
        form.row("fapiao.tax", tax);
        form.row("fapiao.known", offers(model, title));
        var done = form.done(ID + "-ok", "fapiao.ok", model::ask);
        content.getChildren().add(new FieldPad(ID, form, texts, done::fire));
        return title;
    }

    /// Those who asked before, to be touched.
    private FlowPane offers(FapiaoModel model, TextField title) {
        var buttons = new FlowPane(6, 6);
        buttons.setMinHeight(44);
        var none = label("offers-none", words -> words.get("fapiao.known.none"));
        none.getStyleClass().add("caption");
        none.setMinHeight(44);
        model.offers().subscribe(offers -> {
            buttons.getChildren().setAll(offers.isEmpty() ? List.of(none) : List.of());
            for (var buyer : offers) {
                var button = new Button(buyer.title());
                button.setId(ID + "-offer-" + offers.indexOf(buyer));
                button.getStyleClass().add("choice-button");
                button.setAccessibleText(buyer.title() + " " + buyer.taxNumber());
                button.setOnAction(_ -> {
                    model.choose(buyer);
                    title.requestFocus();
                });
                buttons.getChildren().add(button);
            }
        });
        return buttons;
    }

    /// The request stands; it may be passed on once more, as where its file was lost.
    private Node again(FapiaoModel model, Fapiao blue, VBox content) {
        var buyer = blue.buyer();
        var to = label("asked", words -> words.get("fapiao.asked", buyer.title(), buyer.taxNumber()));
        var again = new Button();
        again.setId(ID + "-again");
        again.textProperty().bind(booth.texts().of("fapiao.again"));
        again.setDefaultButton(true);
        again.setMaxWidth(Double.MAX_VALUE);
        again.setOnAction(_ -> model.ask());
        content.getChildren().addAll(to, again);
        return again;
    }

    private Node nothing(Fapiaos.Invoiceable sale, VBox content) {
        var why = label(
                "nothing",
                words -> words.get(sale.paid().equals(Money.ZERO) ? "fapiao.nothing.free" : "fapiao.nothing"));
        var close = new Button();
        close.setId(ID + "-close");
        close.textProperty().bind(booth.texts().of("sheet.close"));
        close.setDefaultButton(true);
        close.setMaxWidth(Double.MAX_VALUE);
        close.setOnAction(_ -> booth.sheets().close());
        content.getChildren().addAll(why, close);
        return close;
    }

    private Label label(String name, Function<Words, String> said) {
        var label = new Label();
        label.setId(ID + "-" + name);
        label.setWrapText(true);
        ObservableValue<String> text = booth.texts().of(booth.texts().words(), (words, _) -> said.apply(words));
        label.textProperty().bind(text);
        return label;
    }
}

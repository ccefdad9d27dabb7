package io.huitai.ui.payment;

import io.huitai.money.Money;
import io.huitai.shop.TenderType;
import io.huitai.till.sale.Companies;
import io.huitai.till.sale.Sales;
import io.huitai.ui.fittings.Booth;
import io.huitai.ui.fittings.Choice;
import io.huitai.ui.fittings.Form;
import io.huitai.ui.fittings.Words;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/// What a tender needs beside its amount: the reference of another machine, a guest's room, a company.
final class TenderFields extends VBox {
    private final Booth booth;
    private final Choice<TenderType> type;
    private final TextField reference = Form.text("pay-other-reference");
    private final TextField room = Form.text("pay-other-room");
    private final TextField guest = Form.text("pay-other-guest");
    private final TextField company = Form.text("pay-other-company");
    private final VBox companies = new VBox();

    TenderFields(Booth booth, Choice<TenderType> type) {
        super(10);
        this.booth = booth;
        this.type = type;
        var means = new Form(booth.texts());
        means.row("pay.type", type);
        var external = new Form(booth.texts());
        external.row("pay.reference", reference);
        var toRoom = new Form(booth.texts());
        toRoom.row("pay.room", room);
        toRoom.row("pay.guest", guest);
        var account = new Form(booth.texts());
        account.row("pay.company", company);
        companies.getStyleClass().add("choices");
        var known = new ScrollPane(companies);
        known.setFitToWidth(true);
        known.setPrefHeight(180);
        known.setFocusTraversable(false);
        var onAccount = new VBox(10, account, known);
        getChildren().addAll(means, external, toRoom, onAccount);
        type.chosenProperty().subscribe(chosen -> {
            show(toRoom, chosen == TenderType.ROOM);
            show(onAccount, chosen == TenderType.ACCOUNT);
            show(external, hasReference(chosen));
            if (chosen == TenderType.ACCOUNT) {
                booth.errands()
                        .desk(desk -> desk.sale().companies().ageing(desk.now().toLocalDate()), this::list);
            }
        });
    }

    private void list(List<Companies.Aged> known) {
        companies.getChildren().setAll(known.stream().map(this::choice).toList());
    }

    private Button choice(Companies.Aged known) {
        var button = new Button();
        button.setId("pay-company-" + known.company());
        button.getStyleClass().add("choice");
        button.setMaxWidth(Double.MAX_VALUE);
        button.textProperty().bind(booth.texts().of(booth.texts().words(), (words, _) -> text(known, words)));
        button.setOnAction(_ -> company.setText(known.company()));
        return button;
    }

    private static String text(Companies.Aged known, Words words) {
        return known.limit()
                .map(limit ->
                        words.get("pay.company.known", known.company(), words.yuan(known.owed()), words.yuan(limit)))
                .orElseGet(() -> words.get("pay.company.owes", known.company(), words.yuan(known.owed())));
    }

    /// Only what is shown; empty while it is not said who is charged.
    Optional<Sales.Payment> payment(Money amount) {
        var toRoom = type.chosen() == TenderType.ROOM;
        var onAccount = type.chosen() == TenderType.ACCOUNT;
        var payment = new Sales.Payment(
                type.chosen(),
                Optional.of(amount),
                hasReference(type.chosen()) ? reference.getText().strip() : "",
                given(room).filter(_ -> toRoom),
                given(guest).filter(_ -> toRoom),
                given(company).filter(_ -> onAccount));
        return Optional.of(payment)
                .filter(_ -> !toRoom || payment.room().isPresent())
                .filter(_ -> !toRoom || payment.guest().isPresent())
                .filter(_ -> !onAccount || payment.company().isPresent());
    }

    private static boolean hasReference(TenderType type) {
        return switch (type) {
            case CASH, CARD, WECHAT, ALIPAY, UNIONPAY, CHEQUE -> true;
            case ROOM, ACCOUNT, STORED -> false;
        };
    }

    private static Optional<String> given(TextField field) {
        return Optional.of(field.getText().strip()).filter(text -> !text.isEmpty());
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}

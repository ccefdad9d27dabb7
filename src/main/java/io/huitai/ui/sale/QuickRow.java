package io.huitai.ui.sale;

import io.huitai.money.Money;
import io.huitai.shop.TenderType;
import io.huitai.ui.fittings.Texts;
import io.huitai.ui.fittings.Words;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The amounts of cash a guest is likely to hand over, with the change for each; one tap or one key takes it.
final class QuickRow extends HBox {
    private final Payments payments;

    QuickRow(Payments payments, Texts texts) {
        this.payments = payments;
        getStyleClass().add("quick");
        IntStream.rangeClosed(1, QuickCash.MOST).forEach(number -> getChildren().add(new Quick(number)));
        payments.bill().subscribe(_ -> draw(texts.now()));
        texts.words().subscribe(this::draw);
    }

    /// Takes the amount with a number, from 1.
    void press(int number) {
        if (number >= 1 && number <= QuickCash.MOST && getChildren().get(number - 1) instanceof Quick quick) {
            quick.fire();
        }
    }

    private void draw(Words words) {
        var due = payments.bill().get().due();
        var amounts = QuickCash.of(due);
        for (var i = 0; i < QuickCash.MOST; i++) {
            if (getChildren().get(i) instanceof Quick quick) {
                quick.show(i < amounts.size() ? Optional.of(amounts.get(i)) : Optional.empty(), due, words);
            }
        }
    }

    private final class Quick extends Button {
        private final Label given = label("given");
        private final Label change = label("change");

        Quick(int number) {
            var key = label("kbd");
            key.setText("Alt " + number);
            key.setMinWidth(USE_PREF_SIZE);
            var first = new HBox(6, given, key);
            first.setAlignment(Pos.CENTER);
            var both = new VBox(first, change);
            both.setAlignment(Pos.CENTER);
            setGraphic(both);
            getStyleClass().add("quick-cash");
            setFocusTraversable(false);
            setMaxWidth(Double.MAX_VALUE);
            setMinWidth(0);
            setPrefWidth(0);
            HBox.setHgrow(this, Priority.ALWAYS);
        }

        void show(Optional<Money> amount, Money due, Words words) {
            setVisible(amount.isPresent());
            setId(amount.map(cash -> "sale-quick-" + cash.fen()).orElse(null));
            setDisable(amount.isEmpty());
            amount.ifPresent(cash -> {
                given.setText(words.get("sale.quick.given", whole(cash)));
                change.setText(words.get("sale.quick.change", cash.minus(due).toString()));
                setAccessibleText(given.getText() + " " + change.getText());
                setOnAction(_ -> payments.pay(TenderType.CASH, Optional.of(cash), ""));
            });
        }

        private static String whole(Money cash) {
            return cash.fen() % 100 == 0 ? Long.toString(cash.fen() / 100) : cash.toString();
        }

        private static Label label(String style) {
            var label = new Label();
            label.getStyleClass().add(style);
            return label;
        }
    }
}

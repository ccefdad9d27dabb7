package io.huitai.ui.refund;

import io.huitai.money.Money;
import io.huitai.till.refund.Refunds;
import io.huitai.ui.fittings.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What goes back where, and what happens to points and vouchers, before anybody approves.
final class OutcomeBox extends VBox {
    OutcomeBox() {
        setId("refund-outcome");
        getStyleClass().add("box");
    }

    void draw(Refunds.Refundable sale, Optional<RefundModel.Outcome> outcome, Words words) {
        getChildren().setAll(rows(sale, outcome, words));
    }

    private static List<Node> rows(Refunds.Refundable sale, Optional<RefundModel.Outcome> shown, Words words) {
        var rows = new ArrayList<Node>();
        shown.ifPresent(outcome -> {
            var refund = outcome.refund();
            refund.refunded()
                    .forEach((type, paid) ->
                            rows.add(row(words.get("refund.money", words.tender(type)), paid.toString())));
            if (refund.takenBack() > 0) {
                rows.add(row(
                        words.get("refund.points.taken", words.count(sale.earned())),
                        words.get("refund.points.minus", words.count(refund.takenBack()))));
            }
            if (refund.givenBack() > 0) {
                rows.add(row(
                        words.get("refund.points.given"),
                        words.get("refund.points.plus", words.count(refund.givenBack()))));
            }
            if (refund.shortfall() > 0) {
                rows.add(row(words.get("refund.shortfall", refund.shortfall()), shortfall(refund, words)));
            }
            outcome.vouchers()
                    .forEach(back -> rows.add(row(
                            back.name().in(words.lang()),
                            words.get("refund.voucher.back", Long.toString(back.count())))));
        });
        if (rows.isEmpty()) {
            rows.add(row(words.get("refund.tick"), ""));
        }
        return rows;
    }

    private static String shortfall(Refunds.Refunded refund, Words words) {
        return refund.shortfallValue().equals(Money.ZERO)
                ? words.get("refund.shortfall.owed")
                : words.signed(refund.shortfallValue().negated());
    }

    private static HBox row(String name, String value) {
        var left = new Label(name);
        var right = new Label(value);
        right.getStyleClass().add("strong");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return new HBox(left, gap, right);
    }
}

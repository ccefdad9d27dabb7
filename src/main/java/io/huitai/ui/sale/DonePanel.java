package io.huitai.ui.sale;

import io.huitai.ui.fittings.KeyButton;
import io.huitai.ui.fittings.ReceiptPaper;
import io.huitai.ui.fittings.Texts;
import io.huitai.ui.fittings.Words;
import java.util.ArrayList;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/// A sale that is done, in the bill's place: the change to give, and the receipt. The next scan takes it away.
final class DonePanel extends VBox {
    /// So long after a payment a second Enter may still mean the first.
    private static final Duration MOMENT = Duration.millis(800);

    private final Label title = label("done-title");
    private final Label change = label("done-change");
    private final Label more = label("done-more");
    private final ScrollPane receipt = new ScrollPane();
    private final PauseTransition rest = new PauseTransition(MOMENT);
    private final int columns;

    DonePanel(Payments payments, Texts texts, int columns, Runnable fapiao) {
        this.columns = columns;
        setId("sale-done");
        getStyleClass().add("done");
        setAlignment(Pos.TOP_CENTER);
        title.setId("sale-done-title");
        change.setId("sale-done-change");
        more.setWrapText(true);
        receipt.setFitToWidth(true);
        receipt.setFocusTraversable(false);
        receipt.getStyleClass().add("receipt");
        VBox.setVgrow(receipt, Priority.ALWAYS);
        var next = new KeyButton("sale-next", texts.of("sale.done.next"), "Enter", payments::next);
        next.getStyleClass().add("main");
        next.setFocusTraversable(false);
        next.disableProperty().bind(payments.resting());
        rest.setOnFinished(_ -> payments.rested());
        HBox.setHgrow(next, Priority.ALWAYS);
        var invoice = new KeyButton("sale-fapiao", texts.of("sale.done.fapiao"), "Ctrl I", fapiao);
        invoice.setFocusTraversable(false);
        invoice.setMaxWidth(USE_PREF_SIZE);
        invoice.setMinWidth(110);
        var ways = new HBox(8, invoice, next);
        getChildren().addAll(title, change, more, receipt, ways);
        payments.resting().subscribe(resting -> rest(resting));
        payments.finished().subscribe(done -> draw(done, texts.now()));
        texts.words().subscribe(words -> draw(payments.finished().get(), words));
    }

    private void rest(boolean resting) {
        if (resting) {
            rest.playFromStart();
        } else {
            rest.stop();
        }
    }

    private void draw(Optional<Payments.Finished> done, Words words) {
        setVisible(done.isPresent());
        if (done.isEmpty()) {
            receipt.setContent(null);
            return;
        }
        var sale = done.get().sale();
        title.setText(words.get("sale.done.paid", words.yuan(sale.paid())));
        change.setText(
                done.get().change().isZero()
                        ? words.get("sale.done.no-change")
                        : words.get("sale.done.change", words.yuan(done.get().change())));
        var facts = new ArrayList<String>();
        facts.add(words.get("sale.done.receipt", sale.receipt()));
        if (sale.earned() > 0) {
            facts.add(words.get("sale.done.earned", sale.earned()));
        }
        if (sale.tier().isPresent()) {
            facts.add(words.get("sale.done.points", words.count(sale.points())));
        }
        done.get()
                .granted()
                .forEach(given -> facts.add(
                        words.get("sale.done.granted", given.name().in(words.lang()), Long.toString(given.count()))));
        more.setText(String.join(" · ", facts));
        receipt.setContent(new StackPane(new ReceiptPaper(done.get().receipt(), columns)));
    }

    private static Label label(String style) {
        var label = new Label();
        label.getStyleClass().add(style);
        return label;
    }
}

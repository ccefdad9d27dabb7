package io.huitai.ui.refund;

import io.huitai.money.Quantity;
import io.huitai.shop.ReceiptNo;
import io.huitai.store.ReceiptLine;
import io.huitai.till.refund.Refunds;
import io.huitai.ui.fittings.Booth;
import io.huitai.ui.fittings.Choice;
import io.huitai.ui.fittings.Form;
import io.huitai.ui.fittings.PinEntry;
import io.huitai.ui.fittings.PinModel;
import io.huitai.ui.fittings.Texts;
import io.huitai.ui.fittings.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// First the receipt, then its lines to tick, what goes back, and the approval beside it.
final class RefundView extends HBox {
    private final RefundModel model;
    private final Texts texts;
    private final VBox receipts = new VBox();
    private final VBox lines = new VBox();
    private final OutcomeBox money = new OutcomeBox();
    private final Label about = label("sheet-hint-wide");
    private final Label approve = label("sheet-hint");
    private final TextField number = Form.text("refund-number");
    private final VBox choosing;
    private final VBox ticking;
    private final VBox approval;
    private final PinEntry entry;

    RefundView(RefundModel model, PinModel pin, Booth booth, Consumer<ReceiptNo> fapiao) {
        this.model = model;
        this.texts = booth.texts();
        setId("refund");
        getStyleClass().add("refund");
        entry = new PinEntry("refund", pin, texts, texts.of("approval.approve"));
        choosing = choosing();
        ticking = ticking(fapiao);
        approval = approval();
        HBox.setHgrow(ticking, Priority.ALWAYS);
        HBox.setHgrow(choosing, Priority.ALWAYS);
        getChildren().addAll(choosing, ticking, approval);
        model.latest().subscribe(_ -> draw());
        model.sale().subscribe(_ -> draw());
        model.chosen().subscribe(_ -> draw());
        model.outcome().subscribe(_ -> draw());
        texts.words().when(sceneProperty().map(_ -> true).orElse(false)).subscribe(_ -> draw());
        model.sale()
                .subscribe(found -> found.flatMap(sale -> sale.lines().stream().findFirst())
                        .ifPresent(line -> focusLater(tickId(line))));
        addEventHandler(KeyEvent.KEY_TYPED, event -> typedBesideFields(event, pin));
    }

    Node first() {
        return number;
    }

    /// Whoever types digits while ticking means the approver's number.
    private void typedBesideFields(KeyEvent event, PinModel pin) {
        var text = event.getCharacter();
        if (model.sale().get().isPresent() && text.length() == 1 && Character.isDigit(text.charAt(0))) {
            entry.requestFocus();
            pin.type(text.charAt(0));
            event.consume();
        }
    }

    private void focusLater(String id) {
        Platform.runLater(() -> Optional.ofNullable(lines.lookup("#" + id)).ifPresent(Node::requestFocus));
    }

    private static String tickId(Refunds.Refundable.Line line) {
        return "refund-line-" + line.number();
    }

    private VBox choosing() {
        number.promptTextProperty().bind(texts.of("refund.number"));
        number.accessibleTextProperty().bind(texts.of("refund.number"));
        number.setOnAction(_ -> {
            if (!number.getText().isBlank()) {
                model.look(new ReceiptNo(number.getText().strip()));
            } else {
                model.latest().get().stream().findFirst().map(ReceiptLine::no).ifPresent(model::look);
            }
        });
        receipts.getStyleClass().add("choices");
        var scroll = new ScrollPane(receipts);
        scroll.setFitToWidth(true);
        scroll.setPrefHeight(430);
        scroll.setFocusTraversable(false);
        return new VBox(12, number, scroll);
    }

    private VBox ticking(Consumer<ReceiptNo> fapiao) {
        var back = cell("refund.col.back", 170, false);
        back.setAlignment(Pos.CENTER);
        var head = new HBox(
                cell("refund.col.item", 0, true),
                cell("refund.col.left", 70, false),
                back,
                cell("refund.col.amount", 96, false));
        head.getStyleClass().add("table-head");
        var scroll = new ScrollPane(lines);
        scroll.setFitToWidth(true);
        scroll.setPrefHeight(230);
        scroll.setFocusTraversable(false);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        var all = button("refund-all", "refund.all", model::everything);
        var other = button("refund-other", "refund.other", model::another);
        var why = new Choice<>(
                "refund-reason",
                List.of("quality", "wrong", "other"),
                "other", // what nobody chose says nothing
                texts,
                value -> "refund.reason." + value);
        why.chosenProperty().subscribe(value -> model.reason().set(value));
        var exchange = button("refund-exchange", "refund.exchange", model::exchange);
        var invoice = button(
                "refund-fapiao",
                "sale.done.fapiao",
                () -> model.sale().get().ifPresent(sale -> fapiao.accept(sale.receipt())));
        var tools = new FlowPane(8, 8, all, other, exchange, invoice, why);
        return new VBox(10, about, head, scroll, tools, money);
    }

    private VBox approval() {
        var title = label("box-title");
        title.textProperty().bind(texts.of("approval.title"));
        approve.setWrapText(true);
        var box = new VBox(8, title, approve, entry);
        box.getStyleClass().add("box");
        box.setMaxHeight(USE_PREF_SIZE);
        return box;
    }

    private void draw() {
        var words = texts.now();
        var found = model.sale().get();
        show(choosing, found.isEmpty());
        show(ticking, found.isPresent());
        show(approval, found.isPresent());
        receipts.getChildren()
                .setAll(model.latest().get().stream()
                        .map(line -> receipt(line, words))
                        .toList());
        found.ifPresent(sale -> draw(sale, words));
    }

    private void draw(Refunds.Refundable sale, Words words) {
        var tenders = new ArrayList<String>();
        sale.tenders().forEach((type, amount) -> tenders.add(words.tender(type) + " " + amount));
        about.setText(words.get(
                "refund.about",
                sale.receipt(),
                words.moment(sale.at(), model.today()),
                sale.member().orElseGet(() -> words.get("refund.walk-in")),
                words.yuan(sale.paid()),
                String.join(words.get("list.comma"), tenders)));
        var focused = sale.lines().stream()
                .map(RefundView::tickId)
                .filter(id -> Optional.ofNullable(lines.lookup("#" + id))
                        .filter(Node::isFocused)
                        .isPresent())
                .findFirst();
        lines.getChildren()
                .setAll(sale.lines().stream().map(line -> line(line, words)).toList());
        focused.ifPresent(this::focusLater);
        money.draw(sale, model.outcome().get(), words);
        approve.setText(model.outcome()
                .get()
                .map(outcome -> words.get(
                        "refund.approve",
                        words.yuan(
                                outcome.refund().amount().minus(outcome.refund().shortfallValue()))))
                .orElseGet(() -> words.get("refund.tick.keys")));
    }

    private Button receipt(ReceiptLine line, Words words) {
        var button =
                new Button(line.no() + "　" + words.moment(line.at(), model.today()) + "　" + words.yuan(line.paid()));
        button.setId("refund-receipt-" + line.no());
        button.getStyleClass().add("choice");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setOnAction(_ -> model.look(line.no()));
        return button;
    }

    private HBox line(Refunds.Refundable.Line line, Words words) {
        var back = model.chosen().get().getOrDefault(line.number(), 0L);
        var tick = new CheckBox(line.name());
        tick.setId(tickId(line));
        tick.getStyleClass().add("tick");
        tick.setSelected(back > 0);
        tick.setDisable(line.left() == 0);
        tick.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(tick, Priority.ALWAYS);
        tick.setOnAction(_ -> model.toggle(line));
        tick.addEventHandler(KeyEvent.KEY_TYPED, event -> {
            switch (event.getCharacter()) {
                case "+", "=" -> model.step(line, 1);
                case "-" -> model.step(line, -1);
                default -> {
                    return;
                }
            }
            event.consume();
        });
        var left = value(quantity(line.left()), 70);
        var count = value(back == 0 ? "–" : quantity(back), 62);
        count.setAlignment(Pos.CENTER);
        var steps = new HBox(4, step(line, "−", -1, words), count, step(line, "+", 1, words));
        steps.setAlignment(Pos.CENTER_RIGHT);
        steps.setMinWidth(170);
        var amount = value(back == 0 ? "" : model.amount(line).toString(), 96);
        var row = new HBox(tick, left, steps, amount);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("table-row");
        return row;
    }

    private Button step(Refunds.Refundable.Line line, String sign, int by, Words words) {
        var button = new Button(sign);
        button.setId("refund-" + (by > 0 ? "more-" : "less-") + line.number());
        button.getStyleClass().add("step");
        button.setFocusTraversable(false);
        button.setDisable(line.left() == 0);
        button.setAccessibleText(words.get(by > 0 ? "sale.line.plus" : "sale.line.minus"));
        button.setOnAction(_ -> model.step(line, by));
        return button;
    }

    private static String quantity(long thousandths) {
        return thousandths == 0 ? "0" : new Quantity(thousandths).toString();
    }

    private Label cell(String key, double width, boolean grows) {
        var cell = label("caption");
        cell.textProperty().bind(texts.of(key));
        if (grows) {
            cell.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(cell, Priority.ALWAYS);
        } else {
            cell.setMinWidth(width);
            cell.setAlignment(Pos.CENTER_RIGHT);
        }
        return cell;
    }

    private static Label value(String text, double width) {
        var value = new Label(text);
        value.setMinWidth(width);
        value.setAlignment(Pos.CENTER_RIGHT);
        return value;
    }

    private Button button(String id, String key, Runnable pressed) {
        var button = new Button();
        button.setId(id);
        button.textProperty().bind(texts.of(key));
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(_ -> pressed.run());
        return button;
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    private static Label label(String style) {
        var label = new Label();
        label.getStyleClass().add(style);
        return label;
    }
}

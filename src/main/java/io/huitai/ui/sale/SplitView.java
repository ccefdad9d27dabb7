package io.huitai.ui.sale;

import io.huitai.money.Quantity;
import io.huitai.ui.fittings.Texts;
import io.huitai.ui.fittings.Words;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The parts with what each pays, and the lines to tick for the part that is being filled.
final class SplitView extends VBox {
    private static final String ID = "sale-split";
    private static final double NUMBER = 64;
    private static final double MOVED = 160;
    private static final double SHARE = 64;

    private final SplitModel model;
    private final Texts texts;
    private final Names names;
    private final FlowPane parts = new FlowPane(6, 6);
    private final List<Row> rows = new ArrayList<>();

    SplitView(SplitModel model, Texts texts, Names names) {
        super(10);
        this.model = model;
        this.texts = texts;
        this.names = names;
        getStyleClass().add("split");
        var list = new VBox();
        for (var line : model.lines()) {
            var row = new Row(line);
            rows.add(row);
            list.getChildren().add(row);
        }
        var item = head("refund.col.item", Pos.CENTER_LEFT, 0);
        item.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(item, Priority.ALWAYS);
        var heads = new HBox(
                4,
                item,
                head("sale.split.col.stays", Pos.CENTER_RIGHT, NUMBER),
                head("sale.split.col.here", Pos.CENTER, MOVED),
                gap());
        heads.getStyleClass().add("table-head");
        var scroll = new ScrollPane(list);
        scroll.setFitToWidth(true);
        scroll.setPrefHeight(290);
        scroll.setFocusTraversable(false);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        var hint = new Label();
        hint.getStyleClass().add("sheet-hint-wide");
        hint.textProperty().bind(texts.of("sale.split.hint"));
        var done = new Button();
        done.setId(ID + "-lines-ok");
        done.getStyleClass().add("done-button");
        done.textProperty().bind(texts.of("sale.split.lines"));
        done.setMaxWidth(Double.MAX_VALUE);
        done.setOnAction(_ -> model.byLines());
        getChildren().addAll(parts, hint, heads, scroll, done);
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER && event.getTarget() instanceof CheckBox) {
                done.fire();
                event.consume();
            }
        });
        model.taken().subscribe(_ -> draw());
        model.part().subscribe(_ -> draw());
        model.pays().subscribe(_ -> draw());
        texts.words().subscribe(_ -> draw());
    }

    private static Region gap() {
        var gap = new Region();
        gap.setMinWidth(SHARE);
        return gap;
    }

    private Label head(String key, Pos alignment, double width) {
        var head = new Label();
        head.getStyleClass().add("caption");
        head.textProperty().bind(texts.of(key));
        head.setMinWidth(width);
        head.setAlignment(alignment);
        return head;
    }

    private void draw() {
        while (parts.getChildren().size() < model.parts() + 1) {
            parts.getChildren()
                    .add(
                            Math.max(0, parts.getChildren().size() - 1),
                            head(parts.getChildren().size()));
        }
        var words = texts.now();
        for (var number = 1; number <= model.parts(); number++) {
            if (parts.getChildren().get(number - 1) instanceof ToggleButton head) {
                head.setText(headText(number, words));
                head.setSelected(number == model.part().get());
            }
        }
        parts.getChildren().getLast().setDisable(model.parts() == SplitModel.MOST);
        rows.forEach(row -> row.draw(words));
    }

    /// A part to fill; the first only tells what stays, and the last of the row adds one.
    private ToggleButton head(int number) {
        var head = new ToggleButton();
        head.getStyleClass().add("choice-button");
        if (number == 0) {
            head.setId(ID + "-add");
            head.setText("+");
            head.accessibleTextProperty().bind(texts.of("sale.split.add"));
            head.setOnAction(_ -> {
                head.setSelected(false);
                model.onePartMore();
            });
        } else {
            head.setId(ID + "-part-" + number);
            head.setMouseTransparent(number == 1);
            head.setFocusTraversable(number > 1);
            head.setOnAction(_ -> {
                head.setSelected(true);
                model.fill(number);
            });
        }
        return head;
    }

    private String headText(int number, Words words) {
        var pays = model.pays().get();
        var amount = pays.size() < number ? "—" : words.yuan(pays.get(number - 1));
        return words.get(number == 1 ? "sale.split.stays" : "sale.split.part", amount, Integer.toString(number));
    }

    private static String quantity(long thousandths) {
        return thousandths == 0 ? "–" : new Quantity(thousandths).toString();
    }

    private final class Row extends HBox {
        private final CounterBill.Line line;
        private final CheckBox tick = new CheckBox();
        private final Label stays = value();
        private final Label here = value();
        private final Button less;
        private final Button more;
        private final Button share;

        Row(CounterBill.Line line) {
            this.line = line;
            setAlignment(Pos.CENTER_LEFT);
            setSpacing(4);
            getStyleClass().add("table-row");
            tick.setId(ID + "-line-" + line.number());
            tick.getStyleClass().add("tick");
            tick.setMaxWidth(Double.MAX_VALUE);
            tick.setMinWidth(0);
            HBox.setHgrow(tick, Priority.ALWAYS);
            tick.setOnAction(_ -> model.toggle(line));
            tick.addEventHandler(KeyEvent.KEY_TYPED, this::typed);
            stays.setId(ID + "-stays-" + line.number());
            here.setId(ID + "-here-" + line.number());
            here.setAlignment(Pos.CENTER);
            less = tool("less", "−", "sale.line.minus", () -> model.step(line, -1));
            more = tool("more", "+", "sale.line.plus", () -> model.step(line, 1));
            share = tool("share", "", "sale.split.share", () -> model.share(line));
            share.textProperty().bind(texts.of("sale.split.share"));
            share.getStyleClass().setAll("button", "share");
            share.setMinWidth(SHARE);
            getChildren().addAll(tick, stays, less, here, more, share);
        }

        private void typed(KeyEvent event) {
            var typed = event.getCharacter();
            switch (typed) {
                case "+", "=" -> model.step(line, 1);
                case "-" -> model.step(line, -1);
                case "/" -> model.share(line);
                case "2", "3", "4", "5", "6", "7", "8", "9" -> model.fill(Integer.parseInt(typed));
                default -> {
                    return;
                }
            }
            event.consume();
        }

        void draw(Words words) {
            var onFirst = model.on(1, line);
            var onPart = model.on(model.part().get(), line);
            tick.setText(names.full(line, words.lang()) + "　" + line.net());
            tick.setSelected(onPart > 0);
            tick.setDisable(onPart == 0 && onFirst == 0);
            stays.setText(quantity(onFirst));
            here.setText(quantity(onPart));
            less.setDisable(onPart == 0);
            more.setDisable(onFirst == 0);
        }

        private Button tool(String name, String sign, String key, Runnable pressed) {
            var button = new Button(sign);
            button.setId(ID + "-" + name + "-" + line.number());
            button.getStyleClass().add("step");
            button.setFocusTraversable(false);
            button.accessibleTextProperty().bind(texts.of(key));
            button.setOnAction(_ -> pressed.run());
            return button;
        }

        private static Label value() {
            var value = new Label();
            value.setMinWidth(NUMBER);
            value.setAlignment(Pos.CENTER_RIGHT);
            return value;
        }
    }
}

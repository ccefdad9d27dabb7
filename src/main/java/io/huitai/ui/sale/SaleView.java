package io.huitai.ui.sale;

import io.huitai.shop.Product;
import io.huitai.ui.fittings.KeyButton;
import io.huitai.ui.fittings.Texts;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// Products on the left, the bill on the right.
final class SaleView extends HBox {
    private static final PseudoClass ON = PseudoClass.getPseudoClass("on");

    private final SearchBox search;
    private final Chips chips;
    private final QuickRow quick;

    /// What the view's buttons do beside the models' own acts.
    interface Acts extends PayPanel.Ways {
        void enter();

        void take(Product product);

        void quantity();

        void adjust();

        void hold();

        void recall();

        void openItem();

        void service();

        void refund();

        /// The invoice of the sale that is done, or of the last one.
        void fapiao();

        void member();

        void more();
    }

    SaleView(
            SaleModel sale,
            Payments payments,
            ProductsModel products,
            Names names,
            Texts texts,
            int receiptColumns,
            Acts acts) {
        setId("sale");
        getStyleClass().add("sale");
        Consumer<Product> taken = acts::take;
        var tiles = new TilesView(products, texts, names, taken);
        search = new SearchBox(products, sale, tiles, texts, acts::enter);
        var left = new VBox(search, tabs(products, texts), tiles, actions(texts, acts));
        left.getStyleClass().add("left");
        left.setMinWidth(0);
        HBox.setHgrow(left, Priority.ALWAYS);
        var member = new MemberPanel(sale, texts, acts::member);
        var pay = new PayPanel(payments, texts, acts);
        chips = member.chips();
        quick = pay.quick();
        var bill = new VBox(
                member,
                new ServingLine(sale, texts),
                new BillView(sale, texts, names, acts::quantity, acts::adjust),
                pay);
        bill.getStyleClass().add("bill");
        var right = new StackPane(bill, new DonePanel(payments, texts, receiptColumns, acts::fapiao));
        right.getStyleClass().add("right");
        getChildren().addAll(left, right);
    }

    SearchBox search() {
        return search;
    }

    Chips chips() {
        return chips;
    }

    QuickRow quick() {
        return quick;
    }

    private static FlowPane tabs(ProductsModel products, Texts texts) {
        var tabs = new FlowPane();
        tabs.getStyleClass().add("tabs");
        for (var group : products.groups()) {
            var tab = new Button(group);
            tab.setId("sale-tab-" + group);
            tab.getStyleClass().add("tab");
            tab.setFocusTraversable(false);
            tab.textProperty()
                    .bind(texts.of(texts.words(), (words, _) -> words.wording().orSame("group." + group, group)));
            tab.setOnAction(_ -> products.choose(group));
            products.openGroup().subscribe(now -> tab.pseudoClassStateChanged(ON, now.equals(group)));
            tabs.getChildren().add(tab);
        }
        return tabs;
    }

    private static GridPane actions(Texts texts, Acts acts) {
        var row = new GridPane();
        row.getStyleClass().add("actions");
        var buttons = new KeyButton[] {
            new KeyButton("sale-hold", texts.of("sale.act.hold"), "F6", acts::hold),
            new KeyButton("sale-recall", texts.of("sale.act.recall"), "F7", acts::recall),
            new KeyButton("sale-open-item", texts.of("sale.act.open-item"), "F8", acts::openItem),
            new KeyButton("sale-service", texts.of("sale.act.service"), "F9", acts::service),
            new KeyButton("sale-refund", texts.of("sale.act.refund"), "F10", acts::refund),
            new KeyButton("sale-find", texts.of("sale.act.member"), "F3", acts::member),
            new KeyButton("sale-more", texts.of("sale.act.more"), "F12", acts::more),
        };
        for (var i = 0; i < buttons.length; i++) {
            var share = new ColumnConstraints();
            share.setPercentWidth(100.0 / buttons.length);
            row.getColumnConstraints().add(share);
            buttons[i].setFocusTraversable(false);
            row.add(buttons[i], i, 0);
        }
        return row;
    }
}

package io.huitai.ui.company;

import io.huitai.money.Money;
import io.huitai.till.sale.Companies;
import io.huitai.ui.fittings.Texts;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The companies in a table, one of them chosen, and a button for what it pays. However many there are, only the rows
/// in sight are drawn.
final class AccountsView extends VBox {
    private static final int ROW = 44;
    private static final int HEIGHT = 400;
    private static final int WIDTH = 1080;
    private static final int NAME = 260;

    private final AccountsModel model;
    private final Texts texts;
    private final TableView<Companies.Aged> table = new TableView<>();

    /// @param settle a company pays
    AccountsView(AccountsModel model, Texts texts, Consumer<Companies.Aged> settle) {
        super(12);
        this.model = model;
        this.texts = texts;
        getStyleClass().add("reports");
        setMinWidth(USE_PREF_SIZE);
        table(settle);
        var inAll = new Label();
        inAll.setId("accounts-in-all");
        inAll.getStyleClass().add("strong");
        inAll.textProperty()
                .bind(texts.of(model.owedInAll(), (words, owed) -> words.get("accounts.owed.all", words.yuan(owed))));
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var pays = new Button();
        pays.setId("accounts-settle-open");
        pays.getStyleClass().add("main");
        pays.setMinWidth(200);
        pays.textProperty().bind(texts.of("accounts.settle"));
        pays.disableProperty().bind(model.debtor().map(Optional::isEmpty));
        pays.setOnAction(_ -> model.debtor().getValue().ifPresent(settle));
        var foot = new HBox(8, inAll, gap, pays);
        foot.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(table, foot);
    }

    Node first() {
        return table;
    }

    private void table(Consumer<Companies.Aged> settle) {
        table.setId("accounts");
        var name = column("name", Companies.Aged::company);
        name.setMinWidth(NAME);
        table.getColumns().add(name);
        amount("limit", company -> company.limit().map(Money::toString).orElse("—"));
        amount("owed", company -> company.owed().toString());
        amount("to30", company -> company.upTo30().toString());
        amount("to60", company -> company.upTo60().toString());
        amount("to90", company -> company.upTo90().toString());
        amount("over90", company -> company.over90().toString());
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        table.setFixedCellSize(ROW);
        table.setPrefSize(WIDTH, HEIGHT);
        var nobody = new Label();
        nobody.textProperty().bind(texts.of("accounts.none"));
        table.setPlaceholder(nobody);
        table.accessibleTextProperty().bind(texts.of("accounts.title"));
        var selection = table.getSelectionModel();
        model.companies().subscribe(all -> table.getItems().setAll(all));
        model.chosen().subscribe(company -> company.ifPresentOrElse(selection::select, selection::clearSelection));
        selection
                .selectedItemProperty()
                .subscribe(row -> Optional.ofNullable(row).ifPresent(company -> model.choose(Optional.of(company))));
        table.addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.ENTER) {
                key.consume();
                model.debtor().getValue().ifPresent(settle);
            }
        });
    }

    private void amount(String id, Function<Companies.Aged, String> text) {
        var column = column(id, text);
        column.getStyleClass().add("number");
        table.getColumns().add(column);
    }

    private TableColumn<Companies.Aged, String> column(String id, Function<Companies.Aged, String> text) {
        var column = new TableColumn<Companies.Aged, String>();
        column.setId("accounts-column-" + id);
        column.textProperty().bind(texts.of("accounts." + id));
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(text.apply(row.getValue())));
        return column;
    }
}

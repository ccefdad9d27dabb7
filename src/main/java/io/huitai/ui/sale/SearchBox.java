package io.huitai.ui.sale;

import io.huitai.ui.fittings.Texts;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;

/// Where a cashier's fingers rest: letters search, Enter takes the marked product or, with nothing typed, the exact
/// cash; arrows, plus, minus and delete work on the bill while it is empty.
final class SearchBox extends StackPane {
    private final TextField field = new TextField();
    private final ProductsModel products;
    private final SaleModel sale;
    private final TilesView tiles;

    SearchBox(ProductsModel products, SaleModel sale, TilesView tiles, Texts texts, Runnable enter) {
        this.products = products;
        this.sale = sale;
        this.tiles = tiles;
        getStyleClass().add("search-box");
        field.setId("sale-search");
        field.getStyleClass().add("search");
        field.promptTextProperty().bind(texts.of("sale.search"));
        field.accessibleTextProperty().bind(texts.of("sale.search"));
        field.textProperty().bindBidirectional(products.search());
        var badge = new Label("F2");
        badge.getStyleClass().add("kbd");
        badge.setMouseTransparent(true);
        setAlignment(badge, Pos.CENTER_RIGHT);
        getChildren().addAll(field, badge);
        field.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                enter.run();
                event.consume();
            } else if (!event.isShortcutDown() && pressed(event.getCode())) {
                event.consume();
            } else if (event.isShortcutDown() && event.getCode() == KeyCode.Z && !products.isSearching()) {
                sale.undo(); // the field would take it for itself
                event.consume();
            }
        });
        field.addEventFilter(KeyEvent.KEY_TYPED, event -> {
            if (field.getText().isEmpty() && sale.chosen().number().get() != 0 && typed(event.getCharacter())) {
                event.consume();
            }
        });
    }

    void focus() {
        field.requestFocus();
        field.end();
    }

    /// Takes over what was typed while something else had the focus.
    void append(String typed) {
        focus();
        field.appendText(typed);
    }

    private boolean typed(String character) {
        return switch (character) {
            case "+", "=" -> step(1);
            case "-" -> step(-1);
            default -> false;
        };
    }

    private boolean step(int by) {
        sale.chosen().step(by);
        return true;
    }

    private boolean pressed(KeyCode key) {
        var searching = products.isSearching();
        return switch (key) {
            case DOWN -> searching ? move(tiles.columns()) : line(1);
            case UP -> searching ? move(-tiles.columns()) : line(-1);
            case RIGHT -> searching && field.getCaretPosition() == field.getLength() && move(1);
            case LEFT -> searching && products.hot().get() > 0 && move(-1);
            case DELETE -> !searching && voidLine();
            case ESCAPE -> searching && clear();
            default -> false;
        };
    }

    private boolean move(int by) {
        products.move(by);
        return true;
    }

    private boolean line(int by) {
        sale.chosen().move(by);
        return true;
    }

    private boolean voidLine() {
        sale.chosen().voidIt();
        return true;
    }

    private boolean clear() {
        products.clear();
        return true;
    }
}

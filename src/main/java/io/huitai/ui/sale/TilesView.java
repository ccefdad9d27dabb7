package io.huitai.ui.sale;

import io.huitai.shop.Product;
import io.huitai.ui.fittings.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The products in rows of tiles. Only the rows in sight exist, however many products there are.
final class TilesView extends ListView<TilesView.Row> {
    private static final double TILE = 154;
    private static final int FEWEST = 3;

    private final ProductsModel model;
    private final Texts texts;
    private final Names names;
    private final Consumer<Product> taken;
    private int columns = 5;

    /// @param first the place of its first tile among all
    record Row(int first, List<Product> products) {}

    TilesView(ProductsModel model, Texts texts, Names names, Consumer<Product> taken) {
        this.model = model;
        this.texts = texts;
        this.names = names;
        this.taken = taken;
        setId("sale-tiles");
        getStyleClass().add("tiles");
        setFocusTraversable(false);
        setFixedCellSize(97);
        setCellFactory(_ -> new Cell());
        VBox.setVgrow(this, Priority.ALWAYS);
        setMinHeight(0);
        var nothing = new Label();
        nothing.getStyleClass().add("nothing");
        nothing.textProperty().bind(texts.of("sale.search.none"));
        setPlaceholder(nothing);
        widthProperty().subscribe(width -> {
            var fit = Math.max(FEWEST, (int) (width.doubleValue() / TILE));
            if (fit != columns) {
                columns = fit;
                fill();
            }
        });
        model.shown().subscribe(_ -> fill());
        model.hot().subscribe(place -> {
            if (place.intValue() >= 0) {
                scrollTo(place.intValue() / columns);
            }
        });
    }

    int columns() {
        return columns;
    }

    private void fill() {
        var all = model.shown().get();
        var rows = new ArrayList<Row>();
        for (var at = 0; at < all.size(); at += columns) {
            rows.add(new Row(at, all.subList(at, Math.min(all.size(), at + columns))));
        }
        getItems().setAll(rows);
        if (!rows.isEmpty()) {
            scrollTo(0);
        }
    }

    private final class Cell extends ListCell<Row> {
        private final HBox row = new HBox();

        Cell() {
            row.getStyleClass().add("tile-row");
            setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
            setPrefWidth(0);
            model.hot().subscribe(_ -> mark());
            texts.words().subscribe(_ -> draw());
        }

        @Override
        protected void updateItem(Row shown, boolean empty) {
            super.updateItem(shown, empty);
            draw();
        }

        private void draw() {
            var shown = getItem();
            if (shown == null) {
                setGraphic(null);
                return;
            }
            while (row.getChildren().size() < columns) {
                var tile = new Tile(taken);
                tile.setPrefWidth(TILE);
                row.getChildren().add(tile);
            }
            while (row.getChildren().size() > columns) {
                row.getChildren().removeLast();
            }
            for (var i = 0; i < columns; i++) {
                if (row.getChildren().get(i) instanceof Tile tile) {
                    fill(tile, shown, i);
                }
            }
            mark();
            setGraphic(row);
        }

        private void mark() {
            var shown = getItem();
            for (var i = 0; shown != null && i < row.getChildren().size(); i++) {
                if (row.getChildren().get(i) instanceof Tile tile) {
                    tile.mark(shown.first() + i == model.hot().get());
                }
            }
        }

        private void fill(Tile tile, Row shown, int column) {
            if (column < shown.products().size()) {
                tile.show(shown.products().get(column), names, texts.now());
            } else {
                tile.showNothing();
            }
        }
    }
}

package io.huitai.ui.sale;

import io.huitai.shop.Product;
import io.huitai.ui.fittings.Words;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// One product to tap. Reused for other products while the tiles scroll.
final class Tile extends Button {
    private static final PseudoClass HOT = PseudoClass.getPseudoClass("hot");

    private final Label name = new Label();
    private final Label price = new Label();
    private final Label memberPrice = new Label();

    Tile(Consumer<Product> taken) {
        getStyleClass().add("tile");
        setFocusTraversable(false);
        setMaxWidth(Double.MAX_VALUE);
        setMinWidth(0);
        HBox.setHgrow(this, Priority.ALWAYS);
        name.getStyleClass().add("name");
        name.setWrapText(true);
        name.setMaxWidth(Double.MAX_VALUE);
        price.getStyleClass().add("price");
        price.setMinWidth(Region.USE_PREF_SIZE);
        memberPrice.getStyleClass().add("member-price");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var space = new Region();
        VBox.setVgrow(space, Priority.ALWAYS);
        var face = new VBox(name, space, new HBox(price, gap, memberPrice));
        face.getStyleClass().add("face");
        setGraphic(face);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setOnAction(_ -> {
            if (getUserData() instanceof Product product) {
                taken.accept(product);
            }
        });
    }

    void show(Product product, Names names, Words words) {
        var text = names.of(product, words.lang());
        setUserData(product);
        setId("sale-tile-" + product.sku());
        name.setText(text);
        price.setText(words.yuan(product.price()));
        memberPrice.setText(product.memberPrice()
                .map(amount -> words.get("sale.tile.member", words.yuan(amount)))
                .orElse(""));
        setAccessibleText(text + " " + price.getText() + " " + memberPrice.getText());
        setVisible(true);
    }

    void showNothing() {
        setUserData(null);
        setId(null);
        setVisible(false);
    }

    void mark(boolean hot) {
        pseudoClassStateChanged(HOT, hot);
    }
}

package io.huitai.ui.signin;

import io.huitai.till.settings.TillSettings;
import io.huitai.ui.fittings.PinEntry;
import io.huitai.ui.fittings.Texts;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The shop's name, and number and PIN in the middle of the screen.
final class SignInView extends StackPane {
    SignInView(
            Texts texts,
            ObservableValue<Optional<TillSettings>> settings,
            ObservableValue<Boolean> locked,
            PinEntry entry) {
        setId("sign-in-screen");
        getStyleClass().add("sign-in");
        var shop = label("shop");
        shop.textProperty()
                .bind(texts.of(
                        settings,
                        (words, known) -> known.map(TillSettings::name).orElseGet(() -> words.get("window.product"))));
        var place = label("caption");
        place.textProperty()
                .bind(texts.of(
                        settings,
                        (words, known) -> known.map(set -> words.get("signin.till", set.store(), set.till()))
                                .orElseGet(() -> words.get("signin.opening"))));
        var hint = label("demo-hint");
        hint.setId("sign-in-hint");
        hint.setWrapText(true);
        hint.textProperty().bind(texts.of("signin.demo"));
        var training = settings.map(known -> known.map(TillSettings::training).orElse(false));
        hint.visibleProperty().bind(training);
        hint.managedProperty().bind(training);
        var lock = label("lock-hint");
        lock.setId("sign-in-locked");
        lock.textProperty().bind(texts.of("signin.locked"));
        lock.visibleProperty().bind(locked);
        lock.managedProperty().bind(locked);
        var card = new VBox(shop, place, lock, entry, hint);
        card.getStyleClass().add("pin-card");
        card.setAlignment(Pos.TOP_CENTER);
        card.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        getChildren().add(card);
    }

    private static Label label(String style) {
        var label = new Label();
        label.getStyleClass().add(style);
        return label;
    }
}

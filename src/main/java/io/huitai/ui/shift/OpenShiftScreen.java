package io.huitai.ui.shift;

import io.huitai.device.decode.Swipe;
import io.huitai.device.decode.TagRead;
import io.huitai.money.Money;
import io.huitai.ui.fittings.AmountModel;
import io.huitai.ui.fittings.AmountPane;
import io.huitai.ui.fittings.Booth;
import io.huitai.ui.fittings.Notices;
import io.huitai.ui.fittings.Screen;
import java.util.function.IntConsumer;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// Opens a shift with the float that is in the drawer.
public final class OpenShiftScreen implements Screen {
    private final Booth booth;
    private final AmountModel opening = new AmountModel(this::open);
    private final IntConsumer opened;
    private final AmountPane pad;
    private final StackPane root;

    /// What can be done without a shift.
    public interface Acts {
        /// The report of the shift closed last, also on paper.
        void z();

        void signOut();

        void quit();
    }

    /// @param opened told the new shift's number
    public OpenShiftScreen(Booth booth, IntConsumer opened, Acts acts) {
        this.booth = booth;
        this.opened = opened;
        var texts = booth.texts();
        var title = new Label();
        title.getStyleClass().add("shop");
        title.textProperty().bind(texts.of("shift.open.title"));
        var hint = new Label();
        hint.getStyleClass().add("caption");
        hint.textProperty().bind(texts.of("shift.open.hint"));
        pad = new AmountPane("shift-open", opening, texts, texts.of("shift.open.enter"));
        var ways = new HBox(
                8,
                button("z", "more.z", acts::z),
                button("sign-out", "more.sign-out", acts::signOut),
                button("quit", "more.quit", acts::quit));
        ways.setAlignment(Pos.CENTER);
        var card = new VBox(title, hint, pad, ways);
        card.getStyleClass().add("pin-card");
        card.setAlignment(Pos.TOP_CENTER);
        card.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        root = new StackPane(card);
        root.setId("shift-open-screen");
        root.getStyleClass().add("sign-in");
    }

    private Button button(String name, String key, Runnable pressed) {
        var button = new Button();
        button.setId("shift-open-" + name);
        button.getStyleClass().add("choice-button");
        button.textProperty().bind(booth.texts().of(key));
        button.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(button, Priority.ALWAYS);
        button.setOnAction(_ -> pressed.run());
        return button;
    }

    private void open(Money amount) {
        booth.errands().desk(desk -> desk.shift().shifts().open(amount), shift -> {
            booth.notices().clear();
            opened.accept(shift);
        });
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void entered() {
        opening.clear();
        pad.requestFocus();
    }

    @Override
    public boolean pressed(KeyEvent key) {
        if (key.getCode() != KeyCode.TAB) {
            pad.requestFocus();
        }
        return false;
    }

    @Override
    public void scanned(String text) {
        booth.notices().say(Notices.Kind.ERROR, "shift.open.first");
    }

    @Override
    public void swiped(Swipe swipe) {
        booth.notices().say(Notices.Kind.ERROR, "shift.open.first");
    }

    @Override
    public void tapped(TagRead tag) {
        booth.notices().say(Notices.Kind.ERROR, "shift.open.first");
    }
}

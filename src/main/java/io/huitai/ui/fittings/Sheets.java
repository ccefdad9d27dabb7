package io.huitai.ui.fittings;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The layer of sheets over the screens: the newest lies on top, Escape takes it away, the focus stays inside. When a
/// sheet goes, the one below has the focus where it was.
public final class Sheets extends StackPane {
    private final Deque<Layer> open = new ArrayDeque<>();
    private final Texts texts;
    private final Runnable allGone;

    /// @param below what had the focus before it
    private record Layer(Sheet sheet, Optional<Node> below) {}

    /// @param allGone the screen below is in front again
    public Sheets(Texts texts, Runnable allGone) {
        this.texts = texts;
        this.allGone = allGone;
        setVisible(false);
        getStyleClass().add("sheets");
        sceneProperty().subscribe(scene -> {
            if (scene != null) {
                scene.focusOwnerProperty().subscribe(this::keepFocus);
            }
        });
    }

    public boolean isOpen() {
        return !open.isEmpty();
    }

    public Optional<Sheet> top() {
        return Optional.ofNullable(open.peek()).map(Layer::sheet);
    }

    public void show(Sheet sheet) {
        open.push(new Layer(sheet, Optional.ofNullable(getScene()).map(Scene::getFocusOwner)));
        var veil = new StackPane(card(sheet));
        veil.getStyleClass().add("veil");
        veil.setAlignment(Pos.CENTER);
        getChildren().add(veil);
        setVisible(true);
        Platform.runLater(() -> sheet.first().requestFocus());
    }

    /// Puts the top sheet away.
    public void close() {
        if (!open.isEmpty()) {
            remove(open.pop());
        }
    }

    /// Puts the sheet with this id and what lies on it away.
    public void close(String id) {
        while (open.stream().anyMatch(layer -> layer.sheet().id().equals(id))) {
            close();
        }
    }

    public void closeAll() {
        while (!open.isEmpty()) {
            close();
        }
    }

    private void remove(Layer gone) {
        getChildren().removeLast();
        setVisible(!open.isEmpty());
        gone.sheet().closed().run();
        if (open.isEmpty()) {
            allGone.run();
        } else {
            gone.below()
                    .filter(this::isInside)
                    .orElse(open.peek().sheet().first())
                    .requestFocus();
        }
    }

    private VBox card(Sheet sheet) {
        var card = new VBox(header(sheet.title()), sheet.content());
        card.setId(sheet.id());
        card.getStyleClass().add("sheet-card");
        card.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        return card;
    }

    private HBox header(ObservableValue<String> title) {
        var heading = new Label();
        heading.getStyleClass().add("sheet-title");
        heading.textProperty().bind(title);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var away = new Button("✕");
        away.setId("sheet-close");
        away.getStyleClass().add("sheet-close");
        away.accessibleTextProperty().bind(texts.of("sheet.close"));
        away.setOnAction(_ -> close());
        var header = new HBox(heading, gap, away);
        header.setAlignment(Pos.CENTER_LEFT);
        return header;
    }

    /// Tab must not wander off to the screen below.
    private void keepFocus(Node owner) {
        if (isOpen() && owner != null && !isInside(owner)) {
            var first = open.peek().sheet().first();
            Platform.runLater(first::requestFocus);
        }
    }

    private boolean isInside(Node node) {
        for (var each = node; each != null; each = each.getParent()) {
            if (each == this) {
                return true;
            }
        }
        return false;
    }
}

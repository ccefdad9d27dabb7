package io.huitai.ui.fittings;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The layer of sheets over the screens: the newest lies on top, Escape takes it away. No key reaches what lies under
/// the newest, sheets included, whatever becomes of its fields. When a sheet goes, the one below has the focus where it
/// was.
public final class Sheets extends StackPane {
    private static final String CLOSE = "sheet-close";

    private final Deque<Layer> open = new ArrayDeque<>();
    private final Texts texts;
    private final Runnable allGone;
    private boolean stepping;

    /// A sheet, and what in it had the focus last.
    private static final class Layer {
        private final Sheet sheet;
        private final Node veil;
        private Node last;

        Layer(Sheet sheet, Node veil) {
            this.sheet = sheet;
            this.veil = veil;
            this.last = sheet.first();
        }

        boolean holds(Node node) {
            for (var each = node; each != null; each = each.getParent()) {
                if (each.equals(veil)) {
                    return true;
                }
            }
            return false;
        }

        Optional<Node> place() {
            return Stream.concat(Stream.of(last, sheet.first()), Places.in(veil).stream())
                    .filter(node -> holds(node) && Places.isUsable(node))
                    .findFirst();
        }
    }

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
        parentProperty().subscribe(parent -> {
            if (parent != null) {
                parent.addEventFilter(KeyEvent.ANY, this::keepKeys);
            }
        });
        addEventHandler(KeyEvent.KEY_PRESSED, this::enter);
    }

    public boolean isOpen() {
        return !open.isEmpty();
    }

    public Optional<Sheet> top() {
        return Optional.ofNullable(open.peek()).map(layer -> layer.sheet);
    }

    public void show(Sheet sheet) {
        var veil = new StackPane(card(sheet));
        veil.getStyleClass().add("veil");
        veil.setAlignment(Pos.CENTER);
        open.push(new Layer(sheet, veil));
        getChildren().add(veil);
        setVisible(true);
        sheet.first().requestFocus();
        Platform.runLater(this::focusTop);
    }

    /// Puts the top sheet away.
    public void close() {
        if (!open.isEmpty()) {
            remove(open.pop());
        }
    }

    /// Puts the sheet with this id and what lies on it away.
    public void close(String id) {
        while (open.stream().anyMatch(layer -> layer.sheet.id().equals(id))) {
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
        gone.sheet.closed().run();
        if (open.isEmpty()) {
            allGone.run();
        } else {
            focusTop();
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
        away.setId(CLOSE);
        away.getStyleClass().add("sheet-close");
        away.accessibleTextProperty().bind(texts.of("sheet.close"));
        away.setOnAction(_ -> close());
        var header = new HBox(heading, gap, away);
        header.setAlignment(Pos.CENTER_LEFT);
        return header;
    }

    /// Whatever moves the focus, and whatever becomes of the node that had it: it stays in the top sheet.
    private void keepFocus(Node owner) {
        var top = open.peek();
        if (top == null) {
            return;
        }
        if (owner != null && top.holds(owner)) {
            top.last = owner;
        } else if (!stepping) {
            focusTop();
            Platform.runLater(this::focusTop);
        }
    }

    private void focusTop() {
        var top = open.peek();
        if (top != null && getScene() != null && !top.holds(getScene().getFocusOwner())) {
            top.place().ifPresent(Node::requestFocus);
        }
    }

    /// A key that was meant for what lies underneath does nothing; Tab goes round in the top sheet.
    private void keepKeys(KeyEvent event) {
        var top = open.peek();
        if (top == null || event.getCode().isFunctionKey() || event.getCode() == KeyCode.ESCAPE) {
            return;
        }
        if (!(event.getTarget() instanceof Node target && top.holds(target))) {
            event.consume();
            focusTop();
        } else if (event.getCode() == KeyCode.TAB && event.getEventType() == KeyEvent.KEY_PRESSED) {
            event.consume();
            step(top, target, event.isShiftDown());
        }
    }

    private void step(Layer top, Node from, boolean back) {
        if (from instanceof Stops stops && stops.step(back)) {
            return;
        }
        stepping = true;
        from.requestFocusTraversal(back ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
        stepping = false;
        if (!top.holds(getScene().getFocusOwner())) {
            var places = Places.in(top.veil).stream()
                    .sorted(Comparator.comparing(node -> CLOSE.equals(node.getId()))) // it ends the round
                    .toList();
            (back ? places.getLast() : places.getFirst()).requestFocus();
        }
    }

    /// Enter that nothing in the sheet wanted presses its own default button, or its pad's Enter where a field beside
    /// the pad did not want it; never that of a sheet underneath.
    private void enter(KeyEvent event) {
        var top = open.peek();
        if (top != null && event.getCode() == KeyCode.ENTER) {
            event.consume();
            Places.in(top.veil).stream()
                    .filter(node -> node instanceof Button button && button.isDefaultButton())
                    .findFirst()
                    .or(() -> event.getTarget() instanceof TextField
                            ? top.veil.lookupAll(".button").stream()
                                    .filter(node -> String.valueOf(node.getId()).endsWith(NumberPad.ENTER))
                                    .findFirst()
                            : Optional.empty())
                    .ifPresent(node -> ((Button) node).fire());
        }
    }
}

package io.huitai.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.scene.layout.HBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// A finger that bounces, taps twice, or is still there when something else comes up under it.
@ExtendWith(ApplicationExtension.class)
class TapGuardUiTest {
    private final List<Node> pressed = new ArrayList<>();
    private List<Node> nodes = List.of();
    private long now = 10_000;

    @Start
    void start(Stage stage) {
        var choice = new ToggleButton("choice");
        choice.setOnMousePressed(_ -> pressed.add(choice));
        nodes = List.of(
                button("books", "main"),
                button("other", "act"),
                button("digit", "pad-key"),
                button("tile", "tile"),
                choice);
        var scene = new Scene(new HBox(nodes.toArray(Node[]::new)));
        new TapGuard(scene, () -> now);
        stage.setScene(scene);
        stage.show();
    }

    private Button button(String text, String style) {
        var button = new Button(text);
        button.getStyleClass().add(style);
        button.setOnMousePressed(_ -> pressed.add(button));
        return button;
    }

    @Test
    void whatBooksActsOnceATapAndDigitsAsOftenAsTheyAreTapped() {
        for (var seed = 0L; seed < 300; seed++) {
            var random = new Random(seed);
            var bounce = random.nextInt(61);
            var hasty = 61 + random.nextInt(290);
            var deliberate = 351 + random.nextInt(600);
            for (var quick : nodes.subList(2, 5)) {
                assertThat(taps(quick, bounce, quick)).as("seed %d", seed).isEqualTo(1);
                assertThat(taps(quick, hasty, quick)).as("seed %d", seed).isEqualTo(2);
            }
            for (var booking : nodes.subList(0, 2)) {
                assertThat(taps(booking, bounce, booking)).as("seed %d", seed).isEqualTo(1);
                assertThat(taps(booking, hasty, booking)).as("seed %d", seed).isEqualTo(1);
                assertThat(taps(booking, deliberate, booking))
                        .as("seed %d", seed)
                        .isEqualTo(2);
            }
        }
    }

    @Test
    void whatCameUpUnderTheFingerIsNotPressedAndWhatStandsElsewhereIs() {
        var books = nodes.get(0);
        var digit = nodes.get(2);
        var tile = nodes.get(3);
        for (var hasty = 0; hasty <= 350; hasty += 10) {
            assertThat(taps(digit, hasty, books)).as("after %d ms", hasty).isEqualTo(1);
            assertThat(taps(books, hasty, tile)).as("after %d ms", hasty).isEqualTo(1);
            assertThat(taps(books, hasty, digit, 200)).as("after %d ms", hasty).isEqualTo(2);
        }
        assertThat(taps(digit, 351, books)).isEqualTo(2);
    }

    private int taps(Node first, int pause, Node second) {
        return taps(first, pause, second, 0);
    }

    /// Two taps, and how many of them were felt.
    private int taps(Node first, int pause, Node second, int away) {
        pressed.clear();
        now += 5_000;
        tap(first, 100);
        now += pause;
        tap(second, 100 + away);
        return pressed.size();
    }

    private void tap(Node node, double x) {
        Hands.onScreen(() -> {
            fire(node, x, MouseEvent.MOUSE_PRESSED);
            fire(node, x, MouseEvent.MOUSE_RELEASED);
            return true;
        });
    }

    private static void fire(Node node, double x, EventType<MouseEvent> kind) {
        Event.fireEvent(
                node,
                new MouseEvent(
                        kind,
                        x,
                        50,
                        x,
                        50,
                        MouseButton.PRIMARY,
                        1,
                        false,
                        false,
                        false,
                        false,
                        true,
                        false,
                        false,
                        true,
                        false,
                        true,
                        new PickResult(node, x, 50)));
    }
}

package io.huitai.ui;

import io.huitai.till.Desk;
import io.huitai.till.Till;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javax.imageio.ImageIO;
import org.testfx.util.WaitForAsyncUtils;

/// A cashier's hands and eyes at the window, for tests: keys, taps by id, readers' bursts, and what is to be seen.
final class Hands {
    private static final long A_PERSONS_PRESS = 400;
    private static final long A_PERSONS_NEXT_KEY = 60;
    private static final long REPEATS = 33;
    private static final long A_READERS_PAUSE = 60;
    private static final long FRAME = 20;
    private static final long A_BUSY_TILL = 1_000;
    /// An act at the till may ask for another.
    private static final int ROUNDS = 3;

    private final Front front;
    private final Scene scene;
    private final Till till;
    private final AtomicLong clock;

    /// @param clock of the keyboard, in nanos; it goes when the hands let time pass
    Hands(Front front, Till till, AtomicLong clock) {
        this.front = front;
        this.scene = front.scene();
        this.till = till;
        this.clock = clock;
    }

    /// Lets so many millis pass at the keyboard, none of them waited for.
    void pass(long millis) {
        for (var left = millis; left > 0; left -= FRAME) {
            clock.addAndGet(TimeUnit.MILLISECONDS.toNanos(Math.min(left, FRAME)));
            onScreen(() -> {
                front.heardNothing();
                return true;
            });
        }
    }

    /// Waits until screen and till have done what they were asked for, and it is drawn.
    void settle() {
        for (var round = 0; round < ROUNDS; round++) {
            onScreen(() -> true);
            till.perform(Desk::status)
                    .exceptionally(_ -> null) // closed
                    .completeOnTimeout(null, A_BUSY_TILL, TimeUnit.MILLISECONDS)
                    .join();
        }
        var drawn = new CompletableFuture<Void>();
        onScreen(() -> {
            scene.addPostLayoutPulseListener(new Runnable() {
                @Override
                public void run() {
                    scene.removePostLayoutPulseListener(this);
                    drawn.complete(null);
                }
            });
            Platform.requestNextPulse();
            return true;
        });
        drawn.completeOnTimeout(null, A_BUSY_TILL, TimeUnit.MILLISECONDS).join();
        onScreen(() -> true);
    }

    /// From the sign-in screen to the sale screen with a new shift.
    void signInAndOpenShift() {
        until(() -> isShown("#sign-in-hint"));
        type("1001");
        press(KeyCode.ENTER);
        type("1111");
        press(KeyCode.ENTER);
        until(() -> isShown("#shift-open-screen"));
        type("200");
        press(KeyCode.ENTER);
        until(() -> isShown("#sale"));
    }

    /// A person's keys: slower than any reader's.
    void type(String text) {
        text.chars().forEach(character -> {
            onScreen(() -> symbol((char) character));
            pass(A_PERSONS_NEXT_KEY);
        });
        settle();
    }

    void burst(String text) {
        burst(text, KeyCode.ENTER);
    }

    /// A reader's burst with the keys behind it that it is set to, all at once.
    void burst(String text, KeyCode... ends) {
        onScreen(() -> {
            text.chars().forEach(character -> symbol((char) character));
            return Stream.of(ends).allMatch(end -> down(end) && up(end));
        });
        settle();
    }

    /// A reader on a slow line.
    void hesitate() {
        pass(A_READERS_PAUSE);
        settle();
    }

    private boolean symbol(char character) {
        return fire(KeyEvent.KEY_TYPED, Character.toString(character), KeyCode.UNDEFINED);
    }

    /// A deliberate press: not on the heels of another, and not before the change of a sale was looked at.
    ///
    /// @param held Shift, Control, Alt
    void press(KeyCode key, KeyCode... held) {
        settle();
        pass(A_PERSONS_PRESS);
        until(() -> !isResting());
        onScreen(() -> down(key, held) && up(key));
        settle();
    }

    /// The same key once more at once, as haste or a worn spring does it.
    void pressTwice(KeyCode key) {
        onScreen(() -> down(key) && up(key) && down(key) && up(key));
        settle();
    }

    /// A press without any patience.
    void pressAtOnce(KeyCode key) {
        pass(A_PERSONS_NEXT_KEY);
        onScreen(() -> down(key) && up(key));
        settle();
    }

    /// A key that is held down, with the characters that it types.
    void hold(KeyCode key, String character, int times) {
        for (var time = 0; time < times; time++) {
            onScreen(() -> down(key) && (character.isEmpty() || symbol(character.charAt(0))));
            pass(REPEATS);
        }
        onScreen(() -> up(key));
        settle();
    }

    private boolean down(KeyCode key, KeyCode... held) {
        return fire(KeyEvent.KEY_PRESSED, "", key, held);
    }

    private boolean up(KeyCode key) {
        return fire(KeyEvent.KEY_RELEASED, "", key);
    }

    private boolean isResting(String id) {
        return id.equals("#sale-next") && isResting();
    }

    private boolean isResting() {
        return isShown("#sale-next") && find("#sale-next").orElseThrow().isDisabled();
    }

    private boolean fire(EventType<KeyEvent> kind, String character, KeyCode key, KeyCode... held) {
        var owner = scene.getFocusOwner();
        var target = owner == null ? scene.getRoot() : owner;
        var with = Set.of(held);
        Event.fireEvent(
                target,
                new KeyEvent(
                        target,
                        target,
                        kind,
                        character,
                        "",
                        key,
                        with.contains(KeyCode.SHIFT),
                        with.contains(KeyCode.CONTROL),
                        with.contains(KeyCode.ALT),
                        false));
        return true;
    }

    void tap(String digits, String pad) {
        digits.chars().forEach(digit -> tap("#" + pad + "-key-" + (char) digit));
    }

    void tap(String id) {
        pass(A_PERSONS_NEXT_KEY);
        until(() -> isShown(id) && !isResting(id));
        onScreen(() -> {
            if (find(id).orElseThrow() instanceof ButtonBase button) {
                button.fire();
            }
            return id;
        });
        settle();
    }

    /// Types into a field.
    void write(String id, String text) {
        focus(id);
        type(text);
    }

    /// Touches a field.
    void focus(String id) {
        until(() -> isShown(id));
        onScreen(() -> {
            find(id).orElseThrow().requestFocus();
            return id;
        });
        until(() -> isFocused(id));
    }

    /// Number and PIN on the approval sheet.
    void approve(String operator, String pin) {
        until(() -> isShown("#approval-sheet"));
        tap(operator, "approval");
        tap("#approval-key-enter");
        tap(pin, "approval");
        tap("#approval-key-enter");
        until(() -> !isShown("#approval-sheet"));
    }

    // What is on the screen

    Optional<Node> find(String id) {
        return Optional.ofNullable(scene.getRoot().lookup(id));
    }

    boolean isShown(String id) {
        return find(id).filter(Hands::isShown).isPresent();
    }

    boolean isFocused(String id) {
        return find(id).filter(Node::isFocused).isPresent();
    }

    private static boolean isShown(Node node) {
        for (var each = node; each != null; each = each.getParent()) {
            if (!each.isVisible()) {
                return false;
            }
        }
        return true;
    }

    String search() {
        return onScreen(
                () -> find("#sale-search").orElseThrow() instanceof TextInputControl field ? field.getText() : "");
    }

    String text(String id) {
        return onScreen(
                () -> find(id).map(node -> String.join(" ", texts(node))).orElse(""));
    }

    /// What stands on the paper that is shown.
    String paper() {
        return onScreen(
                () -> find("#receipt-paper").map(Node::getAccessibleText).orElse(""));
    }

    private static List<String> texts(Node node) {
        return node instanceof Labeled labeled
                ? List.of(labeled.getText())
                : node.lookupAll(".label").stream()
                        .map(label -> label instanceof Labeled text ? text.getText() : "")
                        .toList();
    }

    static <T> T onScreen(Callable<T> work) {
        if (!Platform.isFxApplicationThread()) {
            return WaitForAsyncUtils.waitForAsyncFx(20_000, work);
        }
        try {
            return work.call();
        } catch (Exception broken) {
            throw new AssertionError(broken);
        }
    }

    void until(BooleanSupplier claim) {
        try {
            WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> {
                pass(FRAME);
                return onScreen(claim::getAsBoolean);
            });
        } catch (TimeoutException late) {
            throw new AssertionError("It did not come. " + onScreen(this::seen), late);
        }
        settle();
    }

    /// What a person would say of the screen: where the keys go, and every word on it.
    private String seen() {
        var words = Stream.of(".label", ".button", ".toggle-button", ".text-field")
                .flatMap(kind -> scene.getRoot().lookupAll(kind).stream())
                .filter(Hands::isShown)
                .map(node -> node instanceof TextInputControl field
                        ? "[" + field.getText() + "]"
                        : node instanceof Labeled labeled ? labeled.getText() : "")
                .filter(text -> !text.isBlank())
                .collect(Collectors.joining(" | "));
        return "Keys go to " + scene.getFocusOwner() + "; on the screen: " + words;
    }

    /// Keeps a picture for people to look at.
    void shoot(String name) throws IOException {
        var shot = onScreen(() -> scene.snapshot(null));
        var image = new BufferedImage((int) shot.getWidth(), (int) shot.getHeight(), BufferedImage.TYPE_INT_RGB);
        for (var y = 0; y < image.getHeight(); y++) {
            for (var x = 0; x < image.getWidth(); x++) {
                image.setRGB(x, y, shot.getPixelReader().getArgb(x, y));
            }
        }
        var folder = Path.of(System.getProperty("huitai.basedir", "."), "target", "screenshots");
        Files.createDirectories(folder);
        ImageIO.write(image, "png", folder.resolve(name + ".png").toFile());
    }
}

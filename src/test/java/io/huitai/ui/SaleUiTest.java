package io.huitai.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.huitai.shop.Lang;
import io.huitai.shop.OutletKind;
import io.huitai.shop.StoreId;
import io.huitai.shop.TillId;
import io.huitai.till.Till;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
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
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// A cashier's way through the window, on a real till in a directory of its own.
@ExtendWith(ApplicationExtension.class)
class SaleUiTest {
    private static final String BEER = "6999001000024";
    private static final String CARD = ";9988000000000015=30121010000000000?";
    private static final String BANK_CARD = "%B4111111111111111^A/B^3012101?;4111111111111111=3012101?";

    private Optional<Till> till = Optional.empty();
    private Optional<Scene> scene = Optional.empty();

    @Start
    void start(Stage stage) throws IOException {
        var opening = new Till.Opening(
                Files.createTempDirectory("huitai-ui").resolve("store"),
                new StoreId("S001"),
                new TillId("T1"),
                OutletKind.RESTAURANT,
                "standard-card",
                Lang.ZH,
                false,
                Optional.empty());
        var open = Till.open(opening, InstantSource.system());
        till = Optional.of(open);
        var front = new Front(CompletableFuture.completedFuture(open), Surroundings.alone(), Lang.ZH).scene();
        scene = Optional.of(front);
        stage.setScene(front);
        stage.setWidth(1366);
        stage.setHeight(768);
        stage.show();
    }

    @AfterEach
    void close() {
        till.orElseThrow().close();
    }

    @Test
    void fromSignInToCashWithScansSwipeAndRefund() throws IOException {
        signInAndOpenShift();
        scanAndSwipe();
        chooseByPinyin();
        payCash();
        refundWithApproval();
    }

    @Test
    void touchAloneSellsToo() throws IOException {
        tap("1001", "sign-in");
        tap("#sign-in-key-enter");
        tap("1111", "sign-in");
        tap("#sign-in-key-enter");
        until(() -> isShown("#shift-open-screen"));
        tap("200", "shift-open");
        tap("#shift-open-key-enter");
        until(() -> isShown("#sale"));
        tap("#sale-tile-L001");
        tap("#sale-tile-L002");
        until(() -> text("#sale-due").equals("94.00"));
        tap("#sale-line-plus");
        until(() -> text("#sale-due").equals("142.00"));
        tap("#sale-quick-15000");
        until(() -> isShown("#sale-done"));
        assertThat(text("#sale-done-change")).contains("8.00");
        shoot("touch-done");
    }

    @Test
    void aSheetKeepsReadersFromTheBillAndEscapeEndsIt() throws IOException {
        signInAndOpenShift();
        press(KeyCode.F12);
        until(() -> isShown("#more-sheet"));
        shoot("more");
        burst(BEER);
        until(() -> isShown("#notice"));
        press(KeyCode.ESCAPE);
        until(() -> !isShown("#more-sheet"));
        assertThat(text("#sale-due")).isEqualTo("0.00");
        press(KeyCode.F3);
        until(() -> isShown("#member-sheet"));
        burst(CARD);
        until(() -> isShown("#sale-member"));
        assertThat(text("#sale-member-name")).contains("张*");
    }

    // Steps

    private void signInAndOpenShift() throws IOException {
        until(() -> isShown("#sign-in-hint"));
        shoot("sign-in");
        type("1001");
        press(KeyCode.ENTER);
        type("1111");
        press(KeyCode.ENTER);
        until(() -> isShown("#shift-open-screen"));
        shoot("open-shift");
        type("200");
        press(KeyCode.ENTER);
        until(() -> isShown("#sale"));
    }

    private void scanAndSwipe() throws IOException {
        type("kl");
        burst(BEER);
        until(() -> text("#sale-due").equals("18.00"));
        burst(CARD);
        until(() -> isShown("#sale-member"));
        assertThat(text("#sale-due")).isEqualTo("16.20");
        assertThat(search()).as("what was typed before a burst stays").isEqualTo("kl");
        burst(BANK_CARD);
        until(() -> isShown("#notice"));
        assertThat(text("#notice-text")).contains("银行卡");
        assertThat(search()).isEqualTo("kl");
        shoot("bank-card");
        press(KeyCode.ESCAPE);
    }

    private void chooseByPinyin() throws IOException {
        type("gbjd");
        until(() -> isShown("#sale-tile-R001"));
        shoot("search");
        press(KeyCode.ENTER);
        until(() -> !text("#sale-due").equals("16.20"));
        assertThat(search()).isEmpty();
        shoot("sale-zh");
        press(KeyCode.F1);
        until(() -> text("#sale-member-points").contains("pts"));
        shoot("sale-en");
        press(KeyCode.F1);
        until(() -> text("#sale-member-points").contains("分"));
    }

    private void payCash() throws IOException {
        press(KeyCode.ENTER);
        until(() -> isShown("#sale-done"));
        assertThat(text("#sale-done-title")).contains("收讫");
        shoot("done");
        assertThat(till.orElseThrow()
                        .perform(desk -> desk.status().lastReceipt())
                        .join())
                .isPresent();
    }

    private void refundWithApproval() throws IOException {
        press(KeyCode.F10);
        until(() -> isShown("#refund-receipt-S001-T1-000001"));
        tap("#refund-receipt-S001-T1-000001");
        until(() -> isShown("#refund-line-1"));
        tap("#refund-line-1");
        until(() -> text("#refund-outcome").contains("16.20"));
        shoot("refund");
        type("2001");
        press(KeyCode.ENTER);
        type("2222");
        press(KeyCode.ENTER);
        until(() -> isShown("#receipt-sheet"));
        shoot("refund-done");
        press(KeyCode.ESCAPE);
        until(() -> !isShown("#receipt-sheet"));
    }

    // What hands and readers do

    /// A person's keys: slower than any reader's.
    private void type(String text) {
        text.chars().forEach(character -> {
            onScreen(() -> symbol((char) character));
            WaitForAsyncUtils.sleep(60, TimeUnit.MILLISECONDS);
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void burst(String text) {
        onScreen(() -> {
            text.chars().forEach(character -> symbol((char) character));
            return fire(KeyEvent.KEY_PRESSED, "", KeyCode.ENTER);
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    private boolean symbol(char character) {
        return fire(KeyEvent.KEY_TYPED, Character.toString(character), KeyCode.UNDEFINED);
    }

    private void press(KeyCode key) {
        WaitForAsyncUtils.waitForFxEvents();
        onScreen(() -> fire(KeyEvent.KEY_PRESSED, "", key));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private boolean fire(EventType<KeyEvent> kind, String character, KeyCode key) {
        var owner = scene.orElseThrow().getFocusOwner();
        var target = owner == null ? scene.orElseThrow().getRoot() : owner;
        Event.fireEvent(target, new KeyEvent(target, target, kind, character, "", key, false, false, false, false));
        return true;
    }

    private void tap(String digits, String pad) {
        digits.chars().forEach(digit -> tap("#" + pad + "-key-" + (char) digit));
    }

    private void tap(String id) {
        until(() -> isShown(id));
        onScreen(() -> {
            if (find(id).orElseThrow() instanceof ButtonBase button) {
                button.fire();
            }
            return id;
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    // What is on the screen

    private Optional<Node> find(String id) {
        return Optional.ofNullable(scene.orElseThrow().getRoot().lookup(id));
    }

    private boolean isShown(String id) {
        return find(id).filter(SaleUiTest::isShown).isPresent();
    }

    private static boolean isShown(Node node) {
        for (var each = node; each != null; each = each.getParent()) {
            if (!each.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private String search() {
        return onScreen(
                () -> find("#sale-search").orElseThrow() instanceof TextInputControl field ? field.getText() : "");
    }

    private String text(String id) {
        return onScreen(
                () -> find(id).map(node -> String.join(" ", texts(node))).orElse(""));
    }

    private static List<String> texts(Node node) {
        return node instanceof Labeled labeled
                ? List.of(labeled.getText())
                : node.lookupAll(".label").stream()
                        .map(label -> label instanceof Labeled text ? text.getText() : "")
                        .toList();
    }

    private static <T> T onScreen(Callable<T> work) {
        if (!Platform.isFxApplicationThread()) {
            return WaitForAsyncUtils.waitForAsyncFx(20_000, work);
        }
        try {
            return work.call();
        } catch (Exception broken) {
            throw new AssertionError(broken);
        }
    }

    private static void until(BooleanSupplier claim) {
        try {
            WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> onScreen(claim::getAsBoolean));
        } catch (TimeoutException late) {
            throw new AssertionError("It did not come", late);
        }
        WaitForAsyncUtils.waitForFxEvents();
    }

    /// Keeps a picture for people to look at.
    private void shoot(String name) throws IOException {
        var shot = onScreen(() -> scene.orElseThrow().snapshot(null));
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

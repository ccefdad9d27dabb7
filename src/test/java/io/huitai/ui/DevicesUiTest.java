package io.huitai.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.MultiFormatWriter;
import com.google.zxing.WriterException;
import io.huitai.device.PrintResult;
import io.huitai.device.ReaderSettings;
import io.huitai.device.ReaderSettings.Kind;
import io.huitai.device.ReaderSettings.Port;
import io.huitai.device.Readers;
import io.huitai.device.decode.Swipe;
import io.huitai.device.decode.TagRead;
import io.huitai.device.driver.PictureCodes;
import io.huitai.device.simulator.SimulatedReader;
import io.huitai.shop.Lang;
import io.huitai.shop.MemberNo;
import io.huitai.till.Till;
import io.huitai.till.TrainingTills;
import io.huitai.till.book.Approver;
import io.huitai.till.club.Members;
import io.huitai.ui.device.Devices;
import io.huitai.ui.fittings.Notices;
import io.huitai.ui.fittings.Reading;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// Readers that report by themselves, as the window hears them, loses them, and tries them out.
@ExtendWith(ApplicationExtension.class)
class DevicesUiTest {
    private static final String BEER = "6999001000024";
    private static final String BANK_CARD = "%B4111111111111111^A/B^3012101?;4111111111111111=3012101?";
    private static final TagRead CARD = new TagRead("04A1B2C3D4E5F6", List.of());

    private final Map<String, SimulatedReader> simulated = new ConcurrentHashMap<>();
    private final Till till = open();
    private final Readers readers = Readers.open(
            List.of(
                    new ReaderSettings("counter", Kind.MAGSTRIPE, new Port.Simulated()),
                    new ReaderSettings("gun", Kind.CODES, new Port.Simulated()),
                    new ReaderSettings("desk", Kind.NFC, new Port.Simulated())),
            (settings, events) -> {
                var reader = new SimulatedReader(settings, events);
                simulated.put(settings.name(), reader);
                return reader;
            });
    private Optional<Scene> scene = Optional.empty();

    /// A till whose keyboard is German while its wedge types as an American one.
    private static Till open() {
        try {
            var store = Files.createTempDirectory("huitai-ui").resolve("store");
            var opening = TrainingTills.opening(store, "standard-card", Optional.empty());
            Till.open(opening, InstantSource.system()).close();
            var settings = store.resolve("settings.yaml");
            Files.writeString(
                    settings,
                    Files.readString(settings).replace("layout: {}", "layout: {'ö': ';', '´': '=', '_': '?'}"));
            return Till.open(opening, InstantSource.system());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Start
    void start(Stage stage) {
        var devices = new Devices(
                CompletableFuture.completedFuture(readers),
                () -> CompletableFuture.completedFuture(
                        Optional.of(new PrintResult.Failed(PrintResult.Reason.UNREACHABLE))),
                PictureCodes::read);
        var around = Surroundings.alone();
        var front = new Front(
                        CompletableFuture.completedFuture(till),
                        new Surroundings(around.link(), around.printer(), devices),
                        Lang.ZH)
                .scene();
        scene = Optional.of(front);
        stage.setScene(front);
        stage.setWidth(1366);
        stage.setHeight(768);
        stage.show();
    }

    @BeforeEach
    void signInAndOpenShift() {
        tap("#sign-in-key-1", "#sign-in-key-0", "#sign-in-key-0", "#sign-in-key-1", "#sign-in-key-enter");
        tap("#sign-in-key-1", "#sign-in-key-1", "#sign-in-key-1", "#sign-in-key-1", "#sign-in-key-enter");
        until(() -> isShown("#shift-open-screen"));
        tap("#shift-open-key-1", "#shift-open-key-enter");
        until(() -> isShown("#sale"));
    }

    @AfterEach
    void close() {
        readers.close();
        till.close();
    }

    private SimulatedReader reader(String name) {
        return Optional.ofNullable(simulated.get(name)).orElseThrow();
    }

    @Test
    void whatReadersReadReachesTheBillWhateverHasTheFocus() {
        reader("gun").scan(BEER);
        until(() -> !text("#sale-due").equals("0.00"));
        reader("counter").swipe(";9988000000000015=2912101?");
        until(() -> isShown("#sale-member"));
        reader("counter").swipe(BANK_CARD);
        until(() -> text("#notice-text").contains("银行卡"));
    }

    @Test
    void aCardBoundByItsNumberIsItsMemberAndAStrangersIsToldAndATextOnATagIsACode() {
        till.perform(desk -> desk.club()
                        .cards()
                        .bind(new MemberNo("M0001"), new Members.CardShown.Uid(CARD.uid()), Approver.NOBODY))
                .join();
        reader("desk").tap(CARD);
        until(() -> isShown("#sale-member"));
        reader("desk").tap(new TagRead("04FFFFFF", List.of()));
        until(() -> isShown("#notice"));
        reader("desk").tap(new TagRead("08FFFFFF", List.of(BEER)));
        until(() -> !text("#sale-due").equals("0.00"));
    }

    @Test
    void aScalesLabelOpensNoPaymentAndAGuestsCodeDoes() {
        reader("gun").scan(BEER);
        until(() -> !text("#sale-due").equals("0.00"));
        reader("gun").scan("260005401234003509");
        until(() -> isShown("#notice") && text("#notice-text").contains("260005401234003509"));
        assertThat(isShown("#pay-scan-sheet")).isFalse();
        reader("gun").scan("134567890123456789");
        until(() -> isShown("#pay-scan-sheet"));
        reader("gun").scan("260005401234003509");
        until(() -> text("#notice-text").contains("付款码"));
        reader("gun").scan("284567890123456788");
        until(() ->
                ((TextField) scene().lookup("#pay-scan-reference")).getText().equals("6788"));
    }

    @Test
    void aContactlessReaderThatIsAKeyboardFindsTheMemberAndGivesACard() {
        till.perform(desk -> desk.club()
                        .cards()
                        .bind(new MemberNo("M0001"), new Members.CardShown.Uid("04A1B2C3"), Approver.NOBODY))
                .join();
        reader("gun").scan("0077705923");
        until(() -> isShown("#sale-member"));
        press(KeyCode.F3);
        tap("#member-bind");
        until(() -> isShown("#member-bind-card"));
        reader("gun").scan("0077705924");
        until(() -> text("#member-bind-card").endsWith("5924"));
        tap("#member-bind-ok");
        until(() -> till.perform(desk -> desk.bill().readings().isCard("04:a1:b2:c4"))
                .join());
    }

    @Test
    void aReaderUnpluggedStandsInTheFootLineAndTheSaleGoesOn() {
        reader("gun").scan(BEER);
        until(() -> !text("#sale-due").equals("0.00"));
        reader("desk").unplug();
        reader("counter").unplug();
        until(() -> text("#foot-reader").equals("未连接：counter，desk"));
        var due = text("#sale-due");
        reader("gun").scan(BEER);
        until(() -> !text("#sale-due").equals(due));
        reader("desk").plugIn();
        reader("counter").plugIn();
        until(() -> text("#foot-reader").equals("读卡器"));
    }

    @Test
    void devicesAreTriedOutAndNothingOfItReachesTheBill() throws IOException {
        press(KeyCode.F12);
        until(() -> isShown("#more-sheet"));
        tap("#more-devices");
        until(() -> isShown("#devices-sheet"));
        assertThat(text("#devices-state-desk")).isEqualTo("已连接");
        tap("#devices-test-counter", "#devices-test-gun", "#devices-test-desk", "#devices-test-printer");
        until(() -> text("#devices-said-counter").equals("读到会员卡 ****0015"));
        until(() -> text("#devices-said-gun").equals("读到商品码 6999001000017"));
        until(() -> text("#devices-said-desk").equals("读到感应卡 ****E5F6"));
        until(() -> text("#devices-said-printer").startsWith("连不上打印机"));
        reader("counter").swipe(BANK_CARD);
        until(() -> text("#devices-said-counter").startsWith("银行卡"));
        reader("desk").unplug();
        until(() -> text("#devices-state-desk").startsWith("连接断开"));
        shoot("devices");
        press(KeyCode.F1);
        until(() -> text("#devices-state-desk").startsWith("Connection lost"));
        press(KeyCode.ESCAPE);
        until(() -> !isShown("#devices-sheet"));
        assertThat(text("#sale-due")).isEqualTo("0.00");
        assertThat(isShown("#sale-member")).isFalse();
    }

    @Test
    void aWedgeOfAnotherKeyboardIsUnderstood() {
        onScreen(() -> {
            "ö9988000000000015´2912101_"
                    .chars()
                    .forEach(character -> fire(KeyEvent.KEY_TYPED, Character.toString(character), KeyCode.UNDEFINED));
            fire(KeyEvent.KEY_PRESSED, "", KeyCode.ENTER);
        });
        until(() -> isShown("#sale-member"));
    }

    @Test
    void aPictureOfACodeCountsAsScanned() throws WriterException {
        var matrix = new MultiFormatWriter().encode(BEER, BarcodeFormat.EAN_13, 300, 150);
        var image = new WritableImage(300, 150);
        for (var x = 0; x < 300; x++) {
            for (var y = 0; y < 150; y++) {
                image.getPixelWriter().setArgb(x, y, matrix.get(x, y) ? 0xFF000000 : 0xFFFFFFFF);
            }
        }
        var heard = new CopyOnWriteArrayList<String>();
        var notices = new Notices();
        onScreen(() -> {
            var drop = new PictureDrop(
                    scene(),
                    PictureCodes::read,
                    new Reading() {
                        @Override
                        public void scanned(String text) {
                            heard.add(text);
                        }

                        @Override
                        public void swiped(Swipe swipe) {
                            throw new AssertionError("A picture is no swipe");
                        }

                        @Override
                        public void tapped(TagRead tag) {
                            throw new AssertionError("A picture is no tap");
                        }
                    },
                    notices);
            drop.read(() -> image);
            drop.read(() -> new WritableImage(50, 50));
        });
        until(() -> heard.equals(List.of(BEER)));
        until(() -> notices.current().get().isPresent());
    }

    private Scene scene() {
        return scene.orElseThrow();
    }

    private void tap(String... ids) {
        for (var id : ids) {
            until(() -> isShown(id));
            onScreen(() -> ((ButtonBase) scene().lookup(id)).fire());
        }
    }

    private void press(KeyCode code) {
        onScreen(() -> fire(KeyEvent.KEY_PRESSED, "", code));
    }

    private void fire(EventType<KeyEvent> kind, String character, KeyCode code) {
        var owner = scene().getFocusOwner();
        var target = owner == null ? scene().getRoot() : owner;
        Event.fireEvent(target, new KeyEvent(kind, character, "", code, false, false, false, false));
    }

    private void shoot(String name) throws IOException {
        var shot = WaitForAsyncUtils.waitForAsyncFx(10_000, () -> scene().snapshot(null));
        var picture = new BufferedImage((int) shot.getWidth(), (int) shot.getHeight(), BufferedImage.TYPE_INT_RGB);
        for (var y = 0; y < picture.getHeight(); y++) {
            for (var x = 0; x < picture.getWidth(); x++) {
                picture.setRGB(x, y, shot.getPixelReader().getArgb(x, y));
            }
        }
        var folder =
                Files.createDirectories(Path.of(System.getProperty("huitai.basedir", "."), "target", "screenshots"));
        ImageIO.write(picture, "png", folder.resolve(name + ".png").toFile());
    }

    private boolean isShown(String id) {
        var node = scene().lookup(id);
        return node != null && node.isVisible();
    }

    private String text(String id) {
        return scene().lookup(id) instanceof Labeled label ? label.getText() : "";
    }

    private static void onScreen(Runnable act) {
        WaitForAsyncUtils.waitForAsyncFx(10_000, act);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static void until(BooleanSupplier claim) {
        try {
            WaitForAsyncUtils.waitFor(
                    20, TimeUnit.SECONDS, () -> WaitForAsyncUtils.waitForAsyncFx(10_000, claim::getAsBoolean));
        } catch (TimeoutException never) {
            throw new AssertionError("Did not come about", never);
        }
    }
}

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
import io.huitai.shop.MemberNo;
import io.huitai.till.book.Approver;
import io.huitai.till.club.Members;
import io.huitai.ui.device.Devices;
import io.huitai.ui.fittings.Notices;
import io.huitai.ui.fittings.Reading;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.scene.control.TextField;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Readers that report by themselves, as the window hears them, loses them, and tries them out.
class DevicesUiTest extends WindowTest {
    private static final String BEER = "6999001000024";
    private static final String BANK_CARD = "%B4111111111111111^A/B^3012101?;4111111111111111=3012101?";
    private static final TagRead CARD = new TagRead("04A1B2C3D4E5F6", List.of());

    private final Map<String, SimulatedReader> simulated = new ConcurrentHashMap<>();
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

    /// A till whose keyboard is German while its wedge types as an American one.
    @BeforeEach
    void begin() {
        var opening = opening("standard-card");
        edit(opening, written -> written.replace("layout: {}", "layout: {'ö': ';', '´': '=', '_': '?'}"));
        var devices = new Devices(
                CompletableFuture.completedFuture(readers),
                () -> CompletableFuture.completedFuture(
                        Optional.of(new PrintResult.Failed(PrintResult.Reason.UNREACHABLE))),
                PictureCodes::read);
        var around = Surroundings.alone();
        show(open(opening), new Surroundings(around.link(), around.printer(), devices))
                .signInAndOpenShift();
    }

    @AfterEach
    void close() {
        readers.close();
    }

    private SimulatedReader reader(String name) {
        return Optional.ofNullable(simulated.get(name)).orElseThrow();
    }

    @Test
    void whatReadersReadReachesTheBillWhateverHasTheFocus() {
        reader("gun").scan(BEER);
        hands().until(() -> !hands().text("#sale-due").equals("0.00"));
        reader("counter").swipe(";9988000000000015=2912101?");
        hands().until(() -> hands().isShown("#sale-member"));
        reader("counter").swipe(BANK_CARD);
        hands().until(() -> hands().text("#notice-text").contains("银行卡"));
    }

    @Test
    void aCardBoundByItsNumberIsItsMemberAndAStrangersIsToldAndATextOnATagIsACode() {
        till().perform(desk -> desk.club()
                        .cards()
                        .bind(new MemberNo("M0001"), new Members.CardShown.Uid(CARD.uid()), Approver.NOBODY))
                .join();
        reader("desk").tap(CARD);
        hands().until(() -> hands().isShown("#sale-member"));
        reader("desk").tap(new TagRead("04FFFFFF", List.of()));
        hands().until(() -> hands().isShown("#notice"));
        reader("desk").tap(new TagRead("08FFFFFF", List.of(BEER)));
        hands().until(() -> !hands().text("#sale-due").equals("0.00"));
    }

    @Test
    void aScalesLabelOpensNoPaymentAndAGuestsCodeDoes() {
        reader("gun").scan(BEER);
        hands().until(() -> !hands().text("#sale-due").equals("0.00"));
        reader("gun").scan("260005401234003509");
        hands().until(() ->
                hands().isShown("#notice") && hands().text("#notice-text").contains("260005401234003509"));
        assertThat(hands().isShown("#pay-scan-sheet")).isFalse();
        reader("gun").scan("134567890123456789");
        hands().until(() -> hands().isShown("#pay-scan-sheet"));
        reader("gun").scan("260005401234003509");
        hands().until(() -> hands().text("#notice-text").contains("付款码"));
        reader("gun").scan("284567890123456788");
        hands().until(() -> ((TextField) front().scene().lookup("#pay-scan-reference"))
                .getText()
                .equals("6788"));
    }

    @Test
    void aContactlessReaderThatIsAKeyboardFindsTheMemberAndGivesACard() {
        till().perform(desk -> desk.club()
                        .cards()
                        .bind(new MemberNo("M0001"), new Members.CardShown.Uid("04A1B2C3"), Approver.NOBODY))
                .join();
        reader("gun").scan("0077705923");
        hands().until(() -> hands().isShown("#sale-member"));
        hands().press(KeyCode.F3);
        hands().tap("#member-bind");
        hands().until(() -> hands().isShown("#member-bind-card"));
        reader("gun").scan("0077705924");
        hands().until(() -> hands().text("#member-bind-card").endsWith("5924"));
        hands().tap("#member-bind-ok");
        hands().until(() -> till().perform(desk -> desk.bill().readings().isCard("04:a1:b2:c4"))
                .join());
    }

    @Test
    void aReaderUnpluggedStandsInTheFootLineAndTheSaleGoesOn() {
        reader("gun").scan(BEER);
        hands().until(() -> !hands().text("#sale-due").equals("0.00"));
        reader("desk").unplug();
        reader("counter").unplug();
        hands().until(() -> hands().text("#foot-reader").equals("未连接：counter，desk"));
        var due = hands().text("#sale-due");
        reader("gun").scan(BEER);
        hands().until(() -> !hands().text("#sale-due").equals(due));
        reader("desk").plugIn();
        reader("counter").plugIn();
        hands().until(() -> hands().text("#foot-reader").equals("读卡器"));
    }

    @Test
    void devicesAreTriedOutAndNothingOfItReachesTheBill() throws IOException {
        hands().press(KeyCode.F12);
        hands().until(() -> hands().isShown("#more-sheet"));
        hands().tap("#more-devices");
        hands().until(() -> hands().isShown("#devices-sheet"));
        assertThat(hands().text("#devices-state-desk")).isEqualTo("已连接");
        hands().tap("#devices-test-counter");
        hands().tap("#devices-test-gun");
        hands().tap("#devices-test-desk");
        hands().tap("#devices-test-printer");
        hands().until(() -> hands().text("#devices-said-counter").equals("读到会员卡 ****0015"));
        hands().until(() -> hands().text("#devices-said-gun").equals("读到商品码 6999001000017"));
        hands().until(() -> hands().text("#devices-said-desk").equals("读到感应卡 ****E5F6"));
        hands().until(() -> hands().text("#devices-said-printer").startsWith("连不上打印机"));
        reader("counter").swipe(BANK_CARD);
        hands().until(() -> hands().text("#devices-said-counter").startsWith("银行卡"));
        reader("desk").unplug();
        hands().until(() -> hands().text("#devices-state-desk").startsWith("连接断开"));
        hands().shoot("devices");
        hands().press(KeyCode.F1);
        hands().until(() -> hands().text("#devices-state-desk").startsWith("Connection lost"));
        hands().press(KeyCode.ESCAPE);
        hands().until(() -> !hands().isShown("#devices-sheet"));
        assertThat(hands().text("#sale-due")).isEqualTo("0.00");
        assertThat(hands().isShown("#sale-member")).isFalse();
    }

    @Test
    void aWedgeOfAnotherKeyboardIsUnderstood() {
        hands().burst("ö9988000000000015´2912101_");
        hands().until(() -> hands().isShown("#sale-member"));
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
        Hands.onScreen(() -> {
            var drop = new PictureDrop(
                    front().scene(),
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
            return drop;
        });
        hands().until(() -> heard.equals(List.of(BEER)));
        hands().until(() -> notices.current().get().isPresent());
    }
}

package io.huitai.device.driver;

import static org.assertj.core.api.Assertions.assertThat;

import io.huitai.device.Reader;
import io.huitai.device.ReaderEvent.Connected;
import io.huitai.device.ReaderEvent.Disconnected;
import io.huitai.device.ReaderEvent.Loss;
import io.huitai.device.ReaderEvent.Scanned;
import io.huitai.device.ReaderEvent.Swiped;
import io.huitai.device.ReaderEvent.Unread;
import io.huitai.device.ReaderSettings;
import io.huitai.device.ReaderSettings.Kind;
import io.huitai.device.SerialAddress;
import io.huitai.device.decode.CardRead;
import io.huitai.device.decode.Codes;
import io.huitai.device.decode.NoPans;
import io.huitai.device.decode.PaymentCard;
import io.huitai.device.decode.Scan;
import io.huitai.device.decode.Unreadable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Serial readers over real pseudo-terminals, that send, stall, garble, are cut off, pulled out and plugged in again.
@Timeout(120)
class SerialReaderIT {
    private static final String TRACK_1 = "%B9988000000000015^ZHANG/SAN^2912101?";
    private static final String TRACK_2 = ";9988000000000015=2912101?";
    private static final String BANK_CARD = "%B4111111111111111^A/B^2912201?;4111111111111111=2912201?\r";
    private static final CardRead MEMBER = new CardRead("9988000000000015");

    /// For so long a second swipe of a card is an echo of the first.
    private static final Duration ECHO = Duration.ofSeconds(2);

    @TempDir
    private Path folder;

    private final EventsHeard heard = new EventsHeard();
    private final NoPans log = NoPans.listening();
    private SerialCable cable;

    @BeforeEach
    void plugIn() throws IOException, InterruptedException {
        cable = new SerialCable(folder);
    }

    @AfterEach
    void nothingLeaked() throws IOException {
        cable.close();
        log.close();
        log.assertClean();
    }

    private Reader open(Kind kind) throws InterruptedException {
        var port = new ReaderSettings.Port.Serial(new SerialAddress(cable.port().toString(), 9_600));
        var reader = ReaderDrivers.open(new ReaderSettings("counter", kind, port), heard);
        assertThat(heard.next()).isEqualTo(new Connected("counter"));
        return reader;
    }

    @Test
    void aSwipeIsReadOnceWithOrWithoutLineEndsBetweenItsTracks() throws Exception {
        try (var _ = open(Kind.MAGSTRIPE)) {
            cable.send(TRACK_1 + "\r\n" + TRACK_2 + "\r\n");
            assertThat(heard.next()).isEqualTo(new Swiped("counter", MEMBER));
            cable.send(TRACK_2);
            heard.silent(ECHO); // the same card at once is one swipe
            cable.send(TRACK_2);
            assertThat(heard.next()).isEqualTo(new Swiped("counter", MEMBER));
        }
    }

    @Test
    void aStallWithinPatienceIsOneSwipeAndOneCutInTheMiddleOfATrackIsNobodys() throws Exception {
        try (var _ = open(Kind.MAGSTRIPE)) {
            cable.send(TRACK_2.substring(0, 12));
            heard.silent(Duration.ofMillis(400));
            cable.send(TRACK_2.substring(12));
            assertThat(heard.next()).isEqualTo(new Swiped("counter", MEMBER));

            heard.silent(ECHO);
            cable.send(";99880000");
            assertThat(heard.next()).isEqualTo(new Swiped("counter", new Unreadable(Unreadable.Reason.GARBLED)));
            cable.send("12345678=2912101?\r");
            heard.silent(Duration.ofMillis(600)); // its rest, which looks like a card of the house, is none
        }
    }

    @Test
    void aGarbledSwipeIsUnreadableAndTheNextIsRead() throws Exception {
        try (var _ = open(Kind.MAGSTRIPE)) {
            cable.send(new byte[] {';', '9', '9', (byte) 0xB8, (byte) 0x80, 0, '\r'});
            assertThat(heard.next()).isEqualTo(new Swiped("counter", new Unreadable(Unreadable.Reason.GARBLED)));
            cable.send(TRACK_2 + "\r");
            assertThat(heard.next()).isEqualTo(new Swiped("counter", MEMBER));
        }
    }

    @Test
    void aBankCardIsRefusedAndForgotten() throws Exception {
        try (var _ = open(Kind.MAGSTRIPE)) {
            cable.send(BANK_CARD);
            var event = heard.next();
            assertThat(event).isEqualTo(new Swiped("counter", new PaymentCard()));
            NoPans.assertClean(event.toString());
        }
    }

    @Test
    void codesEndByLineEndOrSilence() throws Exception {
        try (var _ = open(Kind.CODES)) {
            cable.send("6999001000017");
            assertThat(heard.next()).isEqualTo(new Scanned("counter", "6999001000017"));
            cable.send("6999001000017\r\n6999001000024\r\n");
            assertThat(heard.next()).isEqualTo(new Scanned("counter", "6999001000017"));
            assertThat(heard.next()).isEqualTo(new Scanned("counter", "6999001000024"));
            cable.send("会员码\r\n");
            assertThat(heard.next()).isEqualTo(new Scanned("counter", "会员码"));
            cable.send("4111111111111111\r");
            assertThat(Codes.decode(heard.next(Scanned.class).text())).isEqualTo(new PaymentCard());
        }
    }

    @Test
    void aCodeCutInTheMiddleIsNoProductAndNeitherIsItsRest() throws Exception {
        try (var _ = open(Kind.CODES)) {
            cable.send("6999001000017\r");
            assertThat(heard.next(Scanned.class).text()).isEqualTo("6999001000017");
            cable.send("6999001");
            assertThat(heard.next()).isInstanceOf(Unread.class);
            cable.send("96385074\r");
            assertThat(heard.next()).as("the rest of a code").isInstanceOf(Unread.class);
            cable.send("96385074\r");
            assertThat(Codes.decode(heard.next(Scanned.class).text())).isEqualTo(new Scan.Goods("96385074"));
        }
    }

    @Test
    void aReaderPulledOutInTheMiddleOfATrackIsLostAndComesBackByItself() throws Exception {
        try (var _ = open(Kind.MAGSTRIPE)) {
            for (var times = 0; times < 3; times++) {
                cable.send(TRACK_2.substring(0, 9));
                cable.pullOut();
                assertThat(heard.next(Disconnected.class).loss()).isEqualTo(Loss.BROKEN_OFF);
                cable.plugIn();
                assertThat(heard.next()).isEqualTo(new Connected("counter"));
                cable.send(TRACK_1 + TRACK_2 + "\r");
                assertThat(heard.next()).isEqualTo(new Swiped("counter", MEMBER));
                heard.silent(ECHO);
            }
        }
    }

    @Test
    void aReaderThatIsNotThereIsWaitedFor() throws Exception {
        cable.pullOut();
        var port = new ReaderSettings.Port.Serial(new SerialAddress(cable.port().toString(), 9_600));
        try (var _ = ReaderDrivers.open(new ReaderSettings("counter", Kind.CODES, port), heard)) {
            assertThat(heard.next()).isEqualTo(new Disconnected("counter", Loss.UNREACHABLE));
            heard.silent(Duration.ofSeconds(1));
            cable.plugIn();
            assertThat(heard.next()).isEqualTo(new Connected("counter"));
            cable.send("96385074\r");
            assertThat(heard.next()).isEqualTo(new Scanned("counter", "96385074"));
        }
    }

    @Test
    void aFloodIsBoundedAndTheReaderGoesOn() throws Exception {
        try (var _ = open(Kind.CODES)) {
            cable.send("7".repeat(200_000) + "\r96385074\r");
            assertThat(heard.next()).isEqualTo(new Unread("counter", new Unreadable(Unreadable.Reason.TOO_LONG)));
            assertThat(heard.next()).isEqualTo(new Scanned("counter", "96385074"));
        }
    }

    @Test
    void closingIsPromptAndLetsGoOfThePort() throws Exception {
        var reader = open(Kind.CODES);
        var begun = System.nanoTime();
        reader.close();
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(1));
        try (var _ = open(Kind.CODES)) {
            cable.send("96385074\r");
            assertThat(heard.next()).isEqualTo(new Scanned("counter", "96385074"));
        }
    }
}

package io.huitai.device.driver;

import static org.assertj.core.api.Assertions.assertThat;

import io.huitai.device.ReaderEvent.Connected;
import io.huitai.device.ReaderEvent.Disconnected;
import io.huitai.device.ReaderEvent.Lifted;
import io.huitai.device.ReaderEvent.Loss;
import io.huitai.device.ReaderEvent.Tapped;
import io.huitai.device.ReaderEvent.Unread;
import io.huitai.device.ReaderSettings;
import io.huitai.device.ReaderSettings.Kind;
import io.huitai.device.decode.Chips;
import io.huitai.device.decode.NoPans;
import io.huitai.device.decode.TagRead;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Contactless cards through a real `pcscd` with virtual readers: cards that come, go, stall and lie; readers that are
/// pulled out; a daemon that is killed.
@Timeout(120)
class PcscReaderIT {
    private static final String UID = "04A1B2C3D4E5F6";
    private static final String OTHER = "04FFEEDD";
    private static final int FIRST = CardDaemon.FIRST_READER;
    private static final int SECOND = CardDaemon.SECOND_READER;

    @TempDir
    private Path folder;

    private final EventsHeard heard = new EventsHeard();
    private final NoPans log = NoPans.listening();
    private CardDaemon daemon;
    private PcscReader reader;

    @BeforeEach
    void start() throws Exception {
        daemon = new CardDaemon(folder);
        reader = open(Optional.empty(), heard);
        heard.next(Connected.class); // perhaps not at once: the JDK still holds the last test's daemon
    }

    private static PcscReader open(Optional<String> name, EventsHeard heard) {
        var port = new ReaderSettings.Port.PcSc(name);
        return (PcscReader) ReaderDrivers.open(new ReaderSettings("desk", Kind.NFC, port), heard);
    }

    @AfterEach
    void end() throws IOException {
        reader.close();
        daemon.close();
        log.close();
        log.assertClean();
    }

    @Test
    void aCardIsReadWhenItComesAndReportedWhenItGoes() throws Exception {
        for (var times = 0; times < 3; times++) {
            try (var _ = VirtualCard.on(FIRST, VirtualCard.PROCESSOR_ATR, Chips.plain(UID))) {
                assertThat(heard.next()).isEqualTo(new Tapped("desk", new TagRead(UID, List.of())));
                heard.silent(Duration.ofSeconds(1)); // lying there is one tap
            }
            assertThat(heard.next()).isEqualTo(new Lifted("desk"));
        }
    }

    @Test
    void messagesOfBothTypesOfTagAreRead() throws Exception {
        try (var _ = VirtualCard.on(FIRST, VirtualCard.STORAGE_ATR, Chips.type2(UID, Chips.text("会员 M0001")))) {
            assertThat(heard.next()).isEqualTo(new Tapped("desk", new TagRead(UID, List.of("会员 M0001"))));
        }
        assertThat(heard.next()).isEqualTo(new Lifted("desk"));
        try (var _ =
                VirtualCard.on(FIRST, VirtualCard.PROCESSOR_ATR, Chips.type4(UID, Chips.https("huitai.example")))) {
            assertThat(heard.next()).isEqualTo(new Tapped("desk", new TagRead(UID, List.of("https://huitai.example"))));
        }
    }

    @Test
    void twoCardsOnTwoReadersAreTwo() throws Exception {
        try (var _ = VirtualCard.on(FIRST, VirtualCard.PROCESSOR_ATR, Chips.plain(UID))) {
            assertThat(heard.next()).isEqualTo(new Tapped("desk", new TagRead(UID, List.of())));
            try (var _ = VirtualCard.on(SECOND, VirtualCard.PROCESSOR_ATR, Chips.plain(OTHER))) {
                assertThat(heard.next()).isEqualTo(new Tapped("desk", new TagRead(OTHER, List.of())));
            }
            assertThat(heard.next()).isEqualTo(new Lifted("desk"));
        }
        assertThat(heard.next()).isEqualTo(new Lifted("desk"));
    }

    @Test
    void aNamedReaderHearsItsOwnCardsOnly() throws Exception {
        reader.close();
        reader = open(Optional.of("virtual pcd 00 01"), heard);
        assertThat(heard.next()).isEqualTo(new Connected("desk"));
        try (var _ = VirtualCard.on(FIRST, VirtualCard.PROCESSOR_ATR, Chips.plain(UID))) {
            heard.silent(Duration.ofSeconds(1));
            try (var _ = VirtualCard.on(SECOND, VirtualCard.PROCESSOR_ATR, Chips.plain(OTHER))) {
                assertThat(heard.next()).isEqualTo(new Tapped("desk", new TagRead(OTHER, List.of())));
            }
        }
    }

    @Test
    void aDaemonThatIsKilledAndStartedAnewIsFoundAgain() throws Exception {
        for (var times = 0; times < 2; times++) {
            daemon.kill();
            assertThat(heard.next()).isEqualTo(new Disconnected("desk", Loss.NO_SERVICE));
            heard.silent(Duration.ofSeconds(1));
            daemon.start();
            assertThat(heard.next()).isEqualTo(new Connected("desk"));
            try (var _ = VirtualCard.on(FIRST, VirtualCard.PROCESSOR_ATR, Chips.plain(UID))) {
                assertThat(heard.next()).isEqualTo(new Tapped("desk", new TagRead(UID, List.of())));
            }
            assertThat(heard.next()).isEqualTo(new Lifted("desk"));
        }
    }

    @Test
    void aServiceWithoutReadersIsNoReaderUntilThereIsOne() throws Exception {
        daemon.kill();
        assertThat(heard.next()).isEqualTo(new Disconnected("desk", Loss.NO_SERVICE));
        daemon.startWithoutReaders();
        heard.silent(Duration.ofSeconds(3));
        daemon.kill();
        daemon.start();
        assertThat(heard.next()).isEqualTo(new Connected("desk"));
        try (var _ = VirtualCard.on(FIRST, VirtualCard.PROCESSOR_ATR, Chips.plain(UID))) {
            assertThat(heard.next()).isEqualTo(new Tapped("desk", new TagRead(UID, List.of())));
        }
    }

    @Test
    void aCardThatLiesThereWhenItsReaderAppearsIsNotTapped() throws Exception {
        try (var _ = VirtualCard.on(FIRST, VirtualCard.PROCESSOR_ATR, Chips.plain(UID))) {
            assertThat(heard.next()).isInstanceOf(Tapped.class);
            reader.close();
            reader = open(Optional.empty(), heard);
            assertThat(heard.next()).isEqualTo(new Connected("desk"));
            heard.silent(Duration.ofSeconds(1));
        }
        assertThat(heard.next()).isEqualTo(new Lifted("desk"));
    }

    @Test
    void aGarbledCardIsUnreadAndTheNextIsRead() throws Exception {
        try (var _ = VirtualCard.on(
                FIRST, VirtualCard.PROCESSOR_ATR, command -> HexFormat.of().parseHex("04A1"))) {
            assertThat(heard.next(Unread.class).reader()).isEqualTo("desk");
        }
        assertThat(heard.next()).isEqualTo(new Lifted("desk"));
        try (var _ = VirtualCard.on(FIRST, VirtualCard.PROCESSOR_ATR, Chips.plain(UID))) {
            assertThat(heard.next()).isEqualTo(new Tapped("desk", new TagRead(UID, List.of())));
        }
    }

    @Test
    void aCardThatStallsIsGivenUpAndTheReaderComesBackWhenItIsGone() throws Exception {
        var over = new CountDownLatch(1);
        try (var _ = VirtualCard.on(FIRST, VirtualCard.PROCESSOR_ATR, command -> {
            await(over);
            return new byte[0];
        })) {
            assertThat(heard.next()).isEqualTo(new Disconnected("desk", Loss.TIMED_OUT));
        }
        over.countDown();
        assertThat(heard.next()).isEqualTo(new Connected("desk"));
        try (var _ = VirtualCard.on(FIRST, VirtualCard.PROCESSOR_ATR, Chips.plain(UID))) {
            assertThat(heard.next()).isEqualTo(new Tapped("desk", new TagRead(UID, List.of())));
        }
    }

    private static void await(CountDownLatch over) throws InterruptedIOException {
        try {
            over.await();
        } catch (InterruptedException stopped) {
            throw new InterruptedIOException();
        }
    }
}

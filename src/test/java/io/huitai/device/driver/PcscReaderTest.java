package io.huitai.device.driver;

import static org.assertj.core.api.Assertions.assertThat;

import io.huitai.device.ReaderEvent.Connected;
import io.huitai.device.ReaderEvent.Disconnected;
import io.huitai.device.ReaderEvent.Lifted;
import io.huitai.device.ReaderEvent.Loss;
import io.huitai.device.ReaderEvent.Tapped;
import io.huitai.device.ReaderSettings;
import io.huitai.device.ReaderSettings.Kind;
import io.huitai.device.decode.Chips;
import io.huitai.device.decode.TagRead;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.smartcardio.Card;
import javax.smartcardio.CardException;
import javax.smartcardio.CardTerminal;
import javax.smartcardio.CardTerminals;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What no virtual reader of `pcscd` does: readers that are unplugged while the service goes on.
@Timeout(60)
class PcscReaderTest {
    private static final String UID = "04A1B2C3D4E5F6";

    private final EventsHeard heard = new EventsHeard();
    private final Desk desk = new Desk();

    private PcscReader open() {
        var settings = new ReaderSettings("desk", Kind.NFC, new ReaderSettings.Port.PcSc(Optional.empty()));
        return new PcscReader(settings, Optional.empty(), desk, heard);
    }

    @Test
    void theOnlyReaderUnpluggedIsLostAndBackWhenPluggedInAgain() throws Exception {
        try (var _ = open()) {
            assertThat(heard.next()).isEqualTo(new Disconnected("desk", Loss.UNREACHABLE));
            for (var times = 0; times < 3; times++) {
                desk.plug("ACR122");
                assertThat(heard.next()).isEqualTo(new Connected("desk"));
                desk.put("ACR122", UID);
                assertThat(heard.next()).isEqualTo(new Tapped("desk", new TagRead(UID, List.of())));
                desk.unplug("ACR122");
                assertThat(heard.next()).isEqualTo(new Disconnected("desk", Loss.BROKEN_OFF));
            }
        }
    }

    @Test
    void oneOfTwoReadersUnpluggedLeavesTheOther() throws Exception {
        desk.plug("ACR122");
        desk.plug("OMNIKEY");
        try (var _ = open()) {
            assertThat(heard.next()).isEqualTo(new Connected("desk"));
            desk.put("ACR122", "04112233");
            assertThat(heard.next()).isInstanceOf(Tapped.class);
            desk.unplug("ACR122");
            desk.put("OMNIKEY", UID);
            assertThat(heard.next()).isEqualTo(new Tapped("desk", new TagRead(UID, List.of())));
            desk.take("OMNIKEY");
            assertThat(heard.next()).isEqualTo(new Lifted("desk"));
            desk.plug("ACR122");
            heard.silent(Duration.ofMillis(600));
        }
    }

    /// Readers and the cards on them, as the JDK shows them.
    private static final class Desk extends CardTerminals implements CardService {
        private final Map<String, String> plugged = new ConcurrentSkipListMap<>();
        private final Semaphore changes = new Semaphore(0);

        void plug(String reader) {
            put(reader, "");
        }

        void put(String reader, String uid) {
            plugged.put(reader, uid);
            changes.release();
        }

        void take(String reader) {
            put(reader, "");
        }

        void unplug(String reader) {
            plugged.remove(reader);
            changes.release();
        }

        @Override
        public CardTerminals terminals() {
            return this;
        }

        @Override
        public void forget() {
            throw new AssertionError("The service goes on");
        }

        @Override
        public List<CardTerminal> list(State state) {
            return plugged.keySet().stream().<CardTerminal>map(Terminal::new).toList();
        }

        @Override
        public boolean waitForChange(long timeout) {
            if (plugged.isEmpty()) {
                throw new IllegalStateException("No terminals available");
            }
            try {
                return changes.tryAcquire(timeout, TimeUnit.MILLISECONDS);
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
                return false;
            }
        }

        private final class Terminal extends CardTerminal {
            private final String name;

            Terminal(String name) {
                this.name = name;
            }

            @Override
            public String getName() {
                return name;
            }

            @Override
            public Card connect(String protocol) {
                return new ChipCard(Chips.plain(plugged.getOrDefault(name, "")));
            }

            @Override
            public boolean isCardPresent() throws CardException {
                var card = plugged.get(name);
                if (card == null) {
                    throw new CardException("SCARD_E_UNKNOWN_READER");
                }
                return !card.isEmpty();
            }

            @Override
            public boolean waitForCardPresent(long timeout) {
                throw new UnsupportedOperationException();
            }

            @Override
            public boolean waitForCardAbsent(long timeout) {
                throw new UnsupportedOperationException();
            }
        }
    }
}

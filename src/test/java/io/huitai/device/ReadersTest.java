package io.huitai.device;

import static org.assertj.core.api.Assertions.assertThat;

import io.huitai.device.ReaderEvent.Connected;
import io.huitai.device.ReaderEvent.Disconnected;
import io.huitai.device.ReaderEvent.Lifted;
import io.huitai.device.ReaderEvent.Loss;
import io.huitai.device.ReaderEvent.Scanned;
import io.huitai.device.ReaderEvent.Swiped;
import io.huitai.device.ReaderEvent.Tapped;
import io.huitai.device.ReaderSettings.Kind;
import io.huitai.device.ReaderSettings.Port;
import io.huitai.device.Readers.State;
import io.huitai.device.decode.CardRead;
import io.huitai.device.decode.PaymentCard;
import io.huitai.device.decode.TagRead;
import io.huitai.device.simulator.SimulatedReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReadersTest {
    private static final ReaderSettings SWIPES = new ReaderSettings("counter", Kind.MAGSTRIPE, new Port.Simulated());
    private static final ReaderSettings TAPS = new ReaderSettings("desk", Kind.NFC, new Port.Simulated());
    private static final ReaderSettings KEYS = new ReaderSettings("keys", Kind.CODES, new Port.Keyboard());

    private final Map<String, SimulatedReader> simulated = new HashMap<>();
    private final List<ReaderEvent> heard = new ArrayList<>();

    private Readers open(ReaderSettings... settings) {
        var readers = Readers.open(List.of(settings), (each, events) -> {
            var reader = new SimulatedReader(each, events);
            simulated.put(each.name(), reader);
            return reader;
        });
        readers.listen(Runnable::run, heard::add);
        return readers;
    }

    private SimulatedReader reader(String name) {
        return Optional.ofNullable(simulated.get(name)).orElseThrow();
    }

    @Test
    void eachStandsAsItReportsAndAWedgeAsNobodyKnows() {
        try (var readers = open(SWIPES, TAPS, KEYS)) {
            assertThat(readers.standings())
                    .extracting(Readers.Standing::state)
                    .containsExactly(State.READY, State.READY, State.KEYBOARD);
            reader("desk").unplug();
            assertThat(readers.standings().get(1).loss()).contains(Loss.BROKEN_OFF);
            reader("desk").plugIn();
            assertThat(readers.standings().get(1).state()).isEqualTo(State.READY);
            assertThat(heard).containsExactly(new Disconnected("desk", Loss.BROKEN_OFF), new Connected("desk"));
        }
    }

    @Test
    void whatIsReadIsHeardInOrderAndNothingOfAReaderThatIsUnplugged() {
        try (var _ = open(SWIPES, TAPS)) {
            reader("counter").swipe(";9988000000000015=2912?");
            var tag = new TagRead("04A1B2C3", List.of());
            reader("desk").tap(tag);
            reader("counter").unplug();
            reader("counter").swipe(";9988000000000015=2912?");
            assertThat(heard)
                    .containsExactly(
                            new Swiped("counter", new CardRead("9988000000000015")),
                            new Tapped("desk", tag),
                            new Lifted("desk"),
                            new Disconnected("counter", Loss.BROKEN_OFF));
        }
    }

    @Test
    void aFrontThatDoesNotListenIsNotBuried() {
        var scans = new ReaderSettings("gun", Kind.CODES, new Port.Simulated());
        try (var readers = open(scans)) {
            var waiting = new ArrayDeque<Runnable>();
            readers.listen(waiting::add, heard::add);
            for (var times = 0; times < 1_000; times++) {
                reader("gun").scan("96385074");
            }
            assertThat(waiting).hasSize(Readers.MOST_WAITING);
            waiting.forEach(Runnable::run);
            assertThat(heard).hasSize(Readers.MOST_WAITING).containsOnly(new Scanned("gun", "96385074"));
            waiting.clear();
            reader("gun").unplug();
            assertThat(waiting).hasSize(1);
        }
    }

    @Test
    void aSimulatedReaderReadsWhenSomebodyWaits() {
        try (var readers = open(SWIPES, TAPS)) {
            readers.awaited("counter");
            readers.awaited("keys");
            assertThat(heard).containsExactly(new Swiped("counter", new CardRead("9988000000000015")));
        }
    }

    @Test
    void nothingIsHeardBehindTheEnd() {
        open(SWIPES).close();
        reader("counter").swipe(";9988000000000015=2912?");
        assertThat(heard).isEmpty();
    }

    @Test
    void theGistShowsEnoughToKnowAReadingAgainAndNoMore() {
        assertThat(Gist.of(new Swiped("a", new CardRead("9988000000000015"))))
                .contains(new Gist(Gist.Kind.CARD, "****0015"));
        assertThat(Gist.of(new Swiped("a", new PaymentCard()))).contains(new Gist(Gist.Kind.BANK_CARD, ""));
        assertThat(Gist.of(new Tapped("a", new TagRead("04A1B2C3", List.of("secret")))))
                .contains(new Gist(Gist.Kind.TAG, "****B2C3"));
        assertThat(Gist.ofCode("6999001000017")).isEqualTo(new Gist(Gist.Kind.PRODUCT, "6999001000017"));
        assertThat(Gist.ofCode("4111 1111 1111 1111")).isEqualTo(new Gist(Gist.Kind.BANK_CARD, ""));
        assertThat(Gist.ofCode("134567890123456789")).isEqualTo(new Gist(Gist.Kind.PAYMENT_CODE, ""));
        assertThat(Gist.ofCode("HT1.abcdef")).isEqualTo(new Gist(Gist.Kind.CODE, "10"));
        assertThat(Gist.ofCode("")).isEqualTo(new Gist(Gist.Kind.UNREADABLE, ""));
        assertThat(Gist.of(new Connected("a"))).isEmpty();
    }
}

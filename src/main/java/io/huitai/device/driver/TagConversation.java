package io.huitai.device.driver;

import io.huitai.device.ReaderEvent.Loss;
import io.huitai.device.decode.TagRead;
import io.huitai.device.decode.Tags;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.smartcardio.Card;
import javax.smartcardio.CardException;
import javax.smartcardio.CardTerminal;
import javax.smartcardio.CommandAPDU;

/// What is said to one card while it lies on the reader; given up when the card or its reader stalls.
final class TagConversation {
    private static final Duration LIMIT = Duration.ofSeconds(4);

    private final CardTerminal terminal;
    private final CardService service;
    private final Thread thread;
    private final CountDownLatch settled = new CountDownLatch(1);
    private volatile Optional<TagRead> read = Optional.empty();

    TagConversation(CardTerminal terminal, CardService service) {
        this.terminal = terminal;
        this.service = service;
        thread = Thread.ofPlatform().daemon().name("tag").start(this::run);
    }

    /// The card; empty where it could not be read.
    ///
    /// @throws DeviceLost when it stalls
    Optional<TagRead> result() throws DeviceLost, InterruptedException {
        if (!settled.await(LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
            service.forget(); // its lock is held by the call that hangs
            throw new DeviceLost(Loss.TIMED_OUT, "a card on it does not answer");
        }
        return read;
    }

    /// Whether the reader has still not come back from it.
    boolean hangs() {
        return thread.isAlive();
    }

    private void run() {
        try {
            var card = terminal.connect("*");
            try {
                read = Tags.read(card.getATR().getBytes(), command -> answer(card, command));
            } finally {
                card.disconnect(false);
            }
        } catch (CardException | IllegalStateException gone) {
            // Taken away, or of a kind the reader does not know: nobody's card, which the event says.
            return;
        } finally {
            settled.countDown();
        }
    }

    private static byte[] answer(Card card, byte[] command) throws IOException {
        try {
            return card.getBasicChannel().transmit(new CommandAPDU(command)).getBytes();
        } catch (CardException | IllegalStateException | IllegalArgumentException gone) {
            throw new IOException("The card does not answer, or too short to be an answer", gone);
        }
    }
}

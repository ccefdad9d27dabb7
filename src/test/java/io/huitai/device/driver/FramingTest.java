package io.huitai.device.driver;

import static org.assertj.core.api.Assertions.assertThat;

import io.huitai.device.ReaderEvent;
import io.huitai.device.ReaderEvent.Scanned;
import io.huitai.device.ReaderEvent.Swiped;
import io.huitai.device.ReaderEvent.Unread;
import io.huitai.device.decode.CardRead;
import io.huitai.device.decode.NoPans;
import io.huitai.device.decode.PaymentCard;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Bytes cut into readings, at times of the test's own.
class FramingTest {
    private static final String MEMBER = "9988000000000015";
    private static final String BANK = "4111111111111111";

    private final List<ReaderEvent> heard = new ArrayList<>();
    private long now;

    private void send(Framing framing, String text) {
        var bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        heard.addAll(framing.hear(bytes, bytes.length, now));
    }

    private void pause(Framing framing, long millis) {
        for (var until = now + millis; now < until; now += 40) {
            heard.addAll(framing.tick(now));
        }
    }

    @Test
    void tracksOfOneSwipeAreOneEvenWithPausesWithinPatience() {
        var swipes = new SwipeFraming("counter");
        send(swipes, "%B" + MEMBER + "^A/B^2912101?\r");
        pause(swipes, 40);
        send(swipes, ";" + MEMBER);
        pause(swipes, 900);
        send(swipes, "=2912101?\r");
        pause(swipes, 200);
        assertThat(heard).containsExactly(new Swiped("counter", new CardRead(MEMBER)));
    }

    @Test
    void whateverEndsACodeIsNoneOfIt() {
        for (var end : List.of("\r", "\n", "\r\n", "\r\r", "\t", "\r\t", "\t\r\n", "\n\r\0", "\3\4")) {
            heard.clear();
            var codes = new CodeFraming("scanner");
            for (var times = 0; times < 3; times++) {
                send(codes, "6999001000017" + end);
                pause(codes, 2_000);
            }
            assertThat(heard)
                    .as(end.chars().boxed().toList().toString())
                    .isEqualTo(Collections.nCopies(3, new Scanned("scanner", "6999001000017")));
        }
    }

    @Test
    void aBankCardIsToldEvenWhenItsSwipeBreaksOff() {
        var swipes = new SwipeFraming("counter");
        send(swipes, "%B" + BANK + "^A/B^2912201?;4111");
        pause(swipes, 2_000);
        assertThat(heard).containsExactly(new Swiped("counter", new PaymentCard()));
    }

    @Test
    void lineEndsAloneAreNothing() {
        var swipes = new SwipeFraming("counter");
        var codes = new CodeFraming("gun");
        send(swipes, "\r\n");
        send(codes, "\r\n\r\n");
        pause(swipes, 2_000);
        pause(codes, 2_000);
        assertThat(heard).isEmpty();
    }

    @Test
    void aScannersOwnFrameIsTakenOff() {
        var codes = new CodeFraming("gun");
        send(codes, "\u000296385074\u0003");
        assertThat(heard).containsExactly(new Scanned("gun", "96385074"));
    }

    @Test
    void theRestOfACodeThatBrokeOffCountsForMomentsOnly() {
        var codes = new CodeFraming("gun");
        send(codes, "96385074\r9638");
        pause(codes, 1_200);
        pause(codes, 6_000);
        send(codes, "96385074\r");
        assertThat(heard).hasSize(3);
        assertThat(heard.get(1)).isInstanceOf(Unread.class);
        assertThat(heard.get(2)).isEqualTo(new Scanned("gun", "96385074"));
    }

    /// Swipes cut, stalled, garbled and glued: an answer or none, never another member's card, and no number of a bank
    /// card in what is told.
    @Test
    void fuzzedLinesNeverCrashLeakOrNameAnotherMember() {
        for (var seed = 0L; seed < 100_000; seed++) {
            heard.clear();
            var random = new Random(seed);
            var swipes = new SwipeFraming("counter");
            var codes = new CodeFraming("gun");
            var number = random.nextBoolean() ? MEMBER : BANK;
            for (var times = random.nextInt(1, 4); times > 0; times--) {
                var line = damaged("%B" + number + "^A/B^2912201?;" + number + "=2912201?\r", random);
                var cut = random.nextInt(line.length() + 1);
                send(swipes, line.substring(0, cut));
                send(codes, line.substring(0, cut));
                var stall = random.nextInt(3) * 900L;
                pause(swipes, stall);
                if (random.nextInt(6) == 0) {
                    swipes.lost(now);
                    codes.lost(now);
                }
                send(swipes, line.substring(cut));
                send(codes, line.substring(cut));
                pause(swipes, 2_000);
            }
            for (var event : heard) {
                NoPans.assertClean(event.toString());
                if (event instanceof Swiped(var _, CardRead(var read)) && read.startsWith("99880000")) {
                    assertThat(read).as("seed %d", seed).isEqualTo(MEMBER);
                }
            }
        }
    }

    private static String damaged(String swipe, Random random) {
        var bytes = swipe.getBytes(StandardCharsets.ISO_8859_1);
        if (random.nextBoolean()) { // one bit, for two may make the number of another card that is as good
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        }
        var from = random.nextInt(3) == 0 ? random.nextInt(bytes.length) : 0;
        return new String(Arrays.copyOfRange(bytes, from, bytes.length), StandardCharsets.ISO_8859_1);
    }
}

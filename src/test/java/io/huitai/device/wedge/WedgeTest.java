package io.huitai.device.wedge;

import static org.assertj.core.api.Assertions.assertThat;

import io.huitai.device.decode.CardRead;
import io.huitai.device.decode.PaymentCard;
import io.huitai.device.decode.Swipe;
import io.huitai.device.decode.Unreadable;
import io.huitai.device.wedge.Heard.Scanned;
import io.huitai.device.wedge.Heard.Swiped;
import io.huitai.device.wedge.Heard.Typed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WedgeTest {
    private static final String SWIPE = "%B9988000000000015^ZHANG/SAN^2912101?;9988000000000015=2912101?";
    private static final CardRead MEMBER = new CardRead("9988000000000015");

    private Desk desk = new Desk(WedgeSettings.usual());

    @BeforeEach
    void freshDesk() {
        desk = new Desk(WedgeSettings.usual());
    }

    @Test
    void aScanReachesNoField() {
        desk.burst("6901234567892\n", 3);
        desk.pause(500);
        assertThat(desk.scans).containsExactly("6901234567892");
        assertThat(desk.field()).isEmpty();
    }

    @Test
    void aScanAtXdotoolsPaceReachesNoField() {
        desk.burst("6901234567892\n", 12);
        desk.burst("6901234567892\t", 24);
        desk.pause(500);
        assertThat(desk.scans).containsExactly("6901234567892", "6901234567892");
        assertThat(desk.field()).isEmpty();
    }

    @Test
    void twoScansInARowAreTwo() {
        desk.burst("6901234567892\n96385074\n", 2);
        assertThat(desk.scans).containsExactly("6901234567892", "96385074");
    }

    @Test
    void aSwipeIsReadAndReachesNoField() {
        desk.burst(SWIPE + "\n", 2);
        desk.pause(500);
        assertThat(desk.swipes).containsExactly(MEMBER);
        assertThat(desk.field()).isEmpty();
    }

    @Test
    void aSwipeWithoutEnterIsReadAfterAMoment() {
        desk.burst(SWIPE, 2);
        desk.pause(500);
        assertThat(desk.swipes).containsExactly(MEMBER);
        assertThat(desk.field()).isEmpty();
    }

    @Test
    void aSwipeWhileTextIsBeingTypedLeavesTheTextAsItWas() {
        desk.type("gongb", 140);
        desk.burst(SWIPE + "\n", 4);
        desk.type("ao", 140);
        assertThat(desk.swipes).containsExactly(MEMBER);
        assertThat(desk.field()).isEqualTo("gongbao");
    }

    @Test
    void aSwipeOnTheHeelsOfAKeyLeavesThatKeyTyped() {
        desk.type("ab", 140);
        desk.burst("c" + SWIPE + "\n", 6);
        desk.pause(500);
        assertThat(desk.swipes).containsExactly(MEMBER);
        assertThat(desk.field()).isEqualTo("abc");
    }

    @Test
    void aPersonsKeyIsHeldNoLongerThanTheGap() {
        desk.press('7');
        desk.pause(36);
        assertThat(desk.field()).isEqualTo("7");
    }

    @Test
    void enterAloneIsHandedThroughAtOnce() {
        desk.press('\n');
        assertThat(desk.field()).isEqualTo("\n");
    }

    @Test
    void functionKeysTakeWhatWasTypedBeforeThemAlong() {
        desk.press('7');
        desk.other("F9");
        assertThat(desk.fields()).containsExactly("7", "F9");
    }

    @Test
    void aPinTypedFastByAPersonIsNoScan() {
        desk.type("222222\n", 100);
        assertThat(desk.scans).isEmpty();
        assertThat(desk.field()).isEqualTo("222222\n");
    }

    @Test
    void personsTypeAnythingAtAnyHumanPace() {
        for (var pace = 60; pace < 400; pace += 17) {
            desk = new Desk(WedgeSettings.usual());
            desk.type("%B9988;1234=56?\n6901234567892\n+8613?", pace);
            desk.pause(500);
            assertThat(desk.field()).as("%d ms", pace).isEqualTo("%B9988;1234=56?\n6901234567892\n+8613?");
        }
    }

    @Test
    void twoKeysRolledIntoEachOtherAreTyped() {
        desk.burst("th", 20);
        desk.pause(200);
        desk.burst("e\n", 20);
        assertThat(desk.field()).isEqualTo("the\n");
    }

    @Test
    void aBurstWithoutTerminatorIsTyped() {
        desk.burst("6901234567892", 3);
        desk.pause(500);
        assertThat(desk.scans).isEmpty();
        assertThat(desk.field()).isEqualTo("6901234567892");
    }

    @Test
    void aShortBurstIsTypedWithItsEnter() {
        desk.burst("1111\n", 5);
        assertThat(desk.field()).isEqualTo("1111\n");
    }

    @Test
    void wordsWithoutADigitAreTyped() {
        desk.burst("gongbao\n", 5);
        assertThat(desk.field()).isEqualTo("gongbao\n");
    }

    @Test
    void aBusyScreenDoesNotTearAScan() {
        desk.burst("69012", 5);
        desk.pause(90);
        desk.burst("34567892\n", 5);
        assertThat(desk.scans).containsExactly("6901234567892");
        assertThat(desk.field()).isEmpty();
    }

    @Test
    void aSwipeThatBreaksOffNeverReachesAField() {
        desk.burst("%B41111111111111", 3);
        desk.pause(500);
        assertThat(desk.swipes).containsExactly(new Unreadable(Unreadable.Reason.GARBLED));
        assertThat(desk.field()).isEmpty();
    }

    @Test
    void aPaymentCardIsRefusedAndNoFieldSeesIt() {
        desk.type("a", 140);
        desk.burst("%B4111111111111111^A/B^2912201?;4111111111111111=2912201?\n", 3);
        desk.pause(500);
        assertThat(desk.swipes).containsExactly(new PaymentCard());
        assertThat(desk.field()).isEqualTo("a");
    }

    @Test
    void aReaderThatCouldNotReadSaysSo() {
        desk.burst(";E?\n", 3);
        assertThat(desk.swipes).hasSize(1).first().isInstanceOf(Unreadable.class);
        assertThat(desk.field()).isEmpty();
    }

    @Test
    void aCardSwipedTwiceWithinAMomentIsHeardOnce() {
        desk.burst(SWIPE + "\n", 2);
        desk.pause(300);
        desk.burst(SWIPE + "\n", 2);
        desk.pause(300);
        desk.burst(";99880000000?\n", 2);
        assertThat(desk.swipes).containsExactly(MEMBER);
        desk.pause(2_000);
        desk.burst(SWIPE + "\n", 2);
        assertThat(desk.swipes).containsExactly(MEMBER, MEMBER);
        assertThat(desk.field()).isEmpty();
    }

    @Test
    void twoCardsInQuickSuccessionAreTwo() {
        desk.burst(";9988000000000015=?\n;9988000000000023=?\n", 2);
        assertThat(desk.swipes).containsExactly(MEMBER, new CardRead("9988000000000023"));
    }

    @Test
    void prefixAndSuffixFrameAScanWithoutEnter() {
        desk = new Desk(settings("~", "!", Map.of()));
        desk.burst("~AB!", 3);
        desk.pause(500);
        desk.burst("6901234567892!\n", 3);
        assertThat(desk.scans).containsExactly("AB", "6901234567892");
        assertThat(desk.field()).isEmpty();
    }

    @Test
    void anotherKeyboardLayoutIsMapped() {
        desk = new Desk(settings("", "", Map.of('ö', ';', '´', '=', '_', '?')));
        desk.burst("ö9988000000000015´2912101_\n", 3);
        desk.type("ö_", 120);
        assertThat(desk.swipes).containsExactly(MEMBER);
        assertThat(desk.field()).isEqualTo("ö_");
    }

    @Test
    void silentEventsOfAScanGoWithIt() {
        "6901234567892".chars().forEach(character -> {
            desk.silent("down");
            desk.press((char) character);
            desk.silent("up");
            desk.pass(3);
        });
        desk.press('\n');
        desk.pass(2);
        desk.silent("typed \\r");
        desk.pause(500);
        assertThat(desk.scans).hasSize(1);
        assertThat(desk.fields()).isEmpty();
    }

    @Test
    void silentEventsOfAPersonComeInOrder() {
        desk.silent("down");
        desk.press('a');
        desk.pause(80);
        desk.silent("up");
        desk.pause(80);
        assertThat(desk.fields()).containsExactly("down", "a", "up");
    }

    @Test
    void anEndlessBurstIsTypedAndNotHoarded() {
        desk.burst("1".repeat(3 * Wedge.LONGEST), 1);
        desk.pause(500);
        assertThat(desk.field()).hasSize(3 * Wedge.LONGEST);
    }

    /// Whatever comes, in whatever rhythm: each event is typed once and in order, or belongs to a scan or swipe.
    @Test
    void nothingTypedByAPersonIsLostOrTurnedRound() {
        for (var seed = 0L; seed < 2_000; seed++) {
            var random = new Random(seed);
            desk = new Desk(WedgeSettings.usual());
            var typed = new StringBuilder();
            var scans = 0;
            for (var turn = random.nextInt(8); turn >= 0; turn--) {
                switch (random.nextInt(3)) {
                    case 0 -> {
                        var text = Long.toString(random.nextLong(1_000_000), 36) + (random.nextBoolean() ? "\n" : "");
                        desk.type(text, 40 + random.nextInt(200));
                        typed.append(text);
                    }
                    case 1 -> {
                        desk.burst("690" + (1_000_000 + random.nextInt(1_000_000)) + "\n", 1 + random.nextInt(20));
                        scans++;
                    }
                    default -> {
                        desk.burst(SWIPE + "\n", 1 + random.nextInt(10));
                    }
                }
                desk.pause(150 + random.nextInt(300));
            }
            assertThat(desk.field()).as("seed %d", seed).isEqualTo(typed.toString());
            assertThat(desk.scans).as("seed %d", seed).hasSize(scans);
            assertThat(desk.unread).as("seed %d", seed).isZero();
        }
    }

    private static WedgeSettings settings(String prefix, String suffix, Map<Character, Character> layout) {
        return new WedgeSettings(Duration.ofMillis(35), Duration.ofMillis(120), 6, prefix, suffix, layout);
    }

    /// A till's keyboard with its own clock, and the field that has the focus.
    private static final class Desk {
        private final Wedge<String> wedge;
        private final List<String> typed = new ArrayList<>();
        private final List<String> scans = new ArrayList<>();
        private final List<Swipe> swipes = new ArrayList<>();
        private int unread;
        private long now = 1_000;

        Desk(WedgeSettings settings) {
            wedge = new Wedge<>(settings);
        }

        void press(char key) {
            var stroke = key == '\n' || key == '\t' ? new Stroke.Terminator() : new Stroke.Symbol(key);
            take(wedge.hear(Character.toString(key), stroke, now));
        }

        void silent(String event) {
            take(wedge.hear(event, new Stroke.Silent(), now));
        }

        void other(String event) {
            take(wedge.hear(event, new Stroke.Other(), now));
        }

        /// A reader: the strokes come whether or not the front gets to tick.
        void burst(String text, int pace) {
            text.chars().forEach(key -> {
                press((char) key);
                pass(pace);
            });
        }

        /// A person: the front ticks in between.
        void type(String text, int pace) {
            text.chars().forEach(key -> {
                press((char) key);
                pause(pace);
            });
        }

        void pass(int millis) {
            now += millis;
        }

        void pause(int millis) {
            var until = now + millis;
            while (wedge.due().isPresent() && wedge.due().getAsLong() <= until) {
                now = wedge.due().getAsLong();
                take(wedge.tick(now));
            }
            now = until;
        }

        String field() {
            return typed.stream().collect(Collectors.joining());
        }

        List<String> fields() {
            return typed;
        }

        private void take(List<Heard<String>> heard) {
            for (var one : heard) {
                switch (one) {
                    case Scanned<String>(var text) -> scans.add(text);
                    case Swiped<String>(var swipe) -> swipes.add(swipe);
                    case Typed<String>(var events) -> typed.addAll(events);
                    case Heard.Unread<String>() -> unread++;
                    case Heard.TakenBack<String>(var count) ->
                        typed.subList(typed.size() - count, typed.size()).clear();
                }
            }
        }
    }
}

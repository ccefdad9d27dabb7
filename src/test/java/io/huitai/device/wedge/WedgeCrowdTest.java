package io.huitai.device.wedge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Readers of every make and people of every temper at one keyboard: each code is heard once and whole, each key of a
/// person goes through once and in order, and no key of a reader does.
class WedgeCrowdTest {
    private static final int LIVES = 4_000;
    private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ";

    @Test
    void aCrowdAtOneKeyboardIsToldApart() {
        for (var seed = 0L; seed < LIVES; seed++) {
            var life = new Life(seed, "");
            life.live(false);
            life.check();
        }
    }

    @Test
    void scannersThatSendNoEnterAreKnownByTheirPrefix() {
        for (var seed = 0L; seed < LIVES; seed++) {
            var life = new Life(seed, "~");
            life.live(false);
            life.check();
        }
    }

    /// The screen was busy: everything comes late and at once, and no tick between.
    @Test
    void aLumpOfLateKeysIsReadAsWell() {
        for (var seed = 0L; seed < LIVES; seed++) {
            var life = new Life(seed, "");
            life.live(true);
            life.check();
        }
    }

    /// Where the two overlap: a person presses Enter so soon behind a scan that it may be the scanner's second one.
    /// It is taken for that within the tail and never behind it.
    @Test
    void aPersonsEnterIsTheReadersWithinTheTailAndNeverBehindIt() {
        for (var seed = 0L; seed < LIVES; seed++) {
            var random = new Random(seed);
            var life = new Life(seed, "");
            life.scan("6999001000017", 1 + random.nextInt(20), "\n");
            var late = 1 + random.nextInt(360);
            life.wait(late);
            life.key('\n');
            life.wait(500);
            assertThat(life.desk.field())
                    .as("seed %d, %d ms behind the scan", seed, late)
                    .isEqualTo(late <= 180 ? "" : "\n");
        }
    }

    /// The other overlap: a key of a person's amid a reader's burst. It spoils the code, which then is another one or
    /// none; but neither is half a code typed nor an Enter let through.
    @Test
    void aKeyAmidABurstIsNeverTypedAndNoEnterGetsOut() {
        for (var seed = 0L; seed < LIVES; seed++) {
            var random = new Random(seed);
            var life = new Life(seed, "");
            var at = 1 + random.nextInt(12);
            var code = new StringBuilder("6999001000017").insert(at, (char) ('0' + random.nextInt(10)));
            life.burst(code.toString(), 1 + random.nextInt(12));
            life.ends("\n\n");
            life.wait(600);
            assertThat(life.desk.scans.size() + life.desk.unread)
                    .as("seed %d", seed)
                    .isEqualTo(1);
            assertThat(life.desk.field())
                    .as("seed %d", seed)
                    .hasSizeLessThanOrEqualTo(1)
                    .doesNotContain("\n");
        }
    }

    @Test
    void anotherKeyAmidABurstGoesThroughAndTheCodeToo() {
        for (var at = 4; at < 13; at++) {
            var life = new Life(at, "");
            life.burst("6999001000017".substring(0, at), 5);
            life.desk.take(new Stroke.Other(), "F2", life.now);
            life.burst("6999001000017".substring(at), 5);
            life.ends("\n");
            life.wait(500);
            assertThat(life.desk.scans).as("at %d", at).containsExactly("6999001000017");
            assertThat(life.desk.field()).as("at %d", at).isEqualTo("F2");
        }
    }

    @Test
    void aScanThatStallsIsPutTogetherWhereACheckDigitSaysSoAndToldElsewhere() {
        for (var seed = 0L; seed < LIVES; seed++) {
            var random = new Random(seed);
            var article = random.nextBoolean();
            var code = article ? Life.article(random) : Life.name(random);
            var life = new Life(seed, "");
            var at = 4 + random.nextInt(code.length() - 3);
            if (code.substring(0, at).chars().distinct().count() == 1) {
                continue; // a key held down looks the same
            }
            life.burst(code.substring(0, at), 1 + random.nextInt(20));
            life.wait(310 + random.nextInt(600));
            life.burst(code.substring(at), 1 + random.nextInt(20));
            life.ends("\n\n");
            life.wait(500);
            var whole = article || Burst.isArticle(code);
            assertThat(life.desk.scans)
                    .as("seed %d, %s at %d", seed, code, at)
                    .isEqualTo(whole ? List.of(code) : List.of());
            assertThat(life.desk.unread).as("seed %d, %s at %d", seed, code, at).isEqualTo(whole ? 0 : 1);
            assertThat(life.desk.field())
                    .as("seed %d, %s at %d", seed, code, at)
                    .isEmpty();
        }
    }

    /// On a busy machine the first keys come one by one, and slower than a hand's.
    @Test
    void aScanTornInItsFirstStrokesIsTakenWhole() {
        for (var seed = 0L; seed < LIVES; seed++) {
            var random = new Random(seed);
            var code = Life.article(random);
            var life = new Life(seed, "");
            var singles = 1 + random.nextInt(code.length() - 4);
            for (var at = 0; at < singles; at++) {
                life.burst(code.substring(at, at + 1), 1);
                life.wait(40 + random.nextInt(70));
            }
            life.burst(code.substring(singles), 1 + random.nextInt(12));
            life.ends("\n\n");
            life.wait(600);
            if (Burst.isArticle(code.substring(singles))) {
                continue; // somebody may have typed in front of it
            }
            assertThat(life.desk.scans).as("seed %d, %s", seed, code).containsExactly(code);
            assertThat(life.desk.field()).as("seed %d, %s", seed, code).isEmpty();
        }
    }

    /// Somebody types a few letters, and the scan follows on the heels of the last.
    @Test
    void whatAPersonTypedJustBeforeAScanStaysTyped() {
        for (var seed = 0L; seed < LIVES; seed++) {
            var random = new Random(seed);
            var life = new Life(seed, "");
            var letters = random.ints(1 + random.nextInt(3), 'a', 'z' + 1)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            var code = Life.article(random);
            for (var at = 0; at < letters.length(); at++) {
                life.wait(at == 0 ? 0 : 60 + random.nextInt(60));
                life.key(letters.charAt(at));
            }
            life.wait(10 + random.nextInt(24));
            life.burst(code, 2);
            life.ends("\n\n");
            life.wait(600);
            assertThat(life.desk.scans).as("seed %d, %s%s", seed, letters, code).containsExactly(code);
            assertThat(life.desk.field())
                    .as("seed %d, %s%s", seed, letters, code)
                    .isEqualTo(letters);
        }
    }

    @Test
    void anEnterBetweenTwoNumbersKeepsThemApart() {
        for (var seed = 0L; seed < LIVES; seed++) {
            var random = new Random(seed);
            var life = new Life(seed, "");
            var lines = new StringBuilder();
            for (var line = 0; line < 3; line++) {
                random.ints(3 + random.nextInt(3), '0', '9' + 1).forEach(lines::appendCodePoint);
                lines.append('\n');
            }
            var pace = 38 + random.nextInt(40);
            lines.chars().forEach(key -> {
                life.key((char) key);
                life.wait(pace);
            });
            life.wait(500);
            assertThat(life.desk.scans).as("seed %d, %s", seed, lines).isEmpty();
            assertThat(life.desk.unread).as("seed %d, %s", seed, lines).isZero();
            assertThat(life.desk.field()).as("seed %d, %s", seed, lines).isEqualTo(lines.toString());
        }
    }

    @Test
    void whoLeansOnShiftWhileANumberIsScannedLosesNothing() {
        var life = new Life(0, "");
        life.burst("^(((!)!)))!&", 4);
        life.ends("\n\n");
        life.wait(500);
        assertThat(life.desk.scans).containsExactly("699910100017");
        assertThat(life.desk.field()).isEmpty();
    }

    @Test
    void anInputMethodThatGotHoldOfAScanIsTold() {
        var life = new Life(0, "");
        life.desk.wedge.composed(life.now);
        life.burst("99001000017", 4);
        life.ends("\n\n");
        life.wait(500);
        assertThat(life.desk.scans).isEmpty();
        assertThat(life.desk.unread).isEqualTo(1);
        assertThat(life.desk.field()).isEmpty();
    }

    @Test
    void scannersThatWriteCharactersByTheirNumbersAreRead() {
        var life = new Life(0, "");
        for (var character : characters("6999001000017")) {
            for (var press = 0; press < 3; press++) {
                life.desk.take(new Stroke.Numbered(), "down", life.now);
                life.wait(8);
                life.desk.take(new Stroke.Silent(), "up", life.now);
                life.wait(8);
            }
            life.desk.take(new Stroke.Symbol(character), "alt up", life.now);
        }
        life.desk.take(new Stroke.ControlledEnd(), "ctrl m", life.now);
        life.desk.take(new Stroke.ControlledEnd(), "ctrl j", life.now);
        life.wait(500);
        assertThat(life.desk.scans).containsExactly("6999001000017");
        assertThat(life.desk.field()).isEmpty();
    }

    private static List<Character> characters(String text) {
        return text.chars().mapToObj(each -> (char) each).toList();
    }

    /// One life at the keyboard, and what must come of it.
    private static final class Life {
        private final long seed;
        private final Random random;
        private final String prefix;
        private final Desk desk;
        private final StringBuilder typed = new StringBuilder();
        private final List<String> scans = new ArrayList<>();
        private final List<String> story = new ArrayList<>();
        private long now = 10_000;

        Life(long seed, String prefix) {
            this.seed = seed;
            this.prefix = prefix;
            random = new Random(seed);
            desk = new Desk(new WedgeSettings(WedgeSettings.Pace.usual(), 6, prefix, "", Map.of()));
        }

        void live(boolean lumps) {
            for (var turn = 2 + random.nextInt(8); turn > 0; turn--) {
                switch (random.nextInt(lumps ? 2 : 5)) {
                    case 0, 1 -> scanner(lumps);
                    case 2 -> heldKey();
                    case 3 -> slowScanner();
                    default -> person();
                }
                wait(320 + random.nextInt(500));
            }
        }

        void check() {
            assertThat(desk.scans).as("seed %d: %s", seed, story).isEqualTo(scans);
            assertThat(desk.field()).as("seed %d: %s", seed, story).isEqualTo(typed.toString());
            assertThat(desk.unread).as("seed %d: %s", seed, story).isZero();
        }

        private void scanner(boolean lump) {
            var code = random.nextBoolean() ? article(random) : name(random);
            var ends = switch (random.nextInt(prefix.isEmpty() ? 5 : 6)) {
                case 0 -> "\n";
                case 1 -> "\t";
                case 2 -> "\n\t";
                case 3, 4 -> "\n\n";
                default -> "";
            };
            var pace = lump ? 0 : 1 + random.nextInt(27);
            var pause = lump ? 0 : 1 + random.nextInt(code.length() - 1);
            var text = prefix + code;
            story.add("scan %s at %d, pause behind %d, %d ends".formatted(code, pace, pause, ends.length()));
            for (var at = 0; at < text.length(); at++) {
                if (pause == at && at > 0 && !lump) {
                    wait(random.nextInt(61));
                }
                desk.take(new Stroke.Silent(), "", now);
                desk.take(new Stroke.Symbol(text.charAt(at)), Character.toString(text.charAt(at)), now);
                desk.take(new Stroke.Silent(), "", now + pace / 2);
                wait(jittered(pace));
            }
            ends(ends);
            scans.add(code);
        }

        /// With 8 characters or more characters at up to 48 ms each it cannot be a hand.
        private void slowScanner() {
            var code = prefix + (random.nextBoolean() ? article(random) : name(random));
            var pace = 36 + random.nextInt(9);
            story.add("slow %s at %d".formatted(code, pace));
            burst(code, pace);
            ends("\n\n");
            scans.add(code.substring(prefix.length()));
        }

        private void person() {
            var text = random.nextBoolean()
                    ? Long.toString(random.nextLong(100_000_000), 36)
                    : Long.toString(random.nextLong(1_000_000_000));
            var pace = 60 + random.nextInt(340);
            var enters = random.nextInt(3);
            story.add("person %s at %d, %d enters".formatted(text, pace, enters));
            for (var character : characters(text)) {
                key(character);
                if (random.nextInt(12) == 0) {
                    wait(4 + random.nextInt(20));
                    key(character);
                }
                wait(pace + random.nextInt(40));
            }
            for (; enters > 0; enters--) {
                key('\n');
                wait(70 + random.nextInt(230));
            }
        }

        /// With the key's ups and downs to be seen, and on a line that tells characters only.
        private void heldKey() {
            var digit = (char) ('0' + random.nextInt(10));
            var told = random.nextBoolean();
            var times = 5 + random.nextInt(20);
            story.add("held %s %d times".formatted(digit, times));
            key(digit);
            wait(250 + random.nextInt(250));
            for (; times > 0; times--) {
                desk.take(told ? new Stroke.Repeated() : new Stroke.Symbol(digit), Character.toString(digit), now);
                typed.append(digit);
                wait(33);
            }
            wait(60 + random.nextInt(100));
            key('\n');
        }

        void scan(String code, int pace, String ends) {
            burst(code, pace);
            ends(ends);
        }

        void burst(String code, int pace) {
            for (var character : characters(code)) {
                desk.take(new Stroke.Symbol(character), Character.toString(character), now);
                wait(pace);
            }
        }

        void ends(String ends) {
            for (var at = 0; at < ends.length(); at++) {
                wait(at == 0 ? 0 : random.nextInt(60));
                desk.take(new Stroke.Terminator(), Character.toString(ends.charAt(at)), now);
            }
        }

        void key(char key) {
            typed.append(key);
            desk.take(key == '\n' ? new Stroke.Terminator() : new Stroke.Symbol(key), Character.toString(key), now);
        }

        private int jittered(int pace) {
            return pace == 0 ? 0 : Math.clamp(pace + random.nextInt(pace) / 4 - pace / 8, 1, 34);
        }

        void wait(int millis) {
            desk.pause(now, now + millis);
            now += millis;
        }

        static String article(Random random) {
            var digits = new StringBuilder();
            var length = List.of(7, 11, 12, 12, 12).get(random.nextInt(5));
            while (digits.length() < length) {
                digits.append(random.nextInt(10));
            }
            for (var check = 0; ; check++) {
                if (Burst.isArticle(digits.toString() + check)) {
                    return digits.toString() + check;
                }
            }
        }

        static String name(Random random) {
            var text = new StringBuilder("V").append(random.nextInt(10));
            for (var more = 6 + random.nextInt(14); more > 0; more--) {
                text.append(
                        random.nextBoolean()
                                ? (char) ('0' + random.nextInt(10))
                                : LETTERS.charAt(random.nextInt(LETTERS.length())));
            }
            return text.toString();
        }
    }

    /// The field that has the focus, and who hears the readers.
    private static final class Desk {
        private final Wedge<String> wedge;
        private final List<String> typed = new ArrayList<>();
        private final List<String> scans = new ArrayList<>();
        private int unread;

        Desk(WedgeSettings settings) {
            wedge = new Wedge<>(settings);
        }

        void take(Stroke stroke, String event, long at) {
            take(wedge.hear(event, stroke, at));
        }

        void pause(long from, long until) {
            while (wedge.due().isPresent() && wedge.due().getAsLong() <= until) {
                take(wedge.tick(Math.max(from, wedge.due().getAsLong())));
            }
        }

        String field() {
            return String.join("", typed);
        }

        private void take(List<Heard<String>> heard) {
            for (var one : heard) {
                switch (one) {
                    case Heard.Scanned<String>(var text) -> scans.add(text);
                    case Heard.Swiped<String>(var swipe) -> scans.add(swipe.toString());
                    case Heard.Unread<String>() -> unread++;
                    case Heard.TakenBack<String>(var characters) -> takeBack(characters);
                    case Heard.Typed<String>(var events) -> typed.addAll(events);
                }
            }
        }

        private void takeBack(int characters) {
            var left = characters;
            for (var at = typed.size() - 1; at >= 0 && left > 0; at--) {
                if (typed.remove(at).length() == 1) {
                    left--;
                }
            }
        }
    }
}

package io.huitai.trials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.huitai.journal.Verification;
import io.huitai.journal.log.FrameLog;
import io.huitai.journal.log.SystemDisk;
import io.huitai.shop.Lang;
import io.huitai.till.refusal.Refusal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What was acknowledged does not vanish quietly: whatever is cut from a till's journal, put in its place or taken from
/// beside it, the till does not sell on as if it had never been.
class LostJournalTest {
    private static final int STEPS = 60;

    @TempDir
    static Path disk;

    private static Path early;
    private static Path late;

    @TempDir
    Path mine;

    @BeforeAll
    static void sellForAWhile() throws IOException {
        var live = disk.resolve("live");
        early = disk.resolve("early");
        late = disk.resolve("late");
        var counter = new Counter(new Random(12));
        var ledger = new Ledger();
        Counter.DEMO_MEMBERS.forEach(ledger::knows);
        for (var copy : List.of(early, late)) {
            try (var till = TillHere.open(live, false)) {
                till.signIn();
                for (var i = 0; i < STEPS; i++) {
                    var step = counter.next(ledger);
                    till.ok(step.request());
                    ledger = step.after();
                }
                till.ok("cash-in", "amount", "1.00", "reason", "零钱");
                ledger.cashIn(1_00);
            }
            Folders.copy(live, copy);
        }
    }

    private Path copy(String name) throws IOException {
        var store = mine.resolve(name);
        Folders.copy(late, store);
        return store;
    }

    private static Path segment(Path store) {
        return store.resolve("journal").resolve("0000000000000001.jsonl");
    }

    /// Started twice: it answers, sells nothing, and leaves the journal as it found it.
    private static void stopsSelling(Path store, String how) throws IOException {
        var journal = Files.exists(segment(store)) ? Files.readAllBytes(segment(store)) : new byte[0];
        for (var start = 0; start < 2; start++) {
            try (var till = TillHere.open(store, false)) {
                for (var request : List.of(
                        Json.request("sign-in", "operator", "1001", "pin", "1111"),
                        Json.request("open-shift", "float", "1.00"),
                        Json.request("add", "sku", "L001"))) {
                    var error = till.answer(request).path("error");
                    assertThat(error.path("code").asString()).as(how).isEqualTo("JOURNAL_BROKEN");
                    assertThat(error.path("message").asString())
                            .as(how)
                            .contains("停止销售")
                            .doesNotContain("{");
                }
                assertThat(till.answer(Json.request("status")).path("ok").asBoolean())
                        .as(how)
                        .isTrue();
                assertThat(till.ok("journal-verify").path("intact").asBoolean())
                        .as(how)
                        .isFalse();
            }
            assertThat(Files.exists(segment(store)) ? Files.readAllBytes(segment(store)) : new byte[0])
                    .as(how)
                    .isEqualTo(journal);
        }
    }

    private static List<Integer> frames(byte[] bytes) {
        var text = new String(bytes, StandardCharsets.ISO_8859_1);
        var starts = new ArrayList<Integer>();
        for (var at = text.indexOf("{\"frame\":"); at >= 0; at = text.indexOf("{\"frame\":", at + 1)) {
            starts.add(at);
        }
        return starts;
    }

    /// Who is left to remember: all, H2 alone, the anchor alone.
    @ParameterizedTest
    @ValueSource(strings = {"", "anchor", "store.mv.db"})
    void aTailCutByWholeFramesStopsSelling(String gone) throws IOException {
        var random = new Random(1);
        var whole = Files.readAllBytes(segment(late));
        var starts = frames(whole);
        for (var trial = 0; trial < 6; trial++) {
            var at = trial == 0 ? starts.getLast() : starts.get(1 + random.nextInt(starts.size() - 1));
            var store = copy("cut" + gone + trial);
            Files.write(segment(store), Arrays.copyOf(whole, at));
            Files.deleteIfExists(store.resolve(gone.isEmpty() ? "nothing" : gone));
            stopsSelling(store, "cut at " + at + " without " + gone);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "anchor", "store.mv.db"})
    void aJournalThatIsGoneStopsSelling(String gone) throws IOException {
        for (var wholly : List.of(true, false)) {
            var store = copy("gone" + wholly + gone);
            if (wholly) {
                Folders.delete(store.resolve("journal"));
            } else {
                Files.delete(segment(store));
            }
            Files.deleteIfExists(store.resolve(gone.isEmpty() ? "nothing" : gone));
            stopsSelling(store, "journal gone, and " + gone);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "anchor", "store.mv.db"})
    void anOlderCopyOfTheJournalStopsSelling(String gone) throws IOException {
        var store = copy("older" + gone);
        Files.copy(segment(early), segment(store), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        Files.deleteIfExists(store.resolve(gone.isEmpty() ? "nothing" : gone));
        stopsSelling(store, "an older copy without " + gone);
    }

    /// The key lies beside the journal, so a copy of the till can go another way: anchor and H2 know which was ours.
    @ParameterizedTest
    @ValueSource(strings = {"anchor", "store.mv.db"})
    void anotherPastOfTheSameTillStopsSelling(String gone) throws IOException {
        var other = mine.resolve("other");
        Folders.copy(early, other);
        try (var till = TillHere.open(other, false)) {
            till.signIn();
            for (var i = 0; i < 2 * STEPS; i++) {
                till.ok("cash-in", "amount", "1.00", "reason", "零钱");
            }
        }
        var store = copy("fork" + gone);
        Files.copy(segment(other), segment(store), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        Files.delete(store.resolve(gone));
        stopsSelling(store, "another past without " + gone);
    }

    @Test
    void aFlippedBitInTheLastFrameStopsSelling() throws IOException {
        var random = new Random(2);
        var whole = Files.readAllBytes(segment(late));
        var last = frames(whole).getLast();
        for (var trial = 0; trial < 12; trial++) {
            var bytes = whole.clone();
            var at = last + random.nextInt(whole.length - last);
            bytes[at] ^= (byte) (1 << random.nextInt(8));
            var store = copy("flip" + trial);
            Files.write(segment(store), bytes);
            if (trial % 2 == 0) {
                Files.delete(store.resolve("anchor"));
            }
            stopsSelling(store, "bit at " + at);
        }
    }

    /// Somebody who knows the format changes an amount and makes the frame's checksum right.
    @Test
    void anAlteredEntryWithARightChecksumStopsSelling() throws IOException {
        var random = new Random(3);
        for (var trial = 0; trial < 6; trial++) {
            var store = copy("altered" + trial);
            var lines = new ArrayList<byte[]>();
            try (var log = FrameLog.open(store.resolve("journal"), new SystemDisk());
                    var all = log.read(1)) {
                all.forEach(lines::add);
            }
            var which = random.nextInt(lines.size());
            var line = new String(lines.get(which), StandardCharsets.UTF_8);
            var changed = line.replaceFirst("\"body\":\\{", "\"body\":{\"bonus\":\"9.00\",");
            assertThat(changed).isNotEqualTo(line);
            lines.set(which, changed.getBytes(StandardCharsets.UTF_8));
            Folders.delete(store.resolve("journal"));
            try (var log = FrameLog.open(store.resolve("journal"), new SystemDisk())) {
                lines.forEach(each -> log.append(List.of(each), false));
            }
            stopsSelling(store, "entry " + (which + 1) + " altered");
        }
    }

    @Test
    void whatHeadOfficeHasAcknowledgedIsMissed() throws IOException {
        var store = copy("acknowledged");
        Files.createDirectories(store.resolve("feed"));
        Files.writeString(store.resolve("feed").resolve("acknowledged.json"), "{\"number\":100000}");
        stopsSelling(store, "head office has more");
    }

    @Test
    void aReceiptInThePrintQueueIsMissed() throws IOException {
        var store = copy("queue");
        Files.createDirectories(store.resolve("print"));
        Files.writeString(store.resolve("print").resolve("00000001.waiting"), "S001-T1-009999");
        stopsSelling(store, "the queue has more");
    }

    @Test
    void keysOfMembersWithoutAJournalAreMissed() throws IOException {
        var store = copy("keys");
        Files.createDirectories(store.resolve("keys").resolve("members"));
        Files.writeString(store.resolve("keys").resolve("members").resolve("S001T100.json"), "{}");
        Folders.delete(store.resolve("journal"));
        Files.delete(store.resolve("anchor"));
        Files.delete(store.resolve("store.mv.db"));
        stopsSelling(store, "keys alone");
    }

    /// Settings say what a till is, and its journal says what it was opened as.
    @Test
    void settingsNeverMakeAnotherTillOfIt() throws IOException {
        var settings = Files.readString(late.resolve("settings.yaml"));
        for (var other : List.of(
                "",
                settings.replace("training: true", "training: false"),
                settings.replace("programme: \"standard-card\"", "programme: \"mall\"")
                        .replace("programme: standard-card", "programme: mall"),
                settings.replace("till: \"T1\"", "till: \"T2\"").replace("till: T1", "till: T2"))) {
            assertThat(other).isNotEqualTo(settings);
            var store = copy("settings" + other.hashCode());
            Files.writeString(store.resolve("settings.yaml"), other);
            var journal = Files.readAllBytes(segment(store));
            assertThatThrownBy(() -> TillHere.open(store, false)).isInstanceOf(RuntimeException.class);
            assertThat(Files.readAllBytes(segment(store))).isEqualTo(journal);
        }
        var store = copy("settings-gone");
        Files.delete(store.resolve("settings.yaml"));
        for (var left : List.of("all", "journal", "anchor", "store.mv.db", "keys")) {
            if (!left.equals("all")) {
                for (var part : List.of("journal", "anchor", "store.mv.db", "keys", "feed")) {
                    if (!part.equals(left) && Files.exists(store.resolve(part))) {
                        Folders.delete(store.resolve(part));
                    }
                }
                if (!Files.exists(store.resolve(left))) {
                    Files.createDirectories(store.resolve(left));
                }
            }
            assertThatThrownBy(() -> TillHere.open(store, false))
                    .isInstanceOfSatisfying(
                            Refusal.class,
                            refusal -> assertThat(refusal.text(Lang.ZH)).contains("settings.yaml", "放回"));
            assertThat(store.resolve("settings.yaml")).doesNotExist();
        }
    }

    @Test
    void verifyingAloneNamesWhatIsMissing() throws IOException {
        var store = copy("verify");
        var whole = Files.readAllBytes(segment(store));
        var starts = frames(whole);
        Files.write(segment(store), Arrays.copyOf(whole, starts.get(starts.size() - 3)));
        var found = Verification.of(store, new SystemDisk());
        assertThat(found.intact()).isFalse();
        assertThat(found.first().orElseThrow().number()).isEqualTo(found.entries() + 1);
        assertThat(found.first().orElseThrow().why()).contains("acknowledged and is gone");
    }
}

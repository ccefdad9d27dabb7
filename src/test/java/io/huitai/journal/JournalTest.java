package io.huitai.journal;

import static io.huitai.journal.Journals.ZONE;
import static io.huitai.journal.Journals.draft;
import static io.huitai.journal.Journals.drafts;
import static io.huitai.journal.Journals.entries;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.huitai.journal.log.Damage;
import io.huitai.journal.log.DiskFailed;
import io.huitai.journal.log.FaultyDisk;
import io.huitai.journal.log.Frame;
import io.huitai.journal.log.FrameWalk;
import io.huitai.journal.log.SystemDisk;
import io.huitai.journal.secret.KeyMissing;
import io.huitai.shop.OperatorId;
import io.huitai.shop.TillId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.JsonNodeFactory;

class JournalTest {
    @TempDir
    Path store;

    @Test
    void anEntryStandsInTheChainWithItsTimeOperatorHashAndSignature() {
        try (var journal = Journals.open(store)) {
            assertThat(journal.next()).isEqualTo(1);
            assertThat(journal.head()).isEqualTo(Entry.NO_HASH);
            assertThat(journal.last()).isEmpty();
            var entries = journal.append(List.of(draft("SaleCompleted", 1), draft("ShiftClosed", 2)), true);
            var first = entries.getFirst();
            var second = entries.getLast();
            assertThat(first.number()).isEqualTo(1);
            assertThat(first.previous()).isEqualTo(Entry.NO_HASH);
            assertThat(first.at()).hasToString("2026-11-22T09:00:01+08:00");
            assertThat(first.operator()).contains(new OperatorId("1001"));
            assertThat(first.hashFits()).isTrue();
            assertThat(first.signatureFits(journal.key().publicKey())).isTrue();
            assertThat(first.signatureFits(TillKey.generate().publicKey())).isFalse();
            assertThat(second.previous()).isEqualTo(first.hash());
            assertThat(second.hlc()).isGreaterThan(first.hlc());
            assertThat(journal.head()).isEqualTo(second.hash());
            assertThat(journal.entries()).isEqualTo(2);
            assertThat(journal.last()).contains(second);
        }
    }

    @Test
    void theLineOfAnEntryIsCanonicalAndComesBackEqual() {
        var entry = Journals.write(store, 1).getFirst();
        var line = new String(entry.line(), StandardCharsets.UTF_8);
        assertThat(line)
                .startsWith("{\"at\":\"2026-11-22T09:00:01.000+08:00\",\"body\":{\"amount\":1,"
                        + "\"note\":\"谢谢 \\\"€\\\"\\n\"},\"epoch\":1,\"hash\":\"")
                .contains("\"operator\":\"1001\",\"previous\":\"0000");
        assertThat(Entry.parse(entry.line())).isEqualTo(entry);
        var spaced = line.replace("\"epoch\":1", "\"epoch\": 1").getBytes(StandardCharsets.UTF_8);
        assertThatExceptionOfType(UnreadableEntry.class).isThrownBy(() -> Entry.parse(spaced));
        var more = line.replace("\"epoch\":1", "\"epoch\":1,\"extra\":1").getBytes(StandardCharsets.UTF_8);
        assertThatExceptionOfType(UnreadableEntry.class).isThrownBy(() -> Entry.parse(more));
        var wrongType = line.replace("\"epoch\":1", "\"epoch\":\"1\"").getBytes(StandardCharsets.UTF_8);
        assertThatExceptionOfType(UnreadableEntry.class).isThrownBy(() -> Entry.parse(wrongType));
    }

    @Test
    void anEntryWithoutAnOperatorComesBackWithoutOne() {
        try (var journal = Journals.open(store)) {
            var none = new Draft("Started", JsonNodeFactory.instance.objectNode(), Optional.empty());
            var entry = journal.append(List.of(none), true).getFirst();
            assertThat(entries(journal, 1)).containsExactly(entry);
            assertThat(entry.operator()).isEmpty();
        }
    }

    @Test
    void reopeningGoesOnWhereItEnded() {
        var written = Journals.write(store, 5);
        try (var journal = Journals.open(store)) {
            assertThat(journal.entries()).isEqualTo(5);
            assertThat(journal.head()).isEqualTo(written.getLast().hash());
            assertThat(entries(journal, 1)).isEqualTo(written);
            assertThat(entries(journal, 4)).isEqualTo(written.subList(3, 5));
            assertThat(entries(journal, 6)).isEmpty();
            journal.append(drafts(2), false);
            assertThat(journal.verify()).isEqualTo(new Verification(7, journal.head(), Optional.empty(), 0));
        }
    }

    @Test
    void timeNeverRunsBackEvenOverRestarts() {
        var clock = new Journals.Ticking();
        try (var journal = open(clock)) {
            clock.set(Instant.parse("2026-11-22T10:00:00.123456Z"));
            journal.append(drafts(1), true);
        }
        clock.set(Instant.parse("2020-01-01T00:00:00Z"));
        try (var journal = open(clock)) {
            var before = journal.last().orElseThrow();
            var after = journal.append(drafts(1), true).getFirst();
            assertThat(before.at()).hasToString("2026-11-22T18:00:01.123+08:00");
            assertThat(after.at()).isEqualTo(before.at());
            assertThat(after.hlc()).isGreaterThan(before.hlc());
            assertThat(journal.verify().intact()).isTrue();
        }
    }

    /// What a till was opened as is believed at every start: its entry is looked at whole, however far back it stands.
    @Test
    void anAlteredFirstEntryIsFoundHoweverLongTheJournalIs() throws IOException {
        Journals.write(store, 1);
        try (var journal = Journals.open(store)) {
            for (var frame = 0; frame < 12; frame++) {
                journal.append(drafts(1_000), false);
            }
            assertThat(journal.isBroken()).isFalse();
        }
        Path file;
        try (var files = Files.list(Journal.directory(store))) {
            file = files.filter(each -> each.toString().endsWith(".jsonl"))
                    .sorted()
                    .findFirst()
                    .orElseThrow();
        }
        var text = Files.readString(file);
        var lines = text.split("\n", 3);
        var altered = lines[1].replace("\"amount\":1,", "\"amount\":2,").getBytes(StandardCharsets.UTF_8);
        var first = new String(Frame.encode(1, List.of(altered)), StandardCharsets.UTF_8);
        assertThat(first).hasSameSizeAs(lines[0] + "\n" + lines[1] + "\n");
        Files.writeString(file, first + lines[2]);
        try (var journal = Journals.open(store)) {
            assertThat(journal.isBroken()).isTrue();
            assertThat(journal.damage().map(Damage::number)).contains(1L);
        }
    }

    @Test
    void aNewEpochIsKeptAndNumbersGoOn() throws IOException {
        Journals.write(store, 2);
        try (var journal = Journals.open(store)) {
            assertThatIllegalArgumentException().isThrownBy(() -> journal.beginEpoch(1));
            journal.beginEpoch(4);
            assertThat(journal.append(drafts(1), true).getFirst().epoch()).isEqualTo(4);
        }
        Files.delete(store.resolve("keys/till.json"));
        try (var journal = Journals.open(store)) {
            var entry = journal.append(drafts(1), true).getFirst();
            assertThat(entry.epoch()).isEqualTo(4);
            assertThat(entry.number()).isEqualTo(4);
            assertThat(journal.verify().intact()).isTrue();
        }
    }

    @Test
    void theHybridClockFollowsWhatItHasSeen() {
        try (var journal = Journals.open(store)) {
            var far = new Hlc(Journals.MORNING.plus(Duration.ofDays(1)).toEpochMilli(), 7);
            journal.observe(far);
            var entry = journal.append(drafts(1), true).getFirst();
            assertThat(entry.hlc()).isGreaterThan(far);
            assertThat(entry.at().toInstant()).isBefore(Journals.MORNING.plusSeconds(5));
        }
    }

    @Test
    void aSecondOpeningIsToldThatTheTillIsTaken() {
        try (var journal = Journals.open(store)) {
            assertThatExceptionOfType(TillTaken.class).isThrownBy(() -> Journals.open(store));
            journal.append(drafts(1), true);
        }
        try (var journal = Journals.open(store)) {
            assertThat(journal.entries()).isEqualTo(1);
        }
    }

    @Test
    void theLockIsGivenBackWhenOpeningFails() throws IOException {
        Journals.write(store, 1);
        var key = store.resolve("keys/keychain");
        Files.move(key, store.resolve("kept"));
        assertThatExceptionOfType(KeyMissing.class).isThrownBy(() -> Journals.open(store));
        Files.move(store.resolve("kept"), key);
        try (var journal = Journals.open(store)) {
            assertThat(journal.isBroken()).isFalse();
        }
    }

    @Test
    void anotherTillsJournalIsRefused() {
        Journals.write(store, 1);
        assertThatExceptionOfType(ForeignJournal.class)
                .isThrownBy(() -> Journal.open(
                                store, Journals.STORE, new TillId("T2"), new Journals.Ticking(), ZONE, new SystemDisk())
                        .close());
    }

    @Test
    void aBodyThatIsNotOursToWriteIsRefusedAndNothingChanges() {
        try (var journal = Journals.open(store)) {
            var wrong = new Draft("Sale", JsonNodeFactory.instance.objectNode().put("rate", 0.5), Optional.empty());
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> journal.append(List.of(draft("Fine", 1), wrong), true));
            assertThat(journal.entries()).isZero();
            journal.append(drafts(1), true);
            assertThat(journal.verify().intact()).isTrue();
        }
    }

    @Test
    void onlyWhatIsOnTheDiskForCertainIsGivenOutForSending() {
        try (var journal = Journals.open(store)) {
            var sure = journal.append(drafts(3), true);
            journal.append(drafts(2), false);
            assertThat(journal.forced()).isEqualTo(3);
            assertThat(journal.stored(1, 1 << 20))
                    .containsExactlyElementsOf(sure.stream().map(Entry::line).toList());
            assertThat(journal.stored(4, 1 << 20)).isEmpty();
            assertThat(journal.stored(1, 1)).hasSize(1);
            assertThat(journal.stored(2, sure.get(1).line().length + 1L)).hasSize(1);
            journal.append(drafts(1), true);
            assertThat(journal.stored(4, 1 << 20)).hasSize(3);
        }
    }

    @Test
    void aTornLastFrameIsCutOffAndTheChainGoesOn() throws IOException {
        var written = Journals.write(store, 3);
        var file = FrameWalk.file(store.resolve("journal"), 1);
        var bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length - 9));
        Journals.deleteAnchors(store); // it was never acknowledged
        try (var journal = Journals.open(store)) {
            assertThat(journal.recovered().orElseThrow().number()).isEqualTo(3);
            assertThat(journal.head()).isEqualTo(written.get(1).hash());
            assertThat(journal.append(drafts(1), true).getFirst().number()).isEqualTo(3);
            assertThat(journal.verify().intact()).isTrue();
        }
    }

    @Test
    void aRefusedAppendLeavesHeadAndNumberAsTheyWere() {
        var disk = new FaultyDisk(1);
        try (var journal = Journals.open(store, disk)) {
            journal.append(drafts(1), true);
            var head = journal.head();
            disk.fail(1, 5);
            assertThatExceptionOfType(DiskFailed.class).isThrownBy(() -> journal.append(drafts(2), true));
            assertThatExceptionOfType(DiskFailed.class).isThrownBy(() -> journal.append(drafts(2), true));
            assertThat(journal.head()).isEqualTo(head);
            disk.heal();
            assertThat(journal.append(drafts(1), true).getFirst().number()).isEqualTo(2);
            assertThat(journal.verify().intact()).isTrue();
        }
    }

    @Test
    void powerLossAtEveryStepOfAFirstStartLeavesAStoreThatOpens() {
        for (int failAt = 0; failAt < 40; failAt++) {
            var disk = new FaultyDisk(failAt);
            var acknowledged = new ArrayList<Entry>();
            disk.fail(failAt, 1);
            try (var journal = Journals.open(store, disk)) {
                for (int i = 0; i < 5; i++) {
                    acknowledged.addAll(journal.append(drafts(1), true));
                }
            } catch (DiskFailed told) {
                assertThat(disk.failed()).as("step " + failAt).isTrue();
            }
            disk.losePower();
            try (var journal = Journals.open(store, disk)) {
                assertThat(entries(journal, 1)).as("step " + failAt).isEqualTo(acknowledged);
                journal.append(drafts(1), true);
                assertThat(journal.verify().intact()).as("step " + failAt).isTrue();
            }
        }
    }

    @Test
    void aKillAtEveryStepOfAFirstStartAndAPowerLossAfterTheSecondKeepKeyAndEntries() {
        for (int failAt = 0; failAt < 20; failAt++) {
            var disk = new FaultyDisk(failAt);
            disk.fail(failAt, 1000);
            try (var journal = Journals.open(store, disk)) {
                journal.append(drafts(1), true);
            } catch (DiskFailed told) {
                assertThat(disk.failed()).as("step " + failAt).isTrue();
            }
            disk.kill();
            Entry last;
            try (var journal = Journals.open(store, disk)) {
                last = journal.append(drafts(1), true).getFirst();
            }
            disk.losePower();
            try (var journal = Journals.open(store, disk)) {
                assertThat(journal.last()).as("step " + failAt).contains(last);
                assertThat(journal.verify().intact()).as("step " + failAt).isTrue();
            }
        }
    }

    @Test
    void anotherThreadReadsWhileEntriesAreAppended() throws InterruptedException {
        try (var journal = Journals.open(store)) {
            var failures = new ArrayList<String>();
            var reader = Thread.ofPlatform().start(() -> {
                long next = 1;
                while (next <= 300 && failures.isEmpty()) {
                    for (var line : journal.stored(next, 4096)) {
                        if (Entry.parse(line).number() != next++) {
                            failures.add("not " + (next - 1));
                        }
                    }
                }
            });
            for (int i = 0; i < 300; i++) {
                journal.append(drafts(1), i % 3 == 2);
            }
            reader.join();
            assertThat(failures).isEmpty();
        }
    }

    @Test
    void verifyingFromOutsideWhileEntriesAreAppendedFindsNothingWrong() throws InterruptedException {
        try (var journal = Journals.open(store)) {
            var found = new ArrayList<Verification>();
            var verifier = Thread.ofPlatform().start(() -> {
                do {
                    found.add(Verification.of(store, new SystemDisk()));
                } while (found.getLast().intact() && found.getLast().entries() < 400);
            });
            for (int i = 0; i < 400; i++) {
                journal.append(drafts(1), false);
            }
            verifier.join();
            assertThat(found).allMatch(Verification::intact);
        }
    }

    private Journal open(Journals.Ticking clock) {
        return Journal.open(store, Journals.STORE, Journals.TILL, clock, ZONE, new SystemDisk());
    }
}

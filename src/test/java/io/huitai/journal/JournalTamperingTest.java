package io.huitai.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.huitai.journal.log.FrameLog;
import io.huitai.journal.log.FrameWalk;
import io.huitai.journal.log.JournalBroken;
import io.huitai.journal.log.SystemDisk;
import io.huitai.journal.secret.Keychain;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Someone who knows the file's form and puts every checksum right again is found by chain, hash or signature.
class JournalTamperingTest {
    @TempDir
    Path store;

    private List<Entry> entries = List.of();

    @BeforeEach
    void writeFiveEntries() {
        entries = Journals.write(store, 5);
    }

    @Test
    void whatIsUntouchedIsIntact() throws IOException {
        rewrite(lines());
        assertThat(verify()).isEqualTo(new Verification(5, entries.getLast().hash(), Optional.empty(), 0));
    }

    @Test
    void anEditIsFoundByTheHash() throws IOException {
        var lines = lines();
        lines.set(2, edited(2));
        rewrite(lines);
        assertBad(3, "hash");
        assertThat(verify().entries()).isEqualTo(2);
        assertThat(verify().head()).isEqualTo(entries.get(1).hash());
    }

    @Test
    void anEditWithItsHashPutRightIsFoundByTheSignature() throws IOException {
        var lines = lines();
        lines.set(2, resigned(2, TillKey.generate()));
        rewrite(lines);
        assertBad(3, "key");
    }

    @Test
    void aLineOfTheFileEditedInPlaceIsFoundByTheChecksum() throws IOException {
        var text = Files.readString(file());
        Files.writeString(file(), text.replace("\"amount\":3", "\"amount\":9"));
        assertBad(3, "checksum");
        try (var journal = Journals.open(store)) {
            assertThat(journal.isBroken()).isTrue();
            assertThat(journal.damage().orElseThrow().number()).isEqualTo(3);
            assertThat(journal.entries()).isEqualTo(2);
            assertThat(Journals.entries(journal, 1)).isEqualTo(entries.subList(0, 2));
            assertThatExceptionOfType(JournalBroken.class).isThrownBy(() -> journal.append(Journals.drafts(1), true));
            assertThat(journal.verify().intact()).isFalse();
        }
    }

    @Test
    void aDeletionIsFound() throws IOException {
        for (int at = 0; at < 4; at++) {
            var lines = lines();
            lines.remove(at);
            rewrite(lines);
            assertBad(at + 1, "number");
        }
    }

    @Test
    void aSwapIsFound() throws IOException {
        var lines = lines();
        lines.set(1, entries.get(2).line());
        lines.set(2, entries.get(1).line());
        rewrite(lines);
        assertBad(2, "number");
    }

    @Test
    void anEntryOfAnotherJournalIsFound(@TempDir Path other) throws IOException {
        var lines = lines();
        lines.set(2, Journals.write(other, 3).get(2).line());
        rewrite(lines);
        assertBad(3, "key");
    }

    @Test
    void anEntryOfTheSameKeyAndNumberFromAnotherPastIsFound() throws IOException {
        var key = TillKey.of(Keychain.open(store, new SystemDisk()));
        var third = entries.get(2);
        var whose = new Identity(third.store(), third.till(), third.epoch());
        var lines = lines();
        lines.set(
                2,
                Entry.of(whose, 3, Entry.NO_HASH, third.at(), third.hlc(), Journals.draft("Fact", 3), key)
                        .line());
        rewrite(lines);
        assertBad(3, "follow");
    }

    @Test
    void aTailWrittenAnewWithTheRightKeyIsFoundByTheAnchorAndByTheRunningTill() throws IOException {
        try (var journal = Journals.open(store)) {
            var fifth = entries.get(4);
            var forged = Journals.draft("Fact", 9);
            var lines = lines();
            lines.set(
                    4,
                    Entry.of(journal.identity(), 5, fifth.previous(), fifth.at(), fifth.hlc(), forged, journal.key())
                            .line());
            rewrite(lines);
            assertThat(verify().first().orElseThrow().number()).isEqualTo(5);
            Journals.deleteAnchors(store);
            assertThat(verify().intact()).isTrue();
            assertThat(journal.verify().first().orElseThrow().number()).isEqualTo(5);
        }
    }

    @Test
    void anotherTillsKeyIsFoundAtVerifyingAndAtOpening(@TempDir Path other) throws IOException {
        Journals.write(other, 1);
        try (var keys = Files.list(other.resolve("keys"))) {
            for (var key : keys.filter(Files::isRegularFile).toList()) {
                Files.copy(key, store.resolve("keys").resolve(key.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        assertBad(1, "key");
        try (var journal = Journals.open(store)) {
            assertThat(journal.isBroken()).isTrue();
        }
    }

    @Test
    void aMissingKeyIsToldByVerifying() throws IOException {
        Files.delete(store.resolve("keys/keychain"));
        assertBad(1, "missing");
    }

    @Test
    void aLastEntryForgedIsFoundAtOpening() throws IOException {
        var lines = lines();
        lines.set(4, resigned(4, TillKey.generate()));
        rewrite(lines);
        assertBad(5, "key");
        try (var journal = Journals.open(store)) {
            assertThat(journal.damage().orElseThrow().number()).isEqualTo(5);
            assertThat(journal.entries()).isEqualTo(4);
        }
    }

    @Test
    void aLineThatIsNoEntryIsFound() throws IOException {
        var lines = lines();
        lines.set(3, "{\"a\":1}".getBytes(UTF_8));
        rewrite(lines);
        assertBad(4, "fields");
    }

    @Test
    void aTornEndIsToldButNotCutByVerifying() throws IOException {
        var bytes = Files.readAllBytes(file());
        var torn = Arrays.copyOf(bytes, bytes.length - 5);
        Files.write(file(), torn);
        Journals.deleteAnchors(store); // it was never acknowledged
        var found = verify();
        assertThat(found.intact()).isTrue();
        assertThat(found.entries()).isEqualTo(4);
        assertThat(found.torn()).isPositive();
        assertThat(Files.readAllBytes(file())).isEqualTo(torn);
    }

    @Test
    void aLastFrameOfFullLengthWithOtherBytesIsNotIntact() throws IOException {
        Files.writeString(file(), Files.readString(file()).replace("\"amount\":5", "\"amount\":6"));
        assertBad(5, "checksum");
    }

    @Test
    void aRunningTillFindsThatItsTailWasCut() throws IOException {
        try (var journal = Journals.open(store)) {
            var text = Files.readString(file());
            Files.writeString(file(), text.substring(0, text.indexOf("{\"frame\":4")));
            var found = journal.verify();
            assertThat(found.first().orElseThrow().number()).isEqualTo(4);
        }
    }

    private Verification verify() {
        return Verification.of(store, new SystemDisk());
    }

    private void assertBad(int number, String why) {
        var found = verify();
        assertThat(found.intact()).isFalse();
        assertThat(found.first().orElseThrow().number()).isEqualTo(number);
        assertThat(found.first().orElseThrow().why()).contains(why);
    }

    private List<byte[]> lines() {
        return new ArrayList<>(entries.stream().map(Entry::line).toList());
    }

    private byte[] edited(int index) {
        var text = new String(entries.get(index).line(), UTF_8);
        return text.replace("\"amount\":" + (index + 1), "\"amount\":900").getBytes(UTF_8);
    }

    private byte[] resigned(int index, TillKey key) {
        var entry = entries.get(index);
        var draft = Journals.draft(entry.kind(), 900);
        var whose = new Identity(entry.store(), entry.till(), entry.epoch());
        return Entry.of(whose, entry.number(), entry.previous(), entry.at(), entry.hlc(), draft, key)
                .line();
    }

    private void rewrite(List<byte[]> lines) throws IOException {
        Files.delete(file());
        try (var log = FrameLog.open(store.resolve("journal"), new SystemDisk())) {
            for (var line : lines) {
                log.append(List.of(line), true);
            }
        }
    }

    private Path file() {
        return FrameWalk.file(store.resolve("journal"), 1);
    }
}

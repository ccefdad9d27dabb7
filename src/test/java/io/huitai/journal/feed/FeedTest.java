package io.huitai.journal.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.huitai.journal.fact.MemberRecord;
import io.huitai.journal.fact.Profile;
import io.huitai.journal.log.Disk;
import io.huitai.journal.log.DiskFailed;
import io.huitai.journal.log.FaultyDisk;
import io.huitai.journal.log.FrameLog;
import io.huitai.journal.log.FrameLogTest;
import io.huitai.journal.log.JournalBroken;
import io.huitai.journal.log.SystemDisk;
import io.huitai.journal.secret.AccountPlace;
import io.huitai.journal.secret.Keychain;
import io.huitai.shop.MemberNo;
import io.huitai.shop.id.TierId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeedTest {
    @TempDir
    Path store;

    @Test
    void recordsAndCursorComeBackTogether() {
        try (var feed = open()) {
            assertThat(feed.cursor()).isEqualTo(Feed.START);
            feed.append(records("a", "b"), "2");
            feed.append(List.of(), "5");
        }
        try (var feed = open()) {
            assertThat(feed.cursor()).isEqualTo("5");
            assertThat(feed.records()).isEqualTo(2);
            assertThat(texts(feed)).containsExactly("a", "b");
        }
    }

    @Test
    void whoIsForgottenIsBlottedOutOfEveryValueAndTheOthersStay() {
        var first = member("M1", "王小明");
        var other = member("M2", "李四");
        try (var feed = open()) {
            feed.append(List.of(first, other), "1");
            feed.append(List.of(first), "2");
            assertThat(feed.forgotten(0)).isEmpty();
            feed.forget(Set.of(new MemberNo("M1"), new MemberNo("M9")));
            assertThat(feed.records()).isEqualTo(3);
            assertThat(feed.cursor()).isEqualTo("2");
            assertThat(texts(feed)).noneMatch(line -> line.contains("王")).anyMatch(line -> line.contains("李四"));
            assertThat(feed.forgotten(0)).containsExactly(new MemberNo("M1"));
            assertThat(feed.forgotten(3)).isEmpty();
        }
        try (var feed = open()) {
            assertThat(feed.records()).isEqualTo(3);
            assertThat(feed.forgotten(1)).containsExactly(new MemberNo("M1"));
        }
    }

    private static byte[] member(String no, String name) {
        var profile = new Profile(
                name,
                "13800000000",
                "",
                "",
                "",
                Optional.empty(),
                "",
                true,
                LocalDate.parse("2026-11-22"),
                Profile.Origin.NONE);
        var member = MemberRecord.of(new MemberNo(no), profile, new TierId("regular"), List.of());
        return FeedJson.bytes(new FeedItem.MemberSent(member));
    }

    @Test
    void aTornAppendTakesItsCursorWithIt() throws IOException {
        try (var feed = open()) {
            feed.append(records("a"), "1");
            feed.append(records("b"), "2");
        }
        var file = store.resolve("feed/head-office/1/0000000000000001.jsonl");
        var bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length - 1));
        try (var feed = open()) {
            assertThat(feed.cursor()).isEqualTo("1");
            assertThat(texts(feed)).containsExactly("a");
            assertThat(feed.recovered()).isPresent();
        }
    }

    @Test
    void aSnapshotReplacesAllRecordsAndKeepsTheCursor() {
        try (var feed = open()) {
            for (int i = 0; i < 1000; i++) {
                feed.append(records("record " + i), Integer.toString(i));
            }
            try (var all = feed.read()) {
                feed.compact(all.filter(each -> each[each.length - 1] == '7'));
            }
            assertThat(feed.records()).isEqualTo(100);
            feed.append(records("after"), "1000");
        }
        try (var feed = open()) {
            assertThat(feed.cursor()).isEqualTo("1000");
            assertThat(texts(feed)).hasSize(101).startsWith("record 7").endsWith("record 997", "after");
        }
        assertThat(store.resolve("feed/head-office").toFile().list()).containsExactly("2");
    }

    @Test
    void aDamagedFeedIsClearedAndBeginsAgain() throws IOException {
        try (var feed = open()) {
            feed.append(records("a"), "1");
            feed.append(records("b"), "2");
        }
        var file = store.resolve("feed/head-office/1/0000000000000001.jsonl");
        var bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2 - 20] ^= 1;
        Files.write(file, bytes);
        try (var feed = open()) {
            assertThat(feed.isBroken()).isTrue();
            assertThatExceptionOfType(JournalBroken.class).isThrownBy(() -> feed.append(records("c"), "3"));
            feed.clear();
            assertThat(feed.isBroken()).isFalse();
            assertThat(feed.cursor()).isEqualTo(Feed.START);
            feed.append(records("a"), "1");
            assertThat(texts(feed)).containsExactly("a");
        }
    }

    @Test
    void whatThisTillHasNotWrittenIsNoFeed(@TempDir Path elsewhere) throws IOException {
        var items = List.of(member("M1", "甲"), member("M2", "乙"), member("M3", "丙"));
        try (var feed = open()) {
            for (var item : items) {
                feed.append(List.of(item), "1");
            }
        }
        var directory = store.resolve("feed/head-office/1");
        var good = lines(directory);
        var outside = new AccountPlace(elsewhere.resolve("outside"));
        var other = Keychain.make(elsewhere, outside, new SystemDisk());
        try (var feed = Feed.open(other, "head-office", new SystemDisk())) {
            feed.append(items, "3");
        }
        var theirs = lines(elsewhere.resolve("feed/head-office/1"));
        var inClear = records("{\"kind\":\"OperatorsSent\"}", "{\"cursor\":\"9\"}");
        var swapped = new ArrayList<>(good);
        Collections.swap(swapped, 0, 2);
        var mixed = new ArrayList<>(good);
        mixed.set(2, theirs.get(2));
        for (var forged : List.of(theirs, inClear, swapped, mixed, good.subList(2, 6))) {
            write(directory, forged);
            try (var feed = open()) {
                assertThat(feed.isBroken()).isTrue();
                assertThat(feed.records()).isZero();
                assertThat(feed.cursor()).isEqualTo(Feed.START);
                assertThatExceptionOfType(JournalBroken.class).isThrownBy(() -> feed.append(records("d"), "4"));
            }
            assertThatExceptionOfType(JournalBroken.class)
                    .isThrownBy(() -> FeedFile.read(keychain(), "head-office", new SystemDisk(), item -> {}));
        }
        write(directory, good);
        try (var feed = open()) {
            assertThat(feed.read()).containsExactlyElementsOf(items);
        }
    }

    private static List<byte[]> lines(Path generation) {
        try (var log = FrameLog.open(generation, new SystemDisk());
                var lines = log.read(1)) {
            return lines.toList();
        }
    }

    private static void write(Path generation, List<byte[]> lines) throws IOException {
        new SystemDisk().delete(generation);
        try (var log = FrameLog.open(generation, new SystemDisk())) {
            log.append(lines, true);
        }
    }

    @Test
    void powerLossAtEveryStepLeavesTheOldFeedOrTheNewOne() {
        for (int failAt = 0; failAt < 60; failAt++) {
            var disk = new FaultyDisk(failAt);
            String acknowledged = Feed.START;
            var keychain = Keychain.openOrMake(store, outside(), disk);
            disk.fail(failAt, 1);
            try (var feed = Feed.open(keychain, "hub", disk)) {
                for (int i = 1; i <= 8; i++) {
                    feed.append(records("r" + i), Integer.toString(i));
                    acknowledged = Integer.toString(i);
                    if (i % 3 == 0) {
                        try (var all = feed.read()) {
                            feed.compact(all);
                        }
                    }
                }
            } catch (DiskFailed told) {
                assertThat(disk.failed()).as("step " + failAt).isTrue();
            }
            disk.losePower();
            checkAll(disk, acknowledged, failAt);
        }
    }

    @Test
    void oneFailureAtEveryStepRefusesOneThingAndTheRestIsKept() {
        for (int failAt = 0; failAt < 80; failAt++) {
            var disk = new FaultyDisk(failAt);
            int acknowledged = 0;
            try (var feed = Feed.open(Keychain.openOrMake(store, outside(), disk), "hub", disk)) {
                disk.fail(failAt, 1);
                for (int i = 1; i <= 11; i++) {
                    acknowledged = tryNext(feed, acknowledged, i % 3 == 0);
                }
            }
            disk.losePower();
            checkAll(disk, acknowledged == 0 ? Feed.START : Integer.toString(acknowledged), failAt);
        }
    }

    @Test
    void aKillAtEveryStepAndAPowerLossAfterTheNextStartKeepAll() {
        for (int failAt = 0; failAt < 80; failAt++) {
            var disk = new FaultyDisk(failAt);
            int acknowledged = 0;
            var keychain = Keychain.openOrMake(store, outside(), disk);
            disk.fail(failAt, 1);
            try (var feed = Feed.open(keychain, "hub", disk)) {
                while (!disk.failed() && acknowledged < 12) {
                    acknowledged = tryNext(feed, acknowledged, acknowledged % 3 == 2);
                }
            } catch (DiskFailed told) {
                assertThat(disk.failed()).as("step " + failAt).isTrue();
            }
            disk.kill();
            try (var feed = Feed.open(Keychain.openOrMake(store, outside(), disk), "hub", disk)) {
                acknowledged = tryNext(feed, acknowledged, false);
            }
            disk.losePower();
            checkAll(disk, Integer.toString(acknowledged), failAt);
        }
    }

    @Test
    void namesAndRecordsThatCannotBeAreRefused() {
        for (var name : new String[] {"", "..", "a/b", ".hidden", "中"}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(
                            () -> Feed.open(keychain(), name, new SystemDisk()).close());
        }
        try (var feed = open()) {
            assertThatIllegalArgumentException().isThrownBy(() -> feed.append(records("{\"cursor\":\"9\"}"), "1"));
            assertThatIllegalArgumentException().isThrownBy(() -> feed.append(records("a\nb"), "1"));
            assertThat(feed.cursor()).isEqualTo(Feed.START);
        }
    }

    private static int tryNext(Feed feed, int acknowledged, boolean compact) {
        int now = acknowledged;
        try {
            feed.append(records("r" + (now + 1)), Integer.toString(now + 1));
            now++;
            if (compact) {
                try (var all = feed.read()) {
                    feed.compact(all);
                }
            }
        } catch (DiskFailed refused) {
            assertThat(refused).hasCauseInstanceOf(IOException.class);
        }
        return now;
    }

    private void checkAll(Disk disk, String cursor, int failAt) {
        try (var feed = Feed.open(Keychain.openOrMake(store, outside(), disk), "hub", disk)) {
            assertThat(feed.cursor()).as("step " + failAt).isEqualTo(cursor);
            int last = cursor.isEmpty() ? 0 : Integer.parseInt(cursor);
            assertThat(texts(feed))
                    .as("step " + failAt)
                    .isEqualTo(IntStream.rangeClosed(1, last)
                            .mapToObj(i -> "r" + i)
                            .toList());
        }
    }

    private Feed open() {
        return Feed.open(keychain(), "head-office", new SystemDisk());
    }

    private Keychain keychain() {
        return Keychain.openOrMake(store, outside(), new SystemDisk());
    }

    private AccountPlace outside() {
        return new AccountPlace(store.resolve("outside"));
    }

    private static List<byte[]> records(String... texts) {
        return FrameLogTest.records(texts);
    }

    private static List<String> texts(Feed feed) {
        try (var records = feed.read()) {
            return records.map(each -> new String(each, UTF_8)).toList();
        }
    }
}

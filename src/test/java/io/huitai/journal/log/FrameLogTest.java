package io.huitai.journal.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

public class FrameLogTest {
    @TempDir
    Path directory;

    private final Disk disk = new SystemDisk();

    @Test
    void recordsComeBackInOrderAfterReopening() {
        try (var log = FrameLog.open(directory, disk)) {
            assertThat(log.append(records("a", "b"), true)).isEqualTo(1);
            assertThat(log.append(records("c"), false)).isEqualTo(3);
            assertThat(texts(log, 1)).containsExactly("a", "b", "c");
            assertThat(log.forced()).isEqualTo(2);
        }
        try (var log = FrameLog.open(directory, disk)) {
            assertThat(log.next()).isEqualTo(4);
            assertThat(log.forced()).isEqualTo(3);
            assertThat(texts(log, 2)).containsExactly("b", "c");
            assertThat(texts(log, 4)).isEmpty();
            assertThat(texts(log, 400)).isEmpty();
            assertThat(log.recovered()).isEmpty();
        }
    }

    @Test
    void theFileReadsAsLines() throws IOException {
        try (var log = FrameLog.open(directory, disk)) {
            log.append(records("{\"a\":1}", "{\"b\":2}"), true);
        }
        assertThat(Files.readAllLines(segment(1)))
                .satisfiesExactly(
                        header -> assertThat(header)
                                .matches("\\{\"frame\":1,\"bytes\":16,\"records\":2,\"crc\":\"[0-9a-f]{8}\"}"),
                        first -> assertThat(first).isEqualTo("{\"a\":1}"),
                        second -> assertThat(second).isEqualTo("{\"b\":2}"));
    }

    @Test
    void segmentsAreNamedByTheirFirstRecordAndFollowOneAnother() {
        try (var log = FrameLog.open(directory, disk, 200)) {
            for (int i = 1; i <= 100; i++) {
                log.append(records("record " + i), i % 7 == 0);
            }
        }
        assertThat(directory.toFile().list()).contains("0000000000000001.jsonl").hasSizeGreaterThan(10);
        try (var log = FrameLog.open(directory, disk, 200)) {
            assertThat(log.next()).isEqualTo(101);
            assertThat(texts(log, 1)).hasSize(100).startsWith("record 1").endsWith("record 100");
            for (int from = 1; from <= 100; from++) {
                assertThat(texts(log, from)).hasSize(101 - from).startsWith("record " + from);
            }
        }
    }

    @Test
    void anyRecordOfALargeFileIsFoundByTheIndex() {
        try (var log = FrameLog.open(directory, disk)) {
            for (int i = 1; i <= 3000; i++) {
                log.append(records(i + "x".repeat(200), i + "y"), false);
            }
            for (int from = 1; from <= 6000; from += 97) {
                try (var read = log.read(from, from)) {
                    assertThat(read.map(each -> new String(each, UTF_8)).toList())
                            .singleElement()
                            .asString()
                            .startsWith(Integer.toString((from + 1) / 2));
                }
            }
        }
    }

    @Test
    void aLastFrameCutOffAtAnyByteIsCutAwayAndReported() throws IOException {
        write("first", "second");
        var whole = Files.readAllBytes(segment(1));
        int good = new String(whole, UTF_8).lastIndexOf("{\"frame\"");
        for (int size = good + 1; size < whole.length; size++) {
            Files.write(segment(1), Arrays.copyOf(whole, size));
            try (var log = FrameLog.open(directory, disk)) {
                assertThat(texts(log, 1)).containsExactly("first");
                assertThat(log.recovered().orElseThrow().bytes()).isEqualTo(size - good);
                assertThat(log.recovered().orElseThrow().number()).isEqualTo(2);
                assertThat(Files.size(segment(1))).isEqualTo(good);
                log.append(records("another"), true);
            }
            try (var log = FrameLog.open(directory, disk)) {
                assertThat(texts(log, 1)).containsExactly("first", "another");
                assertThat(log.recovered()).isEmpty();
            }
        }
    }

    /// It was written whole, so it may have been acknowledged: that is damage, and nothing is cut off.
    @Test
    void aFlippedBitAnywhereInTheLastFrameBreaksTheLog() throws IOException {
        write("first", "second");
        var whole = Files.readAllBytes(segment(1));
        int good = new String(whole, UTF_8).lastIndexOf("{\"frame\"");
        for (int at = good; at < whole.length; at++) {
            for (int bit = 0; bit < 8; bit++) {
                var bytes = whole.clone();
                bytes[at] ^= (byte) (1 << bit);
                Files.write(segment(1), bytes);
                try (var log = FrameLog.open(directory, disk)) {
                    assertThat(log.damage()).as("byte %d, bit %d", at, bit).isPresent();
                    assertThat(texts(log, 1)).containsExactly("first");
                }
                assertThat(Files.readAllBytes(segment(1))).isEqualTo(bytes);
            }
        }
    }

    /// A power loss may leave a file as long as if its last blocks had been written: they are zeros.
    @Test
    void aLastFrameOfWhichBlocksWereNeverWrittenIsCutAway() throws IOException {
        write("first", "x".repeat(3_000));
        var whole = Files.readAllBytes(segment(1));
        int good = new String(whole, UTF_8).lastIndexOf("{\"frame\"");
        for (int from = good; from < whole.length; from += 97) {
            for (int to = from + 512; to <= whole.length + 511; to += 512) {
                var bytes = whole.clone();
                Arrays.fill(bytes, from, Math.min(to, bytes.length), (byte) 0);
                Files.write(segment(1), bytes);
                try (var log = FrameLog.open(directory, disk)) {
                    assertThat(log.damage()).as("%d to %d", from, to).isEmpty();
                    assertThat(log.recovered()).isPresent();
                    assertThat(texts(log, 1)).containsExactly("first");
                }
            }
        }
    }

    @Test
    void aFlippedBitAnywhereBeforeTheLastFrameBreaksTheLog() throws IOException {
        write("first", "second", "third");
        var whole = Files.readAllBytes(segment(1));
        int second = new String(whole, UTF_8).indexOf("{\"frame\":2");
        int third = new String(whole, UTF_8).indexOf("{\"frame\":3");
        for (int at = 0; at < third; at++) {
            var damaged = flipped(whole, at);
            Files.write(segment(1), damaged);
            try (var log = FrameLog.open(directory, disk)) {
                assertThat(log.damage()).as("byte " + at).isPresent();
                assertThat(log.damage().orElseThrow().number()).isEqualTo(at < second ? 1 : 2);
                assertThat(texts(log, 1)).isEqualTo(at < second ? List.of() : List.of("first"));
                assertThatExceptionOfType(JournalBroken.class).isThrownBy(() -> log.append(records("no"), true));
            }
            assertThat(Files.readAllBytes(segment(1))).isEqualTo(damaged);
        }
    }

    @Test
    void aBadEndOfASegmentWithAnotherAfterItBreaksTheLog() throws IOException {
        try (var log = FrameLog.open(directory, disk, 1)) {
            log.append(records("first"), true);
            log.append(records("second"), true);
        }
        var whole = Files.readAllBytes(segment(1));
        Files.write(segment(1), Arrays.copyOf(whole, whole.length - 1));
        try (var log = FrameLog.open(directory, disk, 1)) {
            assertThat(log.damage().orElseThrow().number()).isEqualTo(1);
        }
    }

    @Test
    void aMissingSegmentBreaksTheLog() throws IOException {
        try (var log = FrameLog.open(directory, disk, 1)) {
            log.append(records("first"), true);
            log.append(records("second"), true);
            log.append(records("third"), true);
        }
        Files.delete(segment(2));
        try (var log = FrameLog.open(directory, disk, 1)) {
            assertThat(log.damage().orElseThrow().number()).isEqualTo(2);
            assertThat(texts(log, 1)).containsExactly("first");
        }
    }

    @Test
    void aFrameTakenOutOfTheMiddleBreaksTheLog() throws IOException {
        write("first", "second", "third");
        var text = Files.readString(segment(1));
        Files.writeString(
                segment(1),
                text.substring(0, text.indexOf("{\"frame\":2")) + text.substring(text.indexOf("{\"frame\":3")));
        try (var log = FrameLog.open(directory, disk)) {
            assertThat(log.damage().orElseThrow().number()).isEqualTo(2);
        }
    }

    @Test
    void damageWhileOpenIsToldByTheReader() throws IOException {
        try (var log = FrameLog.open(directory, disk)) {
            log.append(records("first"), true);
            log.append(records("second"), true);
            Files.write(segment(1), flipped(Files.readAllBytes(segment(1)), 3));
            assertThatExceptionOfType(JournalBroken.class).isThrownBy(() -> texts(log, 1));
            Files.write(segment(1), new byte[0]);
            assertThatExceptionOfType(JournalBroken.class).isThrownBy(() -> texts(log, 1));
        }
    }

    @Test
    void whatIsNoRecordIsRefusedAndChangesNothing() {
        try (var log = FrameLog.open(directory, disk)) {
            for (var wrong :
                    List.of(List.<byte[]>of(), records(""), records("a\nb"), List.of(new byte[Frame.MAX_BYTES]))) {
                assertThatIllegalArgumentException().isThrownBy(() -> log.append(wrong, true));
            }
            log.append(records("good"), true);
            assertThat(texts(log, 1)).containsExactly("good");
        }
    }

    @Test
    void anInterruptedAppendIsRefusedAndTheNextOneHolds() {
        try (var log = FrameLog.open(directory, disk)) {
            log.append(records("first"), false);
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> log.append(records("interrupted"), true)).isInstanceOf(DiskFailed.class);
            assertThat(Thread.interrupted()).isTrue();
            log.append(records("second"), true);
            assertThat(texts(log, 1)).containsExactly("first", "second");
        }
        try (var log = FrameLog.open(directory, disk)) {
            assertThat(texts(log, 1)).containsExactly("first", "second");
        }
    }

    @Test
    void readersSeeWholeRecordsWhileTheWriterAppends() throws Exception {
        try (var log = FrameLog.open(directory, disk, 10_000)) {
            var failures = new ArrayList<Throwable>();
            var reader = Thread.ofPlatform().start(() -> readUntil(log, 2000, failures));
            for (int i = 1; i <= 2000; i++) {
                log.append(records("record " + i), i % 100 == 0);
            }
            reader.join();
            assertThat(failures).isEmpty();
        }
    }

    private static void readUntil(FrameLog log, int last, List<Throwable> failures) {
        try {
            for (long seen = 0; seen < last; ) {
                var texts = texts(log, seen + 1);
                for (var text : texts) {
                    assertThat(text).isEqualTo("record " + ++seen);
                }
            }
        } catch (RuntimeException | AssertionError e) {
            failures.add(e);
        }
    }

    private void write(String... texts) {
        try (var log = FrameLog.open(directory, disk)) {
            for (var text : texts) {
                log.append(records(text), true);
            }
        }
    }

    private Path segment(long first) {
        return FrameWalk.file(directory, first);
    }

    private static byte[] flipped(byte[] bytes, int at) {
        var flipped = bytes.clone();
        flipped[at] ^= 1;
        return flipped;
    }

    public static List<byte[]> records(String... texts) {
        return Arrays.stream(texts).map(text -> text.getBytes(UTF_8)).toList();
    }

    static List<String> texts(FrameLog log, long from) {
        try (var records = log.read(from)) {
            return records.map(each -> new String(each, UTF_8)).toList();
        }
    }
}

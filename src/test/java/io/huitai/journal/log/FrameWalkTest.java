package io.huitai.journal.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class FrameWalkTest {
    private static final Path DIRECTORY = Path.of("log");

    @Test
    void aFrameSeenInTheMiddleOfItsWritingIsReadAgain() throws IOException {
        var disk = new FaultyDisk(1);
        try (var log = FrameLog.open(DIRECTORY, disk)) {
            log.append(FrameLogTest.records("first"), true);
            log.append(FrameLogTest.records("second"), true);
            log.append(FrameLogTest.records("third"), true);
        }
        var whole = disk.content(FrameWalk.file(DIRECTORY, 1));
        var found = FrameWalk.of(DIRECTORY, early(disk, whole.length / 2), new Ignoring());
        assertThat(found.damage()).isEmpty();
        assertThat(found.torn()).isEmpty();
        assertThat(found.next()).isEqualTo(4);
    }

    private static final class Ignoring implements FrameWalk.Visitor {
        private final List<Path> files = new ArrayList<>();

        @Override
        public void segment(Path file) {
            files.add(file);
        }

        @Override
        public boolean frame(FrameReader.Good frame) {
            return !frame.records().isEmpty();
        }
    }

    /// A disk whose file is longer at every reading but the first: another process is writing it.
    private static Disk early(FaultyDisk disk, int size) {
        var readings = new AtomicInteger();
        return (Disk) Proxy.newProxyInstance(
                Disk.class.getClassLoader(), new Class<?>[] {Disk.class}, (_, method, arguments) -> {
                    var answer = method.invoke(disk, arguments);
                    return answer instanceof InputStream in && readings.getAndIncrement() == 0
                            ? new ByteArrayInputStream(in.readNBytes(size))
                            : answer;
                });
    }
}

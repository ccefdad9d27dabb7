package io.huitai.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.huitai.shop.Lang;
import io.huitai.till.Till;
import io.huitai.till.TrainingTills;
import io.huitai.till.refusal.ErrorCode;
import io.huitai.till.refusal.Refusal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConsoleSyncTest {
    private static final Instant NOON = Instant.parse("2026-06-10T04:00:00Z");

    @TempDir
    private Path store;

    /// What is forced before it is sent may fail at the till's own thread.
    @Test
    void aDiskThatFailsBeforeSendingIsAnAnswer() throws IOException {
        var opening = TrainingTills.opening(store.resolve("store"), "standard-card", Optional.of(NOON));
        try (var till = Till.open(opening, InstantSource.fixed(NOON))) {
            var out = new ByteArrayOutputStream();
            new Console(till, new FailingDisk(till), Lang.ZH)
                    .run(
                            new ByteArrayInputStream(
                                    "{\"do\":\"sync\"}\n{\"do\":\"status\"}\n".getBytes(StandardCharsets.UTF_8)),
                            out);
            var answers = out.toString(StandardCharsets.UTF_8).lines().toList();
            assertThat(answers).hasSize(2);
            assertThat(answers.getFirst()).contains("\"DISK_FAILED\"");
            assertThat(answers.getLast()).contains("\"ok\":true");
        }
    }

    private record FailingDisk(Till till) implements Console.Link {
        @Override
        public boolean online() {
            return true;
        }

        @Override
        public long pending() {
            return 1;
        }

        @Override
        public Synced sync() {
            till.perform(_ -> {
                        throw Refusal.of(ErrorCode.DISK_FAILED, "");
                    })
                    .join();
            return new Synced(0, 0, 0);
        }
    }
}

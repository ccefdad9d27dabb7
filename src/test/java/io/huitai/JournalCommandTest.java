package io.huitai;

import static org.assertj.core.api.Assertions.assertThat;

import io.huitai.journal.Draft;
import io.huitai.journal.Journal;
import io.huitai.journal.log.SystemDisk;
import io.huitai.journal.secret.Keychain;
import io.huitai.shop.StoreId;
import io.huitai.shop.TillId;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.node.JsonNodeFactory;

class JournalCommandTest {
    @TempDir
    Path store;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void anIntactJournalIsToldInOneLineEvenWhileTheTillHasItOpen() {
        try (var journal = open()) {
            append(journal, 3);
            assertThat(verify()).isZero();
            assertThat(out)
                    .hasToString("{\"entries\":3,\"head\":\"" + journal.head() + "\",\"intact\":true,\"first\":null}"
                            + System.lineSeparator());
        }
    }

    @Test
    void theFirstBadEntryIsNamed() throws IOException {
        String head;
        try (var journal = open()) {
            append(journal, 3);
            head = journal.read(1).findFirst().orElseThrow().hash();
        }
        var file = store.resolve("journal/0000000000000001.jsonl");
        Files.writeString(file, Files.readString(file).replace("\"i\":1", "\"i\":7"));
        assertThat(verify()).isEqualTo(1);
        assertThat(out)
                .hasToString("{\"entries\":1,\"head\":\"" + head + "\",\"intact\":false,"
                        + "\"first\":{\"entry\":2,\"why\":\"its frame's checksum does not fit\"}}"
                        + System.lineSeparator());
    }

    @Test
    void aTornEndIsToldOnStandardErrorAndLeftAlone() throws IOException {
        try (var journal = open()) {
            append(journal, 2);
        }
        var file = store.resolve("journal/0000000000000001.jsonl");
        var text = Files.readString(file);
        Files.writeString(file, text.substring(0, text.length() - 20));
        Files.delete(store.resolve("anchor")); // it was never acknowledged
        Files.delete(Keychain.open(store, new SystemDisk()).outside().resolve("anchor"));
        assertThat(verify()).isZero();
        assertThat(out.toString()).startsWith("{\"entries\":1,");
        assertThat(err.toString()).contains("cut short");
        assertThat(Files.readString(file)).hasSize(text.length() - 20);
    }

    @Test
    void aDirectoryWithoutAJournalIsAMistakeInTheCommand() {
        assertThat(verify()).isEqualTo(2);
        assertThat(err.toString()).contains("no journal");
        assertThat(store).isEmptyDirectory();
    }

    private int verify() {
        return new CommandLine(new JournalCommand())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err, true))
                .execute("verify", "--store", store.toString());
    }

    private Journal open() {
        return Journal.open(
                store,
                new StoreId("S001"),
                new TillId("T1"),
                InstantSource.fixed(Instant.parse("2026-11-22T01:00:00Z")),
                ZoneOffset.UTC,
                new SystemDisk());
    }

    private static void append(Journal journal, int count) {
        for (int i = 0; i < count; i++) {
            var body = JsonNodeFactory.instance.objectNode().put("i", i);
            journal.append(List.of(new Draft("Fact", body, Optional.empty())), true);
        }
    }
}

package io.huitai.journal;

import io.huitai.journal.log.Anchor;
import io.huitai.journal.log.Disk;
import io.huitai.journal.log.SystemDisk;
import io.huitai.journal.secret.AccountPlace;
import io.huitai.journal.secret.Keychain;
import io.huitai.shop.OperatorId;
import io.huitai.shop.StoreId;
import io.huitai.shop.TillId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import tools.jackson.databind.node.JsonNodeFactory;

/// Journals for tests.
final class Journals {
    static final StoreId STORE = new StoreId("S001");
    static final TillId TILL = new TillId("T1");
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    static final Instant MORNING = Instant.parse("2026-11-22T01:00:00Z");

    private Journals() {}

    static Journal open(Path store) {
        return open(store, new SystemDisk());
    }

    static Journal open(Path store, Disk disk) {
        return Journal.open(store, STORE, TILL, new Ticking(), ZONE, disk);
    }

    /// Nobody remembers any more what the journal of a store directory held.
    static void deleteAnchors(Path store) throws IOException {
        var id = Keychain.idOf(store, new SystemDisk()).orElseThrow();
        Files.delete(Anchor.file(store));
        Files.delete(Anchor.file(AccountPlace.ofAccount().of(id)));
    }

    static Draft draft(String kind, int amount) {
        var body = JsonNodeFactory.instance.objectNode().put("amount", amount).put("note", "谢谢 \"€\"\n");
        return new Draft(kind, body, Optional.of(new OperatorId("1001")));
    }

    static List<Draft> drafts(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(i -> draft("Fact", i)).toList();
    }

    /// A store with entries from 1 on, each in a frame of its own.
    static List<Entry> write(Path store, int count) {
        try (var journal = open(store)) {
            return drafts(count).stream()
                    .flatMap(each -> journal.append(List.of(each), true).stream())
                    .toList();
        }
    }

    static List<Entry> entries(Journal journal, long from) {
        try (var entries = journal.read(from)) {
            return entries.toList();
        }
    }

    /// A clock that goes on by a second at each look, or is set.
    static final class Ticking implements InstantSource {
        private Instant now = MORNING;

        void set(Instant to) {
            now = to;
        }

        @Override
        public Instant instant() {
            now = now.plus(Duration.ofSeconds(1));
            return now;
        }
    }
}

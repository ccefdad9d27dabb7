package io.huitai.till.report;

import io.huitai.journal.Draft;
import io.huitai.journal.Journal;
import io.huitai.journal.fact.Fact;
import io.huitai.journal.fact.FactJson;
import io.huitai.journal.log.SystemDisk;
import io.huitai.shop.OperatorId;
import io.huitai.shop.StoreId;
import io.huitai.shop.TillId;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/// Facts written into a store's journal by hand, while no till has it open.
public final class Written implements AutoCloseable {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Journal journal;
    private Instant now = Instant.parse("2026-05-04T04:00:00Z");
    private Optional<OperatorId> operator = Optional.of(new OperatorId("1001"));

    private Written(Path store) {
        journal = Journal.open(store, new StoreId("S001"), new TillId("T1"), () -> now, ZONE, new SystemDisk());
    }

    public static Written in(Path store) {
        return new Written(store);
    }

    /// From now on it is this local time.
    public Written at(String time) {
        now = LocalDateTime.parse(time).atZone(ZONE).toInstant();
        return this;
    }

    /// From now on this operator is signed in.
    public Written by(String id) {
        operator = Optional.of(new OperatorId(id));
        return this;
    }

    public Written add(Fact... facts) {
        for (var fact : facts) {
            journal.append(List.of(new Draft(fact.kind(), FactJson.write(fact), operator)), false);
        }
        return this;
    }

    @Override
    public void close() {
        journal.force();
        journal.close();
    }
}

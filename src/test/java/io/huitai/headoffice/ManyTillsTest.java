package io.huitai.headoffice;

import static io.huitai.headoffice.Offices.ZHANG;
import static org.assertj.core.api.Assertions.assertThat;

import io.huitai.sync.Synced;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Several tills at once over two nodes of head office, one PostgreSQL behind them.
class ManyTillsTest {
    private static final int TILLS = 6;
    private static final int ROUNDS = 20;

    @TempDir
    Path disk;

    @Test
    void noChangeIsSkippedHoweverTransactionsOverlap() throws Exception {
        try (var postgres = EmbeddedPostgres.start();
                var one = Offices.open(postgres.getJdbcUrl("postgres", "postgres"), 0);
                var two = Offices.open(postgres.getJdbcUrl("postgres", "postgres"), 0)) {
            var tills = new ArrayList<TestTill>();
            for (int i = 1; i <= TILLS; i++) {
                var node = i % 2 == 0 ? one : two;
                tills.add(TestTill.open(disk.resolve("t" + i), "T" + i, node.address()));
            }
            sellAtAll(tills);
            tills.forEach(TestTill::syncNow);
            long points = (long) TILLS * ROUNDS * 3;
            assertThat(TestTill.points(one.member(ZHANG).orElseThrow())).isEqualTo(points);
            for (var till : tills) {
                assertThat(till.points(ZHANG)).isEqualTo(points);
                assertThat(till.knownMembers()).isEqualTo(1 + TILLS * ROUNDS);
                till.close();
            }
            assertThat(one.findings()).isEmpty();
        }
    }

    private static void sellAtAll(Iterable<TestTill> tills) throws Exception {
        var selling = new ArrayList<Future<?>>();
        try (var threads = Executors.newFixedThreadPool(TILLS)) {
            tills.forEach(till -> selling.add(threads.submit(() -> sell(till))));
        }
        for (var each : selling) {
            each.get();
        }
    }

    private static void sell(TestTill till) {
        for (int i = 0; i < ROUNDS; i++) {
            till.earn(till.enrol("会员"), 1);
            till.earn(ZHANG, 3);
            assertThat(till.syncNow()).isInstanceOf(Synced.Done.class);
        }
    }
}

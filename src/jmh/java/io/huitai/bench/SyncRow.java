package io.huitai.bench;

import io.huitai.Huitai;
import io.huitai.journal.feed.Feed;
import io.huitai.journal.feed.FeedItem;
import io.huitai.journal.log.SystemDisk;
import io.huitai.protocol.client.HeadOfficeClient;
import io.huitai.sync.Acknowledged;
import io.huitai.sync.CallingTill;
import io.huitai.sync.Pauses;
import io.huitai.sync.Receiver;
import io.huitai.sync.Sync;
import io.huitai.sync.Synced;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;

/// `sync.drain`: sales made without a line, sent to a head office in a process of its own on a PostgreSQL, all over
/// loopback; in turn with batched inserts of the same entries into a bare table of the same PostgreSQL.
final class SyncRow implements Measured {
    private static final int BATCH = 500;
    private static final int ROUNDS = 5;
    private static final double ONE_SALE_MILLIS = 100;

    @Override
    public List<Figure> measure(Size size, Path folder) throws IOException, SQLException {
        var drained = new Rate();
        var inserted = new Rate();
        var one = new Times();
        try (var postgres = EmbeddedPostgres.start();
                var bare = postgres.getPostgresDatabase().getConnection();
                var office = new Office(postgres.getJdbcUrl("postgres", "postgres"), folder);
                var till = BenchTill.make(folder.resolve("till"), 0);
                var sync = sync(till, folder.resolve("till"), office.address)) {
            try (var statement = bare.createStatement()) {
                statement.execute("create schema bare");
                statement.execute("create table bare.entry (till varchar(16), number bigint, at timestamptz,"
                        + " hash varchar(64), line bytea, primary key (till, number))");
            }
            bare.setAutoCommit(false);
            var sent = 1L;
            for (var round = -1; round < ROUNDS; round++) { // the first one warms
                while (till.till.journal().next() < sent + size.entries() / ROUNDS) {
                    till.sell(1);
                }
                till.till.force();
                var lines = till.till.journal().stored(sent, Long.MAX_VALUE);
                var began = System.nanoTime();
                drain(sync);
                var done = System.nanoTime();
                insert(bare, sent, lines);
                var end = System.nanoTime();
                if (round >= 0) {
                    drained.add(lines.size(), done - began);
                    inserted.add(lines.size(), end - done);
                }
                sent += lines.size();
            }
            for (var sale = 0; sale < 2 * size.rounds(); sale++) {
                till.sell(1);
                var began = System.nanoTime();
                drain(sync);
                one.add(System.nanoTime() - began);
            }
        }
        return List.of(
                Figure.beside(
                        "sync.drain",
                        drained.perSecond(),
                        "entries/s, more is better",
                        "bare batched inserts, entries/s",
                        inserted.perSecond()),
                Figure.beside("sync.one", one.p50Millis(), "ms p50 of one sale", "the bar, ms", ONE_SALE_MILLIS));
    }

    private static final class Rate {
        private long count;
        private long nanos;

        void add(long more, long took) {
            count += more;
            nanos += took;
        }

        double perSecond() {
            return count / (nanos / 1e9);
        }
    }

    private static void drain(Sync sync) {
        Synced synced;
        do {
            synced = sync.syncNow();
            if (!(synced instanceof Synced.Done)) {
                throw new IllegalStateException("Not sent: " + synced);
            }
        } while (synced instanceof Synced.Done done && done.pending() > 0);
    }

    private static void insert(Connection bare, long first, List<byte[]> lines) throws SQLException {
        try (var insert = bare.prepareStatement("insert into bare.entry values ('T1', ?, now(), ?, ?)")) {
            for (var i = 0; i < lines.size(); i++) {
                insert.setLong(1, first + i);
                insert.setString(2, "0".repeat(64));
                insert.setBytes(3, lines.get(i));
                insert.addBatch();
                if ((i + 1) % BATCH == 0 || i + 1 == lines.size()) {
                    insert.executeBatch();
                    bare.commit();
                }
            }
        }
    }

    private static Sync sync(BenchTill bench, Path store, URI address) {
        var programme = bench.till.programme();
        return Sync.start(
                new Sync.Settings(true, programme.id(), programme.firstTier().id(), false, Pauses.usual(new Random(1))),
                bench.till.journal(),
                Acknowledged.open(store, new SystemDisk()),
                HeadOfficeClient.of(
                        address,
                        Duration.ofSeconds(30),
                        CallingTill.training(bench.till.journal(), InstantSource.system())),
                new Receiver() {
                    @Override
                    public String cursor() {
                        return bench.till.cursor(Feed.HEAD_OFFICE);
                    }

                    @Override
                    public void receive(List<FeedItem> items, String cursor) {
                        bench.till.receive(Feed.HEAD_OFFICE, items, cursor);
                    }

                    @Override
                    public void headOfficeSays(Instant time) {
                        // both are on one machine
                    }

                    @Override
                    public void codesAreSignedBy(String key) {
                        // no code is read here
                    }
                },
                InstantSource.system());
    }

    private static final class Office implements AutoCloseable {
        private final Process process;
        private final URI address;

        Office(String jdbcUrl, Path folder) throws IOException {
            process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:+UseSerialGC",
                            "-Xmx768m",
                            "-cp",
                            System.getProperty("java.class.path"),
                            Huitai.class.getName(),
                            "head-office",
                            "--training",
                            "--database",
                            jdbcUrl,
                            "--port",
                            "0")
                    .redirectError(folder.resolve("office").toFile())
                    .start();
            var said = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))
                    .readLine();
            if (said == null) {
                throw new IllegalStateException("No head office came");
            }
            address = URI.create(said.substring("ready ".length()));
        }

        @Override
        public void close() {
            process.destroy();
        }
    }
}

package io.huitai.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// `commit.sale`: a member's sale of five lines from the tender to the durable answer, beside a bare append and force
/// of the entries that it wrote, and beside SQLite that makes the rows of the same sale durable. What the bill's lines
/// left unforced is written before the clock starts, for all of them.
final class CommitRow implements Measured {
    private static final int MEMBERS = 100;
    private static final int WARM = 10;

    @Override
    public List<Figure> measure(Size size, Path folder) throws IOException, SQLException {
        var till = new Times();
        var bare = new Times();
        var sqlite = new Times();
        try (var sales = BenchTill.make(folder.resolve("till"), MEMBERS);
                var file = new BareFile(folder.resolve("bare"));
                var database = new SqliteSales(folder.resolve("sales.db"))) {
            for (var round = -WARM; round < size.rounds(); round++) {
                var entries = new ArrayList<Entries>();
                for (var i = 0; i < size.block(); i++) {
                    var first = sales.till.journal().next();
                    sales.ring();
                    var paid = sales.till.journal().next();
                    count(round, till, sales.pay());
                    entries.add(new Entries(lines(sales, first, paid), lines(sales, paid, Long.MAX_VALUE)));
                }
                for (var each : entries) {
                    count(round, bare, file.commit(each));
                }
                for (var each : entries) {
                    count(round, sqlite, database.commit(each));
                }
            }
        }
        return List.of(
                Figure.beside(
                        "commit.sale", till.p50Millis(), "ms p50", "FileChannel append + force, ms", bare.p50Millis()),
                Figure.beside(
                        "commit.sale.p99",
                        till.p99Millis(),
                        "ms p99",
                        "FileChannel append + force, ms",
                        bare.p99Millis()),
                Figure.beside(
                        "commit.sale.sqlite",
                        till.p50Millis(),
                        "ms p50",
                        "SQLite WAL, synchronous=FULL, ms",
                        sqlite.p50Millis()));
    }

    private static void count(int round, Times times, long took) {
        if (round >= 0) {
            times.add(took);
        }
    }

    /// What the bill's lines wrote, and what the payment did.
    private record Entries(List<byte[]> before, List<byte[]> paid) {}

    private static List<byte[]> lines(BenchTill sales, long from, long to) {
        var lines = sales.till.journal().stored(from, 1 << 20);
        return lines.subList(0, (int) Math.min(lines.size(), to - from));
    }

    private record BareFile(FileChannel channel) implements AutoCloseable {
        BareFile(Path file) throws IOException {
            this(FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.APPEND));
        }

        long commit(Entries entries) throws IOException {
            append(entries.before);
            var began = System.nanoTime();
            append(entries.paid);
            channel.force(false);
            return System.nanoTime() - began;
        }

        private void append(List<byte[]> lines) throws IOException {
            for (var line : lines) {
                for (var bytes = ByteBuffer.wrap(line); bytes.hasRemaining(); ) {
                    channel.write(bytes);
                }
            }
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }

    /// The rows that a sale writes or changes, as text of the sizes that they have: entries, sale, member, shift,
    /// progress.
    private static final class SqliteSales implements AutoCloseable {
        private final java.sql.Connection connection;
        private final PreparedStatement entry;
        private final PreparedStatement sale;
        private final PreparedStatement member;
        private final PreparedStatement shift;
        private final PreparedStatement progress;
        private int number;

        SqliteSales(Path file) throws SQLException {
            connection = DriverManager.getConnection("jdbc:sqlite:" + file);
            try (var statement = connection.createStatement()) {
                statement.execute("pragma journal_mode=wal");
                statement.execute("pragma synchronous=full");
                statement.execute("create table entry (number integer primary key, line text not null)");
                statement.execute("create table sale (receipt text primary key, entry integer, at text, member text,"
                        + " payable_fen integer, printed integer, body text)");
                statement.execute("create index sale_member on sale (member, entry desc)");
                statement.execute("create index sale_latest on sale (entry desc)");
                statement.execute("create table member (no integer primary key, name text, phone text, body text)");
                statement.execute("create table shift (no integer primary key, body text)");
                statement.execute("create table progress (source text primary key, number integer, hash text)");
            }
            connection.setAutoCommit(false);
            entry = connection.prepareStatement("insert into entry values (?, ?)");
            sale = connection.prepareStatement("insert into sale values (?, ?, '2026-11-28', ?, 9900, 0, ?)");
            member = connection.prepareStatement("insert or replace into member values (?, '会员', '190', ?)");
            shift = connection.prepareStatement("insert or replace into shift values (1, ?)");
            progress = connection.prepareStatement("insert or replace into progress values ('journal', ?, 'hash')");
        }

        long commit(Entries entries) throws SQLException {
            insert(entries.before);
            connection.commit();
            var began = System.nanoTime();
            insert(entries.paid);
            var body = new String(entries.paid.getLast(), java.nio.charset.StandardCharsets.UTF_8);
            set(sale, "S001-T1-" + number, number, number % MEMBERS, body);
            set(member, number % MEMBERS, body);
            set(shift, body);
            set(progress, number);
            connection.commit();
            return System.nanoTime() - began;
        }

        private void insert(List<byte[]> lines) throws SQLException {
            for (var line : lines) {
                set(entry, ++number, new String(line, java.nio.charset.StandardCharsets.UTF_8));
            }
        }

        private static void set(PreparedStatement statement, Object... values) throws SQLException {
            for (var i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }

        @Override
        public void close() throws SQLException {
            connection.close();
        }
    }
}

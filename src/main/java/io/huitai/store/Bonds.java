package io.huitai.store;

import io.huitai.journal.secret.SealingKey;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What binds the rows of the view to this till: each carries a digest that only the till's key makes, and of the
/// digests of each table there is a sum, so that a row that was changed, taken out, added or put back to what it was is
/// found when the store is opened, before anything is decided by it. [BondTrigger] keeps both, whatever writes.
///
/// One thread changes it, inside {@link #changing}.
final class Bonds {
    /// Who is writing. Nobody else can: a trigger that finds none refuses.
    static final ScopedValue<Bonds> WRITING = ScopedValue.newInstance();

    /// Digests are added as two numbers of 64 bits each.
    private static final int BYTES = 16;

    private static final Logger LOG = LoggerFactory.getLogger(Bonds.class);

    private final SealingKey key;
    private Map<String, Sum> sums;
    private Map<String, Sum> pending = Map.of();
    private boolean unwritten;

    private record Sum(long high, long low) {
        static final Sum ZERO = new Sum(0, 0);

        Sum plus(byte[] bond) {
            var numbers = ByteBuffer.wrap(bond);
            return new Sum(high + numbers.getLong(), low + numbers.getLong());
        }

        Sum minus(byte[] bond) {
            var numbers = ByteBuffer.wrap(bond);
            return new Sum(high - numbers.getLong(), low - numbers.getLong());
        }

        String hex() {
            return HexFormat.of().toHexDigits(high) + HexFormat.of().toHexDigits(low);
        }
    }

    private Bonds(SealingKey key, Map<String, Sum> sums) {
        this.key = key;
        this.sums = sums;
    }

    static Bonds none(SealingKey key) {
        return new Bonds(key, new TreeMap<>());
    }

    /// Does work whose changes stand unless it fails; the sums must be in it too.
    <T> T changing(ScopedValue.CallableOp<T, RuntimeException> work) {
        pending = new TreeMap<>(sums);
        unwritten = false;
        var done = ScopedValue.where(WRITING, this).call(work);
        sums = pending;
        return done;
    }

    /// The digest of a row.
    ///
    /// @param values of its columns in their order, null among them
    byte[] of(String table, List<Optional<String>> values) {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(table.getBytes(StandardCharsets.UTF_8));
        for (var value : values) {
            var text = value.map(each -> each.getBytes(StandardCharsets.UTF_8));
            bytes.writeBytes(ByteBuffer.allocate(4)
                    .putInt(text.map(each -> each.length).orElse(-1))
                    .array());
            text.ifPresent(bytes::writeBytes);
        }
        return Arrays.copyOf(key.mac(bytes.toByteArray()), BYTES);
    }

    void added(String table, byte[] bond) {
        pending.merge(table, Sum.ZERO.plus(bond), (sum, _) -> sum.plus(bond));
        unwritten = true;
    }

    void removed(String table, byte[] bond) {
        pending.merge(table, Sum.ZERO.minus(bond), (sum, _) -> sum.minus(bond));
        unwritten = true;
    }

    /// Puts the sums as they are now into the row of the journal's progress, which is about to be written.
    void sum(StoreRows.ProgressRow progress) {
        progress.sums = text(pending);
        progress.seal = seal(progress);
        unwritten = false;
    }

    /// Whether rows were written since the sums were.
    boolean areUnwritten() {
        return unwritten;
    }

    private static String text(Map<String, Sum> sums) {
        var text = new StringBuilder();
        sums.forEach((table, sum) -> {
            if (!sum.equals(Sum.ZERO)) {
                text.append(table).append(' ').append(sum.hex()).append('\n');
            }
        });
        return text.toString();
    }

    private String seal(StoreRows.ProgressRow row) {
        var text = row.number + "\n" + row.certain + "\n" + row.hash + "\n" + row.sums;
        return HexFormat.of().formatHex(key.mac(("progress\n" + text).getBytes(StandardCharsets.UTF_8)));
    }

    /// The bonds of a database, if each of its rows is what this till has written, and none is missing or too many.
    static Optional<Bonds> read(Connection connection, SealingKey key) throws SQLException {
        var found = none(key);
        found.pending = new TreeMap<>();
        try (var statement = connection.createStatement()) {
            statement.execute("set lazy_query_execution true"); // rows come one by one
            for (var table : BondTrigger.tables(connection)) {
                try (var rows = statement.executeQuery("select * from " + table.name())) {
                    while (rows.next()) {
                        var bond = rows.getBytes(table.bond());
                        if (bond == null || !MessageDigest.isEqual(bond, found.of(table.name(), table.values(rows)))) {
                            LOG.warn("A row of {} in the store is not what this till has written", table.name());
                            return Optional.empty();
                        }
                        found.added(table.name(), bond);
                    }
                }
            }
            var told = progress(statement);
            var begun = told.number > 0 || !told.sums.isEmpty(); // digests can be added by anyone: the seal cannot
            if (!told.sums.equals(text(found.pending)) || (begun && !told.seal.equals(found.seal(told)))) {
                LOG.warn("Rows of the store are missing, or were put back to what they were");
                return Optional.empty();
            }
        }
        found.sums = found.pending;
        return Optional.of(found);
    }

    /// As the database has it; of an empty one nothing.
    private static StoreRows.ProgressRow progress(Statement statement) throws SQLException {
        var progress = new StoreRows.ProgressRow();
        try (var row = statement.executeQuery(
                "select number, certain, hash, sums, seal from progress where source = '" + Projection.JOURNAL + "'")) {
            if (row.next()) {
                progress.number = row.getLong(1);
                progress.certain = row.getLong(2);
                progress.hash = row.getString(3);
                progress.sums = row.getString(4);
                progress.seal = row.getString(5);
            }
        }
        return progress;
    }
}

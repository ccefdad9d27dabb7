package io.huitai.store;

import java.sql.Clob;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.h2.api.Trigger;

/// Keeps the [Bonds] of a table, before each of its rows is written. H2 makes it by its name; it is part of the schema.
/// Whoever writes without the till's key is refused.
public final class BondTrigger implements Trigger {
    private Optional<Bound> table = Optional.empty();

    /// A table whose rows carry bonds.
    ///
    /// @param columns the places, from 1, of what is bound: not how often a receipt was printed, nor days that are
    ///     counted apart from the body
    /// @param bond the place of the bond
    record Bound(String name, List<Integer> columns, int bond) {
        static Bound of(Connection connection, String name) throws SQLException {
            var columns = new ArrayList<Integer>();
            var bond = 0;
            try (var all = connection.getMetaData().getColumns(null, null, name, "%")) {
                while (all.next()) {
                    var column = all.getString("COLUMN_NAME").toLowerCase(Locale.ROOT);
                    var place = all.getInt("ORDINAL_POSITION");
                    if (column.equals("bond")) {
                        bond = place;
                    } else if (!column.equals("printed") && !column.endsWith("_days")) {
                        columns.add(place);
                    }
                }
            }
            return new Bound(name.toLowerCase(Locale.ROOT), List.copyOf(columns), bond);
        }

        List<Optional<String>> values(ResultSet row) throws SQLException {
            var values = new ArrayList<Optional<String>>(columns.size());
            for (var place : columns) {
                values.add(text(row.getObject(place)));
            }
            return values;
        }

        List<Optional<String>> values(Object[] row) throws SQLException {
            var values = new ArrayList<Optional<String>>(columns.size());
            for (var place : columns) {
                values.add(text(row[place - 1]));
            }
            return values;
        }

        private static Optional<String> text(@org.jspecify.annotations.Nullable Object value) throws SQLException {
            return value == null
                    ? Optional.empty()
                    : Optional.of(
                            value instanceof Clob clob
                                    ? clob.getSubString(1, Math.toIntExact(clob.length()))
                                    : value.toString());
        }
    }

    /// All tables of a database that have bonds.
    static List<Bound> tables(Connection connection) throws SQLException {
        var tables = new ArrayList<Bound>();
        try (var bonds = connection.getMetaData().getColumns(null, null, "%", "BOND")) {
            while (bonds.next()) {
                tables.add(Bound.of(connection, bonds.getString("TABLE_NAME")));
            }
        }
        return tables;
    }

    @Override
    public void init(Connection connection, String schema, String trigger, String name, boolean before, int type)
            throws SQLException {
        table = Optional.of(Bound.of(connection, name));
    }

    @Override
    public void fire(
            Connection connection,
            Object @org.jspecify.annotations.Nullable [] before,
            Object @org.jspecify.annotations.Nullable [] after)
            throws SQLException {
        if (!Bonds.WRITING.isBound()) {
            throw new SQLException("The store is written by its till only");
        }
        var bonds = Bonds.WRITING.get();
        var bound = table.orElseThrow();
        if (before != null) {
            bonds.removed(bound.name, (byte[]) before[bound.bond - 1]);
        }
        if (after != null) {
            var bond = bonds.of(bound.name, bound.values(after));
            after[bound.bond - 1] = bond;
            bonds.added(bound.name, bond);
        }
    }
}

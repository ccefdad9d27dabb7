package io.huitai.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/// A test's own connection to the database of a till that is open in this process.
public final class BesideTheTill {
    private BesideTheTill() {}

    /// @param directory of the store
    public static Connection open(Path directory) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:h2:file:" + directory.resolve("store").toAbsolutePath() + ";DB_CLOSE_ON_EXIT=FALSE", "till", "");
    }

    /// The same, and from now on what is executed is counted in `query_statistics`.
    public static Connection counting(Path directory) throws SQLException {
        var h2 = open(directory);
        try (var statement = h2.createStatement()) {
            statement.execute("set query_statistics true");
            statement.execute("set query_statistics_max_entries 1000");
        }
        return h2;
    }
}

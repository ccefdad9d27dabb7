package io.huitai.store;

import io.huitai.journal.log.SystemDisk;
import io.huitai.journal.secret.Keychain;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/// A test's own connection to the database of a till that is open in this process.
public final class BesideTheTill {
    private BesideTheTill() {}

    /// @param directory of the store
    public static Connection open(Path directory) throws SQLException {
        var key = Keychain.open(directory, new SystemDisk()).sealing("store");
        return DriverManager.getConnection(
                StoreDatabase.url(directory.resolve("store").toAbsolutePath()), "till", StoreDatabase.password(key));
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

package io.huitai.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import io.huitai.journal.secret.SealingKey;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Function;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.hibernate.HibernateException;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;
import org.hibernate.cfg.Configuration;

/// The H2 file of a store with Hibernate over it, its schema brought up to date by Flyway and only checked by
/// Hibernate.
///
/// The journal is forced, H2 is not: what it loses in a crash is projected again. Its own writer thread is off, for it
/// may catch tables at different moments of a commit that runs beside it; here the thread that commits writes, after
/// every so many commits.
final class StoreDatabase implements AutoCloseable {
    private static final int COMMITS_TO_CHECKPOINT = 50;
    /// For a file that does not open again: it is rebuilt then.
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

    private final HikariDataSource pool;
    private final SessionFactory sessions;
    private final Bonds bonds;
    private int commits;

    private StoreDatabase(HikariDataSource pool, SessionFactory sessions, Bonds bonds) {
        this.pool = pool;
        this.sessions = sessions;
        this.bonds = bonds;
    }

    /// Opens the file of a directory, making it where there is none.
    ///
    /// @param key encrypts it
    /// @throws StoreFailed when it cannot be opened
    static StoreDatabase open(Path directory, SealingKey key) {
        HikariDataSource pool;
        try {
            pool = new HikariDataSource(pooled(directory.resolve("store").toAbsolutePath(), key));
        } catch (PoolInitializationException e) {
            throw new StoreFailed("The store in " + directory + " cannot be opened", e);
        }
        try {
            Flyway.configure()
                    .dataSource(pool)
                    .locations("classpath:db/till")
                    .load()
                    .migrate();
            Bonds bonds;
            try (var connection = pool.getConnection()) {
                bonds = Bonds.read(connection, key.derived("bonds"))
                        .orElseThrow(() -> new SQLException("It was not written by this till alone"));
            }
            var configuration = new Configuration();
            StoreRows.ALL.forEach(configuration::addAnnotatedClass);
            configuration.getProperties().put("hibernate.connection.datasource", pool);
            configuration.setProperty("hibernate.hbm2ddl.auto", "validate");
            configuration.setProperty("hibernate.jdbc.batch_size", "50");
            configuration.setProperty("hibernate.timezone.default_storage", "NATIVE");
            return new StoreDatabase(pool, configuration.buildSessionFactory(), bonds);
        } catch (FlywayException | HibernateException | SQLException e) {
            pool.close();
            throw new StoreFailed("The store in " + directory + " cannot be opened", e);
        }
    }

    /// A connection is kept for as long as the till runs: with the last one H2 would close its file.
    private static HikariConfig pooled(Path file, SealingKey key) {
        var config = new HikariConfig();
        config.setJdbcUrl(url(file) + ";WRITE_DELAY=" + Integer.MAX_VALUE);
        config.setUsername("till");
        config.setPassword(password(key));
        config.setMinimumIdle(1);
        config.setMaxLifetime(0);
        config.setConnectionTimeout(LONGEST_WAIT.toMillis());
        return config;
    }

    static String url(Path file) {
        return "jdbc:h2:file:" + file + ";CIPHER=AES;DB_CLOSE_ON_EXIT=FALSE";
    }

    /// The file's and the user's, as H2 wants them.
    static String password(SealingKey key) {
        return key.derived("file").password() + " " + key.derived("user").password();
    }

    /// Asks something; any thread.
    <T> T read(Function<StatelessSession, T> question) {
        try (var session = sessions.openStatelessSession()) {
            return question.apply(session);
        }
    }

    /// Changes something; one thread at a time.
    <T> T inTransaction(Function<StatelessSession, T> work) {
        var done = bonds.changing(() -> sessions.fromStatelessTransaction(session -> {
            var result = work.apply(session);
            if (bonds.areUnwritten()) {
                new Projection(session).sumUp();
            }
            return result;
        }));
        commits++;
        if (commits % COMMITS_TO_CHECKPOINT == 0) {
            checkpoint();
        }
        return done;
    }

    private void checkpoint() {
        try (var connection = pool.getConnection()) {
            execute(connection, "checkpoint");
        } catch (SQLException failed) {
            throw new StoreFailed("H2 made no checkpoint", failed);
        }
    }

    private static void execute(Connection connection, String command) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    /// Closes it with a file that holds nothing of what was deleted; takes as long as writing the file anew.
    void closeClean() {
        try (pool;
                sessions;
                var own = DriverManager.getConnection(pool.getJdbcUrl(), pool.getUsername(), pool.getPassword())) {
            execute(own, "shutdown compact"); // which ends all connections
        } catch (SQLException failed) {
            throw new StoreFailed("H2 did not write its file anew", failed);
        }
    }

    @Override
    public void close() {
        sessions.close();
        pool.close();
    }
}

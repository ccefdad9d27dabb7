package io.huitai.headoffice;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.hibernate.HibernateException;
import org.hibernate.PessimisticLockException;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;
import org.hibernate.cfg.Configuration;
import org.hibernate.exception.ConstraintViolationException;

/// Head office's database: PostgreSQL, or H2 for a demo or one shop.
///
/// Its work is done on threads of its own, which nobody interrupts: an interrupt during H2's file work closes its file.
final class Database implements AutoCloseable {
    private static final int CONNECTIONS = 10;
    private static final int TRIES = 8;
    private static final String H2 = "jdbc:h2:";

    private final boolean embedded;
    private final HikariDataSource pool;
    private final SessionFactory sessions;
    private final ExecutorService workers = Executors.newFixedThreadPool(
            CONNECTIONS, Thread.ofPlatform().name("database-", 1).factory());

    private Database(boolean embedded, HikariDataSource pool, SessionFactory sessions) {
        this.embedded = embedded;
        this.pool = pool;
        this.sessions = sessions;
    }

    /// Opens a database and brings its schema up to date; several processes may do so at once.
    ///
    /// @throws HeadOfficeFailed when it cannot be reached, or its schema is not ours
    static Database open(String jdbcUrl) {
        HikariDataSource pool;
        try {
            pool = new HikariDataSource(pooled(jdbcUrl));
        } catch (PoolInitializationException e) {
            throw new HeadOfficeFailed("The database of head office cannot be reached", e);
        }
        try {
            Flyway.configure()
                    .dataSource(pool)
                    .locations("classpath:db/headoffice")
                    .load()
                    .migrate();
            var configuration = new Configuration();
            Rows.ALL.forEach(configuration::addAnnotatedClass);
            configuration.getProperties().put("hibernate.connection.datasource", pool);
            configuration.setProperty("hibernate.hbm2ddl.auto", "validate");
            configuration.setProperty("hibernate.jdbc.batch_size", "500");
            configuration.setProperty("hibernate.timezone.default_storage", "NORMALIZE_UTC");
            return new Database(jdbcUrl.startsWith(H2), pool, configuration.buildSessionFactory());
        } catch (FlywayException | HibernateException e) {
            pool.close();
            throw new HeadOfficeFailed("The database of head office cannot be used", e);
        }
    }

    private static HikariConfig pooled(String jdbcUrl) {
        var config = new HikariConfig();
        config.setJdbcUrl(jdbcUrl);
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(1);
        config.setPoolName("head-office");
        if (!jdbcUrl.startsWith(H2)) {
            config.addDataSourceProperty("reWriteBatchedInserts", "true");
        } else {
            config.setUsername("headoffice");
            config.setPassword("");
        }
        return config;
    }

    /// Does work in one transaction, again when another transaction was in its way; what it did is on the disk for
    /// certain when this returns.
    <T> T inTransaction(Function<StatelessSession, T> work) {
        return inTransaction(work, this::force);
    }

    /// The same for what may be gone after a power failure, as how far a till has counted: the disk is not waited for.
    <T> T noted(Function<StatelessSession, T> work) {
        return inTransaction(work, () -> {});
    }

    private <T> T inTransaction(Function<StatelessSession, T> work, Runnable force) {
        return onWorker(() -> {
            for (int tries = 1; true; tries++) {
                try {
                    T done = sessions.fromStatelessTransaction(work);
                    force.run();
                    return done;
                } catch (PessimisticLockException | ConstraintViolationException e) {
                    if (tries == TRIES) {
                        throw e;
                    }
                }
            }
        });
    }

    /// Reads; each statement sees one moment, two statements may see two.
    <T> T read(Function<StatelessSession, T> question) {
        return onWorker(() -> sessions.fromStatelessTransaction(question));
    }

    /// H2 forces nothing at commit (PostgreSQL does).
    private void force() {
        if (embedded) {
            sessions.inStatelessSession(session -> session.doWork(connection -> {
                try (var statement = connection.createStatement()) {
                    statement.execute("checkpoint sync");
                }
            }));
        }
    }

    private <T> T onWorker(Callable<T> work) {
        var future = workers.submit(work);
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return future.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException ours ? ours : new HeadOfficeFailed("A worker failed", e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void close() {
        workers.close();
        sessions.close();
        pool.close();
    }
}

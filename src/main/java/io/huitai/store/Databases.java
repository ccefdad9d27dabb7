package io.huitai.store;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.h2.jdbcx.JdbcConnectionPool;
import org.hibernate.HibernateException;
import org.hibernate.cfg.Configuration;

/// Opens H2 with its schema brought up to date by Flyway and only checked by Hibernate.
final class Databases {
    private Databases() {}

    static Store.Database open(Path directory) {
        var file = directory.resolve("store").toAbsolutePath();
        // The journal is forced, H2 is not: what it loses in a crash is projected again. Each commit writes to the file
        // itself: H2's own writer thread may catch tables at different moments of a commit running beside it.
        var pool =
                JdbcConnectionPool.create("jdbc:h2:file:" + file + ";DB_CLOSE_ON_EXIT=FALSE;WRITE_DELAY=0", "till", "");
        try {
            pool.getConnection().close();
            Flyway.configure()
                    .dataSource(pool)
                    .locations("classpath:db/till")
                    .load()
                    .migrate();
            var configuration = new Configuration();
            Rows.ALL.forEach(configuration::addAnnotatedClass);
            configuration.getProperties().put("hibernate.connection.datasource", pool);
            configuration.setProperty("hibernate.hbm2ddl.auto", "validate");
            configuration.setProperty("hibernate.jdbc.batch_size", "50");
            configuration.setProperty("hibernate.timezone.default_storage", "NATIVE");
            return new Store.Database(Optional.of(configuration.buildSessionFactory()), Optional.of(pool));
        } catch (SQLException | FlywayException | HibernateException e) {
            pool.dispose();
            throw new StoreFailed("The store in " + directory + " cannot be opened", e);
        }
    }
}

package dev.quell.storage.postgres;

import com.zaxxer.hikari.HikariConfig;
import dev.quell.storage.share.InstanceNumbers;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** The record of all instances. It is looked at, and brought to the present version, when it first answers; nothing waits for that. */
public final class PostgresStore implements InstanceNumbers, AutoCloseable {

    private static final int OLDEST = 150_000;
    private static final Map<String, String> MIGRATING =
            Map.of("connectTimeout", "3", "loginTimeout", "3", "socketTimeout", "600");

    private final HikariConfig config;
    private final PostgresDatabase database;
    private final Partitions partitions;
    private volatile boolean ready;

    public PostgresStore(HikariConfig config, Clock clock) {
        this.config = config;
        this.database = PostgresDatabase.of(config);
        this.partitions = new Partitions(database, clock);
    }

    /** Its database, whether it answers or not. */
    public PostgresDatabase database() {
        return database;
    }

    /** Its days. */
    public Partitions partitions() {
        return partitions;
    }

    /**
     * Sees to it that it can be used.
     *
     * @throws StoreFault if it never can as it is
     * @throws SQLException if it does not answer
     */
    public synchronized void prepare() throws SQLException {
        if (!ready) {
            database.inTransaction(PostgresStore::checkVersion);
            Flyway.configure()
                    .dataSource(config.getJdbcUrl(), config.getUsername(), config.getPassword())
                    .jdbcProperties(MIGRATING)
                    .locations("classpath:db/migration/postgresql")
                    .load()
                    .migrate();
            partitions.ahead();
            ready = true;
        }
    }

    /** Whether it could be used at least once. */
    public boolean isReady() {
        return ready;
    }

    private static boolean checkVersion(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select current_setting('server_version_num')::int, current_setting('server_version')")) {
            row.next();
            if (row.getInt(1) < OLDEST) {
                throw StoreFault.tooOld(row.getString(2));
            }
            return true;
        }
    }

    /** Its own time. */
    public Instant now() throws SQLException {
        return database.inTransaction(connection -> client(connection)
                .sql("select (extract(epoch from clock_timestamp()) * 1000)::bigint")
                .query((row, number) -> Instant.ofEpochMilli(row.getLong(1)))
                .single());
    }

    @Override
    public long next() {
        try {
            prepare();
            return database.inTransaction(connection -> {
                try (Statement statement = connection.createStatement();
                        ResultSet row = statement.executeQuery("select nextval('instance_numbers')")) {
                    row.next();
                    return row.getLong(1);
                }
            });
        } catch (SQLException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    /** The fault of an instance whose number belongs to another one. */
    public static StoreFault taken(long number, String name) {
        return StoreFault.taken(number, name);
    }

    /** The work of a transaction, asked by names of parameters. */
    public static JdbcClient client(Connection connection) {
        return JdbcClient.create(new SingleConnectionDataSource(connection, true));
    }

    @Override
    public void close() {
        database.close();
    }
}

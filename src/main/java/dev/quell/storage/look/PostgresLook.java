package dev.quell.storage.look;

import dev.quell.storage.postgres.StoreWords;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * The shared PostgreSQL as it is now.
 *
 * @param version its major version, such as 15
 * @param standby whether it takes no changes
 * @param mayCreate whether the user may make tables, which each day's partition is
 * @param owns whether the table of calls is the user's, or not there yet
 * @param days how many days' partitions are made from today on; -1 if there is no table yet
 * @param instances how many instances have told it anything; -1 if there is no table yet
 * @param now its clock
 * @param took how long a question took
 */
public record PostgresLook(
        int version,
        boolean standby,
        boolean mayCreate,
        boolean owns,
        int days,
        int instances,
        Instant now,
        Duration took) {

    private static final String FACTS = """
            select current_setting('server_version_num')::int / 10000 as version, pg_is_in_recovery() as standby,
              has_schema_privilege(current_schema(), 'create') as may_create,
              coalesce((select pg_has_role(relowner, 'usage') from pg_class where oid = to_regclass('calls')), true) as owns,
              to_regclass('calls') is not null as there, to_regclass('instances') is not null as known,
              (select count(*) from pg_inherits join pg_class on pg_class.oid = inhrelid where inhparent = to_regclass('calls')
                and relname ~ '^calls_[0-9]{8}$' and relname >= 'calls_' || to_char(now() at time zone 'UTC', 'YYYYMMDD')) as days,
              (extract(epoch from clock_timestamp()) * 1000)::bigint as now""";

    /**
     * Connects as the service does, and looks.
     *
     * @throws IllegalStateException with a sentence that says what to do
     */
    public static PostgresLook at(Environment environment) {
        Properties properties = new Properties();
        put(properties, "user", environment.getProperty("spring.datasource.username"));
        put(properties, "password", environment.getProperty("spring.datasource.password"));
        properties.put("connectTimeout", "5");
        properties.put("socketTimeout", "10");
        String url = Objects.requireNonNull(environment.getProperty("spring.datasource.url"));
        try (Connection connection = DriverManager.getConnection(url, properties)) {
            return facts(JdbcClient.create(new SingleConnectionDataSource(connection, true)));
        } catch (SQLException | RuntimeException e) {
            throw new IllegalStateException(StoreWords.of(e), e);
        }
    }

    private static void put(Properties properties, String key, @Nullable String value) {
        if (value != null) {
            properties.put(key, value);
        }
    }

    private static PostgresLook facts(JdbcClient client) {
        long started = System.nanoTime();
        return client.sql(FACTS)
                .query((row, number) -> new PostgresLook(
                        row.getInt("version"),
                        row.getBoolean("standby"),
                        row.getBoolean("may_create"),
                        row.getBoolean("owns"),
                        row.getBoolean("there") ? row.getInt("days") : -1,
                        row.getBoolean("known") ? instances(client) : -1,
                        Instant.ofEpochMilli(row.getLong("now")),
                        Duration.ofNanos(System.nanoTime() - started)))
                .single();
    }

    private static int instances(JdbcClient client) {
        return client.sql("select count(*) from instances").query(Integer.class).single();
    }
}

package dev.quell.storage.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.Map;

/**
 * The connections to PostgreSQL. Nothing on them waits without a bound: what the site has not set itself has a limit here. They begin transactions by
 * themselves, as only then rows come a portion at a time.
 */
final class Pool {

    private static final Map<String, String> DRIVER = Map.of(
            "connectTimeout", "3",
            "loginTimeout", "3",
            "socketTimeout", "20",
            "tcpKeepAlive", "true",
            "ApplicationName", "quell",
            "defaultRowFetchSize", "500",
            // A plan for any values at all would go through all days and take an index for none.
            "prepareThreshold", "0");
    private static final String SESSION =
            "set statement_timeout = '15s'; set lock_timeout = '5s'; set idle_in_transaction_session_timeout = '60s';"
                    + " set plan_cache_mode = force_custom_plan; set jit = off";

    private Pool() {}

    /** @param config with url, user and password, and whatever else the site has set */
    static HikariDataSource of(HikariConfig config) {
        config.setPoolName("quell-postgres");
        config.setAutoCommit(false);
        // Otherwise the first transaction on a connection, if it is rolled back as those are that only read, takes what
        // was set for the session with it.
        config.setIsolateInternalQueries(true);
        config.setInitializationFailTimeout(-1);
        config.setMinimumIdle(0);
        config.setConnectionTimeout(
                Math.min(config.getConnectionTimeout(), Duration.ofSeconds(3).toMillis()));
        config.setValidationTimeout(Duration.ofSeconds(1).toMillis());
        config.setIdleTimeout(Duration.ofMinutes(1).toMillis());
        if (config.getConnectionInitSql() == null) {
            config.setConnectionInitSql(SESSION);
        }
        DRIVER.forEach((name, value) -> {
            if (!config.getJdbcUrl().contains(name + "=")
                    && !config.getDataSourceProperties().containsKey(name)) {
                config.addDataSourceProperty(name, value);
            }
        });
        return new HikariDataSource(config);
    }
}

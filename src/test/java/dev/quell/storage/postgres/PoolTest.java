package dev.quell.storage.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import dev.quell.testing.servers.NeedsPostgres;
import dev.quell.testing.servers.PostgresServer;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What holds on each connection to PostgreSQL. */
@NeedsPostgres
class PoolTest {
    private static final String SET =
            "select concat_ws(' ', current_setting('statement_timeout'), current_setting('lock_timeout'), current_setting('jit'))";

    private final PostgresServer server = PostgresServer.shared();
    private final String database = server.newDatabase();

    @Test
    void limitsHoldAlsoAfterReading() {
        assertThat(settings(Node.config(server, database))).containsExactly("15s 5s off");
    }

    @Test
    void whatASiteSetsItselfHoldsToo() {
        HikariConfig config = Node.config(server, database);
        config.setConnectionInitSql("set statement_timeout = '7s'");

        assertThat(settings(config)).hasSize(1).allMatch(set -> set.startsWith("7s "));
    }

    /** Those of several transactions on one connection, which are rolled back as all that only read. */
    private static Set<String> settings(HikariConfig config) {
        config.setMaximumPoolSize(1);
        try (PostgresDatabase record = PostgresDatabase.of(config)) {
            return IntStream.range(0, 4)
                    .mapToObj(round ->
                            record.reader().sql(SET).query(String.class).single())
                    .collect(Collectors.toSet());
        }
    }
}

package dev.quell.storage.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import dev.quell.testing.servers.NeedsPostgres;
import dev.quell.testing.servers.PostgresServer;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** How the record is brought to what it must be. */
@NeedsPostgres
class PreparingTest {

    private final PostgresServer server = PostgresServer.shared();
    private final String database = server.newDatabase();

    @Test
    void instancesThatStartAtTheSameTimeBringItToThePresentVersionOnce() throws Exception {
        List<PostgresStore> stores = new ArrayList<>();
        List<Callable<Long>> starts = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            PostgresStore store = new PostgresStore(Node.config(server, database), Clock.systemUTC());
            stores.add(store);
            starts.add(store::next);
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Long> numbers = new ArrayList<>();
            for (Future<Long> number : threads.invokeAll(starts)) {
                numbers.add(number.get());
            }
            assertThat(numbers).containsExactlyInAnyOrder(1L, 2L, 3L, 4L);
        }
        assertThat(stores.getFirst()
                        .database()
                        .reader()
                        .sql("select version from flyway_schema_history where success order by installed_rank")
                        .query(String.class)
                        .list())
                .startsWith("1", "2")
                .doesNotHaveDuplicates();
        assertThat(stores.getFirst()
                        .database()
                        .reader()
                        .sql("select count(*) from flyway_schema_history where not success")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(stores.getFirst()
                        .database()
                        .reader()
                        .sql("select count(*) from record_identity")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        stores.forEach(PostgresStore::close);
    }

    /** A function that stands before the server's own says another version. */
    private HikariConfig serverOfVersion(int number, String version) {
        server.run(database, "create schema older");
        server.run(database, String.format(Locale.ROOT, """
                create function older.current_setting(name text) returns text language sql as
                    $$ select case name when 'server_version_num' then '%d' else '%s' end $$""", number, version));
        HikariConfig config = Node.config(server, database);
        config.setJdbcUrl(config.getJdbcUrl() + "&currentSchema=older,pg_catalog,public");
        return config;
    }

    @Test
    void serverBefore15IsRefusedWithWhatToDoAndLeftAsItIs() throws SQLException {
        try (PostgresStore store = new PostgresStore(serverOfVersion(149_999, "14.9"), Clock.systemUTC())) {
            assertThatThrownBy(store::prepare)
                    .isInstanceOf(StoreFault.class)
                    .hasMessage("the server is PostgreSQL 14.9; Quell needs 15 or later. Upgrade it, or let"
                            + " spring.datasource.url name another one");
            assertThat(store.isReady()).isFalse();
            assertThat(store.database()
                            .reader()
                            .sql("select to_regclass('public.calls') is null")
                            .query(Boolean.class)
                            .single())
                    .isTrue();
        }
    }
}

package dev.quell.storage.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.quell.screening.CallScreened;
import dev.quell.storage.Calls;
import dev.quell.storage.jdbc.JdbcCallJournal;
import dev.quell.testing.MovingClock;
import dev.quell.testing.servers.NeedsPostgres;
import dev.quell.testing.servers.PostgresServer;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Days of the record that are over. */
@NeedsPostgres
class RecordJobTest {

    private static final Instant MIDNIGHT = Instant.parse("2026-11-20T00:00:00Z");

    @TempDir
    Path directory;

    private final MovingClock clock = new MovingClock(MIDNIGHT);
    private final MovingClock record = new MovingClock(MIDNIGHT);
    private Node node;
    private PostgresStore store;
    private RecordJob job;

    @BeforeEach
    void start() throws Exception {
        PostgresServer server = PostgresServer.shared();
        String database = server.newDatabase();
        store = new PostgresStore(Node.config(server, database), clock);
        store.prepare();
        node = new Node("a", directory, server, database).shares().tells();
        job = new RecordJob(
                store,
                new RecordJob.Times(
                        Duration.ofDays(2), Duration.ofDays(365), Duration.ofDays(365), Duration.ofDays(365)),
                clock,
                record::instant);
    }

    @AfterEach
    void stop() {
        job.close();
        node.close();
        store.close();
    }

    private void screen(int n, Instant at) {
        CallScreened call = Calls.screened(
                n, Calls.incoming(n, Calls.CALLER, at), Calls.screened(n).verdict());
        new JdbcCallJournal(node.own()).screened(call).join();
    }

    private List<String> days() {
        return store.database()
                .reader()
                .sql("select relname from pg_class join pg_inherits on inhrelid = pg_class.oid"
                        + " where inhparent = 'calls'::regclass and relname < 'calls_20261124' order by relname")
                .query(String.class)
                .list();
    }

    private List<String> calls() {
        return store.database()
                .reader()
                .sql("select id from calls order by arrived_at")
                .query(String.class)
                .list();
    }

    @Test
    void dayIsDroppedAsSoonAsAllOfItIsTooOldAndNotBefore() {
        screen(1, MIDNIGHT);
        screen(2, MIDNIGHT.plus(Duration.ofDays(1)).minusMillis(1));
        screen(3, MIDNIGHT.plus(Duration.ofDays(1)));
        node.tells();
        assertThat(days()).contains("calls_20261120", "calls_20261121");

        later(Duration.ofDays(3).minusMillis(1));
        job.run();
        assertThat(calls()).containsExactly(id(1), id(2), id(3));

        later(Duration.ofMillis(1));
        job.run();

        assertThat(calls()).containsExactly(id(3));
        assertThat(days()).doesNotContain("calls_20261120").contains("calls_20261121");
    }

    private void later(Duration time) {
        clock.advance(time);
        record.advance(time);
    }

    @Test
    void clockThatIsFarAheadDropsNothingBeforeItsTime() {
        screen(1, MIDNIGHT);
        node.tells();

        clock.advance(Duration.ofDays(100));
        job.run();
        assertThat(calls()).containsExactly(id(1));

        record.advance(Duration.ofDays(100));
        job.run();
        assertThat(calls()).isEmpty();
    }

    @Test
    void recordTellsItsOwnTime() throws SQLException {
        assertThat(store.now()).isCloseTo(Instant.now(), within(1, ChronoUnit.MINUTES));
    }

    @Test
    void rowsOfADayThatNeverWasAreDeletedOneByOne() {
        screen(1, Instant.EPOCH.plusSeconds(1));
        screen(2, MIDNIGHT);
        node.tells();

        job.run();

        assertThat(calls()).containsExactly(id(2));
    }

    @Test
    void daysAreMadeAWeekAhead() {
        clock.advance(Duration.ofDays(100));

        job.run();

        assertThat(store.database()
                        .reader()
                        .sql(
                                "select to_regclass('calls_20270307') is not null and to_regclass('calls_20270308') is null")
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void callOfADroppedDayThatComesLateIsTakenAndGoesWithTheNextTurn() {
        screen(1, MIDNIGHT);
        node.tells();
        later(Duration.ofDays(3));
        job.run();
        assertThat(calls()).isEmpty();
        screen(2, MIDNIGHT.plusSeconds(1));
        node.tells();
        assertThat(node.shipper.fault()).isEmpty();

        job.run();

        assertThat(calls()).isEmpty();
    }

    private static String id(int n) {
        return Calls.id(n).toString();
    }
}

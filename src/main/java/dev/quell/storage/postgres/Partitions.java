package dev.quell.storage.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.LongStream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The days of the table of calls, by UTC. A day is a partition: it is dropped whole when its time is over, and what is written and looked up all day long
 * is small. Rows of days that are too far from today to be true stay in the partition for all others.
 */
public final class Partitions {

    private static final int AHEAD = 7;
    private static final int BACK = 4_000;
    private static final String LOCK = "select pg_advisory_xact_lock(1903521132, 1)";
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("'calls_'yyyyMMdd", Locale.ROOT);

    private final PostgresDatabase database;
    private final Clock clock;
    private final Set<LocalDate> known = ConcurrentHashMap.newKeySet();

    Partitions(PostgresDatabase database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Makes those of yesterday to a week from now. */
    public void ahead() throws SQLException {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        make(LongStream.rangeClosed(-1, AHEAD).mapToObj(today::plusDays).toList());
    }

    /**
     * Makes those that rows need; to be called before the rows' transaction.
     *
     * @param arrivals epoch milliseconds
     */
    public void need(Collection<Long> arrivals) throws SQLException {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        make(arrivals.stream()
                .map(millis -> LocalDate.ofInstant(Instant.ofEpochMilli(millis), ZoneOffset.UTC))
                .distinct()
                .filter(day -> day.isAfter(today.minusDays(BACK)) && !day.isAfter(today.plusDays(AHEAD)))
                .toList());
    }

    private void make(List<LocalDate> days) throws SQLException {
        List<LocalDate> missing =
                days.stream().filter(day -> !known.contains(day)).toList();
        if (!missing.isEmpty()) {
            database.inTransaction(connection -> {
                JdbcClient client = PostgresStore.client(connection);
                client.sql(LOCK).query().listOfRows();
                missing.forEach(day -> make(client, day));
                return missing.size();
            });
            known.addAll(missing);
        }
    }

    /** Rows of the day that came when there was no partition move into it. */
    private static void make(JdbcClient client, LocalDate day) {
        String name = NAME.format(day);
        if (exists(client, name)) {
            return;
        }
        String range = "arrived_at >= " + start(day) + " and arrived_at < " + start(day.plusDays(1));
        client.sql("create table " + name + " (like calls including all)").update();
        client.sql("with moved as (delete from calls_other where " + range + " returning *) insert into " + name
                        + " select * from moved")
                .update();
        client.sql("alter table calls attach partition " + name + " for values from (" + start(day) + ") to ("
                        + start(day.plusDays(1)) + ")")
                .update();
    }

    private static boolean exists(JdbcClient client, String name) {
        return client.sql("select to_regclass(:name) is not null")
                .param("name", name)
                .query(Boolean.class)
                .single();
    }

    private static long start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    }

    /** Drops the days that were over before a moment as a whole, and deletes from the partition for all others; tells how many days it dropped. */
    public int drop(Instant limit) throws SQLException {
        LocalDate first = LocalDate.ofInstant(limit, ZoneOffset.UTC);
        return database.inTransaction(connection -> drop(connection, limit, first));
    }

    private int drop(Connection connection, Instant limit, LocalDate first) {
        JdbcClient client = PostgresStore.client(connection);
        client.sql(LOCK).query().listOfRows();
        client.sql("delete from calls_other where arrived_at < :limit")
                .param("limit", limit.toEpochMilli())
                .update();
        List<LocalDate> over =
                client.sql("""
                        select relname from pg_class join pg_inherits on inhrelid = pg_class.oid
                        where inhparent = 'calls'::regclass and relname ~ '^calls_[0-9]{8}$'""").query((row, number) -> LocalDate.parse(row.getString(1), NAME)).list().stream()
                        .filter(day -> day.isBefore(first))
                        .toList();
        over.forEach(day -> client.sql("drop table " + NAME.format(day)).update());
        over.forEach(known::remove);
        return over.size();
    }
}

package dev.quell.storage.jdbc.reports;

import dev.quell.call.CallOutcome;
import dev.quell.classifier.Action;
import dev.quell.reporting.Treated;
import dev.quell.reporting.TreatedCalls;
import dev.quell.reporting.TreatedCount;
import dev.quell.storage.database.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What was done with calls, counted by the hour, over SQL. An hour is one question and one small transaction. Instances that share a database may all count:
 * what two of them count is the same.
 */
public final class JdbcTreatedCalls implements TreatedCalls {

    private static final long HOUR = Duration.ofHours(1).toMillis();
    /** Most calls of an hour have ended by then. */
    private static final Duration LAG = Duration.ofMinutes(15);
    /** Callers have had their 24 hours by then, and what they did is in the database. */
    private static final Duration FOLLOWED = Duration.ofHours(25);

    private final Database database;

    public JdbcTreatedCalls(Database database) {
        this.database = database;
    }

    /** Hours since the epoch that are counted. */
    private record Fill(long since, long until, long followed) {}

    @Override
    public Treated of(Instant from, Instant to) {
        JdbcClient reader = database.reader();
        Optional<Fill> fill = fill(reader);
        long since = fill.map(Fill::since).orElse(Long.MAX_VALUE / HOUR);
        long until = fill.map(Fill::until).orElse(Long.MAX_VALUE / HOUR);
        List<TreatedCount> counts = new ArrayList<>(reader.sql(TreatedSql.COUNTED)
                .param("from", Math.ceilDiv(from.toEpochMilli(), HOUR))
                .param("to", Math.min(until, Math.ceilDiv(to.toEpochMilli(), HOUR)))
                .query((row, number) -> read(row))
                .list());
        long live = Math.max(from.toEpochMilli(), until * HOUR);
        if (live < to.toEpochMilli()) {
            counts.addAll(calls(reader, TreatedSql.ENDED, live, to.toEpochMilli()));
        }
        boolean whole = oldest(reader) >= since;
        Instant counted = Instant.ofEpochMilli(since * HOUR);
        return new Treated(counts, whole ? Instant.EPOCH : counted.isBefore(to) ? counted : to);
    }

    @Override
    public boolean step(Instant now) {
        long hour = Math.floorDiv(now.toEpochMilli(), HOUR);
        Optional<Fill> known = fill(database.reader());
        if (known.isEmpty()) {
            long begin = Math.floorDiv(now.minus(FOLLOWED).toEpochMilli(), HOUR) - 1;
            return database.writeNow(connection -> connection
                            .sql(TreatedSql.BEGIN)
                            .param("hour", begin)
                            .update())
                    == 1;
        }
        Fill fill = known.get();
        if (fill.until > hour) {
            // The clock was ahead: what was counted as empty is counted again.
            return move(fill, new Fill(Math.min(fill.since, hour), hour, Math.min(fill.followed, hour)));
        }
        return step(fill, now);
    }

    private boolean step(Fill fill, Instant now) {
        if (over(fill.until, LAG, now)) {
            return count(fill.until, TreatedSql.ENDED, fill, new Fill(fill.since, fill.until + 1, fill.followed));
        }
        if (fill.followed < fill.until && over(fill.followed, FOLLOWED, now)) {
            return count(fill.followed, TreatedSql.ASKED, fill, new Fill(fill.since, fill.until, fill.followed + 1));
        }
        long oldest = oldest(database.reader());
        if (oldest < fill.since) {
            return count(fill.since - 1, TreatedSql.ASKED, fill, new Fill(fill.since - 1, fill.until, fill.followed));
        }
        forget(oldest);
        return false;
    }

    private static boolean over(long hour, Duration wait, Instant now) {
        return (hour + 1) * HOUR + wait.toMillis() <= now.toEpochMilli();
    }

    /** The hour of the oldest call; the far future without calls. */
    private static long oldest(JdbcClient reader) {
        return reader.sql("select coalesce(min(arrived_at), :none) from calls")
                .param("none", Long.MAX_VALUE)
                .query((row, number) -> Math.floorDiv(row.getLong(1), HOUR))
                .single();
    }

    private boolean count(long hour, String sql, Fill from, Fill to) {
        List<TreatedCount> counts = calls(database.reader(), sql, hour * HOUR, (hour + 1) * HOUR);
        return database.writeNow(connection -> {
                    if (TreatedSql.move(
                                    connection, from.until, from.followed, from.since, to.until, to.followed, to.since)
                            == 0) {
                        return 0;
                    }
                    connection
                            .sql("delete from treated_hours where hour = :hour")
                            .param("hour", hour)
                            .update();
                    counts.forEach(count -> TreatedSql.insert(connection, hour, count));
                    return 1;
                })
                == 1;
    }

    private boolean move(Fill from, Fill to) {
        return database.writeNow(connection -> TreatedSql.move(
                        connection, from.until, from.followed, from.since, to.until, to.followed, to.since))
                == 1;
    }

    /** Counts go when their calls do. */
    private void forget(long oldest) {
        boolean some = database.reader()
                .sql("select 1 from treated_hours where hour < :oldest limit 1")
                .param("oldest", oldest)
                .query((row, number) -> true)
                .optional()
                .isPresent();
        if (some) {
            database.writeNow(connection -> connection
                    .sql("delete from treated_hours where hour < :oldest")
                    .param("oldest", oldest)
                    .update());
        }
    }

    private static Optional<Fill> fill(JdbcClient reader) {
        return reader.sql("select since, until, followed from treated_fill")
                .query((row, number) -> new Fill(row.getLong(1), row.getLong(2), row.getLong(3)))
                .optional();
    }

    private static List<TreatedCount> calls(JdbcClient reader, String sql, long from, long to) {
        return reader.sql(sql)
                .param("from", from)
                .param("to", to)
                .query((row, number) -> read(row))
                .list();
    }

    private static TreatedCount read(ResultSet row) throws SQLException {
        return new TreatedCount(
                Action.valueOf(row.getString("applied")),
                CallOutcome.valueOf(row.getString("outcome")),
                row.getLong("calls"),
                row.getLong("reached"),
                Duration.ofMillis(row.getLong("with_agent")),
                row.getLong("asked"),
                row.getLong("soon"),
                row.getLong("later"));
    }
}

package dev.quell.storage.counters;

import dev.quell.call.CallerNumber;
import dev.quell.report.Counters;
import dev.quell.report.HourCount;
import dev.quell.report.SourceCount;
import dev.quell.report.Tally;
import dev.quell.report.WordCount;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The counters over SQL: what was added to them, what is still to be added, and the calls that live. */
public final class JdbcCounters implements Counters {

    private static final String SUMS = """
            coalesce(sum(calls), 0) as calls, coalesce(sum(case when outcome = 'SILENT' then calls end), 0) as silent,
            coalesce(sum(case when outcome = 'NOISE' then calls end), 0) as noise,
            coalesce(sum(case when outcome = 'GOOD_TALK' then calls end), 0) as good, coalesce(sum(with_agent), 0) as with_agent""";
    private static final String HOURS = """
            (select hour, line, trunk, class, action, outcome, calls, with_agent from counter_hours
                where hour >= :from / 3600000 and hour < :to / 3600000
            union all
            select arrived_at / 3600000, line, trunk, coalesce(class, ''), coalesce(action, ''), coalesce(outcome, 'UNKNOWN'), sign, sign * coalesce(with_agent, 0)
                from counter_changes where arrived_at >= :from and arrived_at < :to
            union all
            select arrived_at / 3600000, line, trunk, coalesce(class, ''), coalesce(action, ''), 'UNKNOWN', 1, 0
                from calls where ended_at is null and arrived_at >= :from and arrived_at < :to) as counted""";

    /** Calls are taken in nearly in the order in which they arrived: a day covers the rest. */
    private static final String EMBEDDED_SINCE = """
            select coalesce(max(arrived_at) + 86400000, 0) from calls
            where seq = (select max(seq) from calls where seq <= (select seq from counter_fill))""";

    private static final String RECORD_SINCE = "select since from counter_fill";

    private final JdbcClient reader;
    private final TopSources top;
    private final String since;

    private JdbcCounters(JdbcClient reader, String since) {
        this.reader = reader;
        this.top = new TopSources(reader);
        this.since = since;
    }

    /** Those of an embedded database. */
    public static JdbcCounters embedded(JdbcClient reader) {
        return new JdbcCounters(reader, EMBEDDED_SINCE);
    }

    /** Those of the record of all instances. */
    public static JdbcCounters record(JdbcClient reader) {
        return new JdbcCounters(reader, RECORD_SINCE);
    }

    @Override
    public Instant since() {
        return reader.sql(since)
                .query((row, number) -> Instant.ofEpochMilli(row.getLong(1)))
                .single();
    }

    @Override
    public List<HourCount> hours(Word by, Instant from, Instant to) {
        String column = column(by);
        return question(
                        "select hour, " + column + " as word, " + SUMS + " from " + HOURS
                                + " group by 1, 2 having sum(calls) <> 0 order by 1, 2",
                        from,
                        to)
                .query((row, number) -> new HourCount(
                        Instant.ofEpochSecond(3600 * row.getLong("hour")), row.getString("word"), tally(row)))
                .list();
    }

    @Override
    public List<WordCount> words(Word by, Instant from, Instant to) {
        return question(
                        "select " + column(by) + " as word, " + SUMS + " from " + HOURS
                                + " group by 1 having sum(calls) <> 0 order by 1",
                        from,
                        to)
                .query((row, number) -> new WordCount(row.getString("word"), tally(row)))
                .list();
    }

    private static String column(Word by) {
        return switch (by) {
            case ALL -> "''";
            case LINE -> "line";
            case TRUNK -> "trunk";
            case CLASS -> "class";
            case ACTION -> "action";
            case OUTCOME -> "outcome";
        };
    }

    @Override
    public List<SourceCount> top(Ranking by, Instant from, Instant to, int limit) {
        return top.of(by, from, to, limit);
    }

    @Override
    public List<HourCount> source(CallerNumber caller, Instant from, Instant to) {
        return question(spans(3_600_000, "caller = :caller and "), from, to)
                .param("caller", caller.key())
                .query((row, number) -> span(row, Duration.ofHours(1)))
                .list();
    }

    @Override
    public List<HourCount> minutes(Instant from, Instant to) {
        return question(spans(60_000, ""), from, to)
                .query((row, number) -> span(row, Duration.ofMinutes(1)))
                .list();
    }

    private static String spans(long millis, String condition) {
        return "select arrived_at / " + millis + " as span, " + SUMS
                + " from (select arrived_at, outcome, 1 as calls, with_agent from calls where " + condition
                + "arrived_at >= :from and arrived_at < :to) as found group by 1 order by 1";
    }

    private static HourCount span(ResultSet row, Duration length) throws SQLException {
        return new HourCount(Instant.EPOCH.plus(length.multipliedBy(row.getLong("span"))), "", tally(row));
    }

    private JdbcClient.StatementSpec question(String sql, Instant from, Instant to) {
        return reader.sql(sql).param("from", from.toEpochMilli()).param("to", to.toEpochMilli());
    }

    static Tally tally(ResultSet row) throws SQLException {
        return new Tally(
                row.getLong("calls"),
                row.getLong("silent"),
                row.getLong("noise"),
                row.getLong("good"),
                Duration.ofMillis(row.getLong("with_agent")));
    }
}

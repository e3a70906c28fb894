package dev.quell.storage.counters;

import dev.quell.calllog.CallTotals;
import dev.quell.calllog.CallTotals.Counting;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the calls of many callers come to, by the counters of sources, and from the calls where those are not counted beforehand. */
public final class SourceSums {

    /** Days of callers that are looked at: of more, a page would wait too long. */
    private static final int MOST = 100_000;

    private static final long DAY = Duration.ofDays(1).toMillis();

    private final JdbcClient reader;
    private final SpanWalk walk;
    private final int most;

    /** @param walk how the database goes through days */
    public SourceSums(JdbcClient reader, SpanWalk walk) {
        this(reader, walk, MOST);
    }

    /** @param most days of callers that are looked at, from 1 */
    public SourceSums(JdbcClient reader, SpanWalk walk, int most) {
        this.reader = reader;
        this.walk = walk;
        this.most = most;
    }

    /**
     * Some callers as conditions.
     *
     * @param counted on counters, whose index by day and caller is gone through
     * @param called on calls that are found by time
     * @param values of their parameters
     */
    public record Callers(String counted, String called, Map<String, Object> values) {
        public Callers {
            values = Map.copyOf(values);
        }
    }

    /** What is counted beforehand. */
    private record Fill(long since, long oldest, int shift) {

        /** The beginning of a moment's day. */
        long begin(Instant at) {
            long shifted = Duration.ofHours(shift).toMillis();
            return Math.floorDiv(at.toEpochMilli() + shifted, DAY) * DAY - shifted;
        }

        /** Whether calls since then are still to be counted beforehand. */
        boolean lacks(long begin) {
            return since > begin && since > oldest;
        }
    }

    /** Those of the day of a moment, and of all later ones, until another; empty while such calls are still to be counted beforehand. */
    public Optional<CallTotals> of(Callers callers, Instant from, Instant to) {
        Fill fill = reader.sql("select since, oldest, shift from counter_fill")
                .query((row, number) -> new Fill(row.getLong(1), row.getLong(2), row.getInt(3)))
                .single();
        Instant begin = Instant.ofEpochMilli(fill.begin(from));
        return fill.lacks(begin.toEpochMilli())
                ? Optional.empty()
                : Optional.of(reader.sql(sql(callers))
                        .params(callers.values)
                        .param("from", begin.toEpochMilli())
                        .param("to", to.toEpochMilli())
                        .param("most", most)
                        .query((row, number) -> totals(row, begin, begin.equals(from)))
                        .single());
    }

    private CallTotals totals(ResultSet row, Instant begin, boolean exact) throws SQLException {
        Counting whole = exact ? Counting.EXACT : Counting.BY_DAYS;
        return new CallTotals(
                row.getInt("calls"),
                row.getInt("callers"),
                row.getInt("good"),
                row.getInt("days") < most ? whole : Counting.AT_LEAST,
                begin);
    }

    /** The newest days first: of too many, those are told. */
    String sql(Callers callers) {
        String days = """
                , days (n) as (select high - 1 from counted where low < high
                    union all select n - 1 from days where n > (select low from counted))
                """;
        String call = "select caller, %1$s, case when outcome = 'GOOD_TALK' then %1$s else 0 end, 0 from ";
        String called = call.formatted("1") + "calls where %s and " + callers.called;
        return Counted.DAYS + days
                + "select coalesce(sum(calls), 0) as calls, coalesce(sum(case when calls > 0 then 1 else 0 end), 0) as callers,"
                + " coalesce(sum(good), 0) as good, coalesce(sum(days), 0) as days"
                + " from (select caller, sum(calls) as calls, sum(good) as good, sum(days) as days from ("
                + String.join(
                        "\nunion all\n",
                        "select * from ("
                                + walk.days(
                                        "caller, calls, good, 1 as days", "counter_sources", " and " + callers.counted)
                                + " limit :most) as whole_days",
                        call.formatted("sign") + "counter_changes where " + Counted.CHANGES + " and " + callers.called,
                        called.formatted(Counted.BEFORE),
                        called.formatted(Counted.BEHIND))
                + ") as told group by caller) as each_caller";
    }
}

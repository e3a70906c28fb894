package dev.quell.storage.jdbc;

import dev.quell.call.CallerNumber;
import dev.quell.calllog.CallFilter;
import dev.quell.calllog.CallLog.Query;
import dev.quell.calllog.CallTotals;
import dev.quell.calllog.CallTotals.Counting;
import dev.quell.calllog.CallerFilter;
import dev.quell.storage.counters.SourceSums;
import dev.quell.storage.counters.SpanWalk;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the calls of some callers come to: of few calls each is looked at, of more the counters are. */
final class CallSums {

    private static final int FEW = 20_000;

    private final JdbcClient reader;
    private final SpanWalk walk;
    private final SourceSums counters;
    private final int few;

    CallSums(JdbcClient reader, SpanWalk walk) {
        this(reader, walk, FEW, new SourceSums(reader, walk));
    }

    /** @param few of fewer calls, whenever they came, each is looked at; from 1 */
    CallSums(JdbcClient reader, SpanWalk walk, int few, SourceSums counters) {
        this.reader = reader;
        this.walk = walk;
        this.counters = counters;
        this.few = few;
    }

    /** Of the calls that arrived from a moment on and before another. */
    CallTotals of(CallerFilter callers, Instant from, Instant to) {
        return (isFew(callers) ? Optional.<CallTotals>empty() : counters.of(which(callers), from, to))
                .orElseGet(() -> ofEach(callers, from, to));
    }

    private boolean isFew(CallerFilter callers) {
        SourceSums.Callers which = which(callers);
        return reader.sql("select count(*) from (select 1 from calls where " + which.counted()
                                + " limit :few) as found")
                        .params(which.values())
                        .param("few", few)
                        .query(Integer.class)
                        .single()
                < few;
    }

    /** What the counters cannot tell as yet is not counted to its end. */
    private CallTotals ofEach(CallerFilter callers, Instant from, Instant to) {
        CallQuestion each = each(callers, from, to);
        return reader.sql(
                        "select count(*), count(distinct caller), coalesce(sum(case when outcome = 'GOOD_TALK' then 1 else 0 end), 0) from ("
                                + each.select("caller, outcome", walk) + " limit :few) as found")
                .params(each.values())
                .param("few", few)
                .query((row, number) -> new CallTotals(
                        row.getInt(1),
                        row.getInt(2),
                        row.getInt(3),
                        row.getInt(1) < few ? Counting.EXACT : Counting.AT_LEAST,
                        from))
                .single();
    }

    /** Whose index by caller leads. */
    static CallQuestion each(CallerFilter callers, Instant from, Instant to) {
        CallFilter filter = CallFilter.builder(from, to).caller(callers).build();
        return CallQuestion.of(
                new Query(filter, Optional.empty(), 1),
                CallConditions.bounds(callers).isPresent());
    }

    /** Conditions of rows by their callers alone; of those that are found by time, no index by caller is to lead. */
    private static SourceSums.Callers which(CallerFilter callers) {
        return switch (callers) {
            case CallerFilter.Exact(CallerNumber number) ->
                new SourceSums.Callers("caller = :caller", "caller = :caller", Map.of("caller", number.key()));
            case CallerFilter.Prefix prefix -> between(prefix, "");
            case CallerFilter.Range range ->
                between(range, " and length(caller) = " + range.from().length());
        };
    }

    private static SourceSums.Callers between(CallerFilter callers, String further) {
        CallConditions.Bounds bounds = CallConditions.bounds(callers).orElseThrow();
        String between = "%1$s >= :start and %1$s < :end" + further;
        return new SourceSums.Callers(
                between.formatted("caller"),
                between.formatted("coalesce(caller, '')"),
                Map.of("start", bounds.start(), "end", bounds.end()));
    }
}

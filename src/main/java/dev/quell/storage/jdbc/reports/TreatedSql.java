package dev.quell.storage.jdbc.reports;

import dev.quell.reporting.TreatedCalls;
import dev.quell.reporting.TreatedCount;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The statements about treated calls. */
final class TreatedSql {

    static final String BEGIN =
            "insert into treated_fill (one, since, until, followed) values (1, :hour, :hour, :hour) on conflict (one) do nothing";

    /** What is counted, of some hours. */
    static final String COUNTED = """
            select applied, outcome, sum(calls) as calls, sum(reached) as reached, sum(with_agent) as with_agent, sum(asked) as asked,
                sum(soon) as soon, sum(later) as later
            from treated_hours where hour >= :from and hour < :to group by applied, outcome order by applied, outcome""";

    /** What the calls of a time came to; nobody is asked about. */
    static final String ENDED = calls("0");

    /** The same, and whether callers called again. Withheld ones are many, and a call of one tells nothing of another. */
    static final String ASKED =
            calls("case when substr(caller, 1, 1) = '+' and row_number() over (partition by coalesce(applied, 'PASS'),"
                    + " substr(caller, 1, 1) order by arrived_at, seq) <= " + TreatedCalls.MOST_ASKED
                    + " then 1 else 0 end");

    private TreatedSql() {}

    private static String calls(String asked) {
        return """
                select applied, outcome, count(*) as calls, sum(case when with_agent > 0 then 1 else 0 end) as reached, sum(with_agent) as with_agent,
                    sum(asked) as asked, sum(case when wait <= 3600000 then 1 else 0 end) as soon, count(wait) as later
                from (select applied, outcome, with_agent, asked, case when asked = 1 then
                        (select min(n.arrived_at) from calls as n where n.caller = c.caller and n.arrived_at > c.arrived_at
                            and n.arrived_at <= c.arrived_at + 86400000) - c.arrived_at end as wait
                    from (select coalesce(applied, 'PASS') as applied, coalesce(outcome, 'UNKNOWN') as outcome, coalesce(with_agent, 0) as with_agent,
                            caller, arrived_at, %s as asked from calls where arrived_at >= :from and arrived_at < :to) as c) as told
                group by applied, outcome order by applied, outcome""".formatted(asked);
    }

    /** Moves what is counted on, unless somebody else did; how many rows changed. */
    static int move(
            JdbcClient connection,
            long until,
            long followed,
            long since,
            long newUntil,
            long newFollowed,
            long newSince) {
        return connection
                .sql("update treated_fill set until = :newUntil, followed = :newFollowed, since = :newSince"
                        + " where until = :until and followed = :followed and since = :since")
                .param("newUntil", newUntil)
                .param("newFollowed", newFollowed)
                .param("newSince", newSince)
                .param("until", until)
                .param("followed", followed)
                .param("since", since)
                .update();
    }

    static void insert(JdbcClient connection, long hour, TreatedCount count) {
        connection
                .sql("""
                        insert into treated_hours (hour, applied, outcome, calls, reached, with_agent, asked, soon, later)
                        values (:hour, :applied, :outcome, :calls, :reached, :agent, :asked, :soon, :later)""")
                .param("hour", hour)
                .param("applied", count.applied().name())
                .param("outcome", count.outcome().name())
                .param("calls", count.calls())
                .param("reached", count.reached())
                .param("agent", count.withAgent().toMillis())
                .param("asked", count.asked())
                .param("soon", count.soon())
                .param("later", count.later())
                .update();
    }
}

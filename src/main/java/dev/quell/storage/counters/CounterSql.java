package dev.quell.storage.counters;

/**
 * The statements that add to the counters. Changes have the columns {@link #COLUMNS}; crossed are changes summed up by hour and all words, with the columns
 * of {@code counter_hours}.
 */
public final class CounterSql {

    /** The columns of {@code counter_changes}, without its place. */
    public static final String COLUMNS = "sign, arrived_at, caller, line, trunk, class, action, outcome, with_agent";

    /** Rows of {@code calls} as changes that count each of them once. */
    public static final String CALLS =
            "select 1 as sign, arrived_at, caller, line, trunk, class, action, outcome, with_agent from calls";

    private static final String ADD = " do update set calls = %1$s.calls + excluded.calls,"
            + " with_agent = %1$s.with_agent + excluded.with_agent";

    private static final String ADD_EACH = ADD + ", silent = %1$s.silent + excluded.silent,"
            + " noise = %1$s.noise + excluded.noise, good = %1$s.good + excluded.good";

    private CounterSql() {}

    /**
     * A query that crosses changes.
     *
     * @param changes a table
     */
    public static String crossed(String changes) {
        return """
                select arrived_at / 3600000 as hour, line, trunk, coalesce(class, '') as class, coalesce(action, '') as action,
                    coalesce(outcome, 'UNKNOWN') as outcome, sum(sign) as calls, sum(sign * coalesce(with_agent, 0)) as with_agent
                from %s group by 1, 2, 3, 4, 5, 6
                having sum(sign) <> 0 or sum(sign * coalesce(with_agent, 0)) <> 0""".formatted(changes);
    }

    /**
     * Adds to the hours.
     *
     * @param crossed a table
     */
    public static String hours(String crossed) {
        return "insert into counter_hours (hour, line, trunk, class, action, outcome, calls, with_agent)"
                + " select hour, line, trunk, class, action, outcome, calls, with_agent from " + crossed
                + " where true on conflict (hour, line, trunk, class, action, outcome)"
                + ADD.formatted("counter_hours");
    }

    /**
     * Adds to the hours of the withheld numbers.
     *
     * @param changes a table
     */
    public static String withheld(String changes) {
        return "insert into counter_withheld (hour, line, trunk, class, action, outcome, calls, with_agent) "
                + crossed(changes + " where caller = 'withheld'")
                + " on conflict (hour, line, trunk, class, action, outcome)" + ADD.formatted("counter_withheld");
    }

    /**
     * Adds to the days of the withheld numbers.
     *
     * @param changes a table
     */
    public static String withheldDays(String changes) {
        return days("counter_withheld_days", "(" + crossed(changes + " where caller = 'withheld'") + ") as withheld");
    }

    /**
     * Adds to the days.
     *
     * @param crossed a table
     */
    public static String days(String crossed) {
        return days("counter_days", crossed);
    }

    private static String days(String table, String crossed) {
        return "insert into " + table + " (day, line, trunk, class, action, outcome, calls, with_agent)"
                + " select (hour + (select shift from counter_fill)) / 24, line, trunk, class, action, outcome, sum(calls), sum(with_agent)"
                + " from " + crossed
                + " where true group by 1, 2, 3, 4, 5, 6 on conflict (day, line, trunk, class, action, outcome)"
                + ADD.formatted(table);
    }

    /**
     * Adds to the words.
     *
     * @param crossed a table
     */
    public static String words(String crossed) {
        return """
                insert into counter_words (kind, hour, word, calls, silent, noise, good, with_agent)
                select kind, hour, word, sum(calls), sum(case when outcome = 'SILENT' then calls else 0 end),
                    sum(case when outcome = 'NOISE' then calls else 0 end), sum(case when outcome = 'GOOD_TALK' then calls else 0 end), sum(with_agent)
                from (select 'ALL' as kind, hour, '' as word, outcome, calls, with_agent from %1$s
                    union all select 'LINE', hour, line, outcome, calls, with_agent from %1$s
                    union all select 'TRUNK', hour, trunk, outcome, calls, with_agent from %1$s
                    union all select 'CLASS', hour, class, outcome, calls, with_agent from %1$s
                    union all select 'ACTION', hour, action, outcome, calls, with_agent from %1$s
                    union all select 'OUTCOME', hour, outcome, outcome, calls, with_agent from %1$s) as told
                group by 1, 2, 3 on conflict (kind, hour, word)""".formatted(crossed) + ADD_EACH.formatted("counter_words");
    }

    /**
     * Adds to the sources.
     *
     * @param changes a table
     */
    public static String sources(String changes) {
        return """
                insert into counter_sources (day, caller, calls, silent, noise, good, with_agent)
                select (arrived_at / 3600000 + (select shift from counter_fill)) / 24, caller, sum(sign),
                    sum(case when outcome = 'SILENT' then sign else 0 end), sum(case when outcome = 'NOISE' then sign else 0 end),
                    sum(case when outcome = 'GOOD_TALK' then sign else 0 end), sum(sign * coalesce(with_agent, 0))
                from %s group by 1, 2 on conflict (day, caller)""".formatted(changes) + ADD_EACH.formatted("counter_sources");
    }
}

package dev.quell.storage.counters;

/** The statements that add to the counters. What they read has the columns of {@code counter_changes}. */
public final class CounterSql {

    /** Rows of {@code calls} as changes that count each ended call once. */
    public static final String ENDED = """
            select 1 as sign, arrived_at, caller, line, trunk, class, action, outcome, with_agent from calls
            where ended_at is not null""";

    private CounterSql() {}

    /**
     * Adds changes to the hours.
     *
     * @param changes a table or a query in brackets
     */
    public static String hours(String changes) {
        return """
                insert into counter_hours (hour, line, trunk, class, action, outcome, calls, with_agent)
                select arrived_at / 3600000, line, trunk, coalesce(class, ''), coalesce(action, ''), coalesce(outcome, 'UNKNOWN'),
                    sum(sign), sum(sign * coalesce(with_agent, 0))
                from %s as changes group by 1, 2, 3, 4, 5, 6 having sum(sign) <> 0 or sum(sign * coalesce(with_agent, 0)) <> 0
                on conflict (hour, line, trunk, class, action, outcome) do update set
                    calls = counter_hours.calls + excluded.calls, with_agent = counter_hours.with_agent + excluded.with_agent""".formatted(changes);
    }

    /**
     * Adds changes to the sources.
     *
     * @param changes a table or a query in brackets
     */
    public static String sources(String changes) {
        return """
                insert into counter_sources (day, caller, calls, silent, noise, good, with_agent)
                select arrived_at / 86400000, caller, sum(sign), sum(case when outcome = 'SILENT' then sign else 0 end),
                    sum(case when outcome = 'NOISE' then sign else 0 end), sum(case when outcome = 'GOOD_TALK' then sign else 0 end),
                    sum(sign * coalesce(with_agent, 0))
                from %s as changes group by 1, 2
                on conflict (day, caller) do update set
                    calls = counter_sources.calls + excluded.calls, silent = counter_sources.silent + excluded.silent,
                    noise = counter_sources.noise + excluded.noise, good = counter_sources.good + excluded.good,
                    with_agent = counter_sources.with_agent + excluded.with_agent""".formatted(changes);
    }
}

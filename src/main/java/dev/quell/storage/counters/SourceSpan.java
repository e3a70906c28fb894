package dev.quell.storage.counters;

import java.util.Map;

/**
 * A period as rows of counts: whole days of UTC from the counters, its ends from the calls themselves.
 *
 * @param from epoch milliseconds, inclusive
 * @param first the first whole day
 * @param last the day after the last whole one
 * @param to epoch milliseconds, exclusive
 */
record SourceSpan(long from, long first, long last, long to) {

    static final String SUMS = """
            caller, sum(calls) as calls, sum(silent) as silent, sum(noise) as noise, sum(good) as good, sum(with_agent) as with_agent, sum(flags) as flags""";

    private static final long DAY = 86_400_000;
    private static final String DAYS =
            "select caller, calls, silent, noise, good, with_agent, 0 as flags, 1 as whole_days from counter_sources where day >= :first and day < :last ";
    /** A look-up for each day and source: as many rows as asked for, whatever else the days hold. */
    private static final String DAYS_OF = """
            select caller, calls, silent, noise, good, with_agent, 0 as flags, 1 as whole_days
            from (with recursive days (n) as (select :first union all select n + 1 from days where n + 1 < :last) select n from days) as each_day
                join counter_sources on day = n and day < :last where caller in (:callers)""";

    private static final String CALLS = """
            select caller, 1, case when outcome = 'SILENT' then 1 else 0 end, case when outcome = 'NOISE' then 1 else 0 end,
                case when outcome = 'GOOD_TALK' then 1 else 0 end, coalesce(with_agent, 0), 0, 0
            from calls where arrived_at >= %s and arrived_at < %s%s""";

    static SourceSpan of(long from, long to) {
        long first = Math.ceilDiv(from, DAY);
        long last = Math.max(first, Math.floorDiv(to, DAY));
        return first * DAY > to ? new SourceSpan(from, first, first, to) : new SourceSpan(from, first, last, to);
    }

    long days() {
        return last - first;
    }

    /**
     * Rows of all sources.
     *
     * @param which of the counters' rows, as {@code and …}
     */
    String rows(String which) {
        return union(DAYS + which, "");
    }

    /** Rows of {@code :callers} alone. */
    String rowsOf() {
        return union(DAYS_OF, " and caller in (:callers)");
    }

    private String union(String days, String callers) {
        // The callers' own index would have all their calls looked at for the few that live.
        String living = CALLS.formatted(
                ":first_at",
                ":last_at",
                callers.replace(" caller ", " coalesce(caller, '') ") + " and ended_at is null");
        return "("
                + String.join(
                        "\nunion all\n",
                        days,
                        changes(callers),
                        living,
                        CALLS.formatted(":from", ":first_at", callers),
                        CALLS.formatted(":last_at", ":to", callers),
                        flags(callers))
                + ") as counted";
    }

    private static String changes(String callers) {
        return """
                select caller, sign, case when outcome = 'SILENT' then sign else 0 end, case when outcome = 'NOISE' then sign else 0 end,
                    case when outcome = 'GOOD_TALK' then sign else 0 end, sign * coalesce(with_agent, 0), 0, 0
                from counter_changes where arrived_at >= :first_at and arrived_at < :last_at""" + callers;
    }

    private static String flags(String callers) {
        return "select caller, 0, 0, 0, 0, 0, 1, 0 from flags where at >= :from and at < :to and undone_at is null"
                + callers;
    }

    Map<String, Object> values() {
        return Map.of(
                "from", from,
                "first", first,
                "last", last,
                "first_at", Math.min(first * DAY, to),
                "last_at", Math.min(last * DAY, to),
                "to", to);
    }
}

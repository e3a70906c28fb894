package dev.quell.storage.counters;

/**
 * Rows of counts by caller: days from the counters, the rest from the calls, and flags.
 *
 * @param only which callers, as a condition that follows others; empty for all
 */
record SourceRows(String only) {

    /** Those of all callers. */
    static final SourceRows ALL = new SourceRows("");

    /** Those of {@code :callers}. */
    static final SourceRows SOME = new SourceRows(" and caller in (:callers)");

    /** Those of the callers from {@code :start} to before {@code :end}. */
    static final SourceRows WITH_PREFIX = new SourceRows(" and caller >= :start and caller < :end");

    private static final String DAY = "day >= (select low from counted) and day < (select high from counted)";
    private static final String FLAGS = " from flags where at >= :from and at < :to and undone_at is null";

    /** For a look-up a day: as many rows as are asked for, whatever else the days hold. */
    private static final String EACH_DAY = """
            , days (n) as (select begin_day from (select case when low > oldest_day then low else oldest_day end as begin_day, high
                from counted, (select coalesce(min(day), 0) as oldest_day from counter_sources) as oldest) as begun where begin_day < high
                union all select n + 1 from days where n + 1 < (select high from counted))
            """;

    /** A statement that counts each caller whole. */
    String counted() {
        String days = only.isEmpty() ? "counter_sources where " + DAY : "days cross join counter_sources where day = n";
        return Counted.DAYS + (only.isEmpty() ? "" : EACH_DAY)
                + "select caller, sum(calls) as calls, sum(silent) as silent, sum(noise) as noise, sum(good) as good,"
                + " sum(with_agent) as with_agent, sum(flags) as flags, sum(silent + noise + flags) as nuisance from ("
                + union(
                        "select caller, calls, silent, noise, good, with_agent, 0 as flags from " + days + only,
                        "select caller, " + CallTally.of("sign") + ", 0 from counter_changes where " + Counted.CHANGES
                                + only,
                        "select caller, " + CallTally.of("1") + ", 0 from calls where " + Counted.BEFORE + only,
                        "select caller, " + CallTally.of("1") + ", 0 from calls where " + Counted.BEHIND + only,
                        "select caller, 0, 0, 0, 0, 0, 1" + FLAGS + only)
                + ") as told group by caller having sum(calls) > 0 or sum(flags) > 0";
    }

    /** A statement that tells what callers have at least and at most, those with the highest most first. */
    String candidates(SourceTier tier, int most) {
        String what = tier.nuisance() ? "silent + noise" : "calls";
        String which = (tier.nuisance() ? " and outcome in ('SILENT', 'NOISE')" : "") + only;
        String rows = union(
                "select caller, " + what + " as has, 1 as days from counter_sources where " + DAY + " and " + what
                        + " >= " + tier.least() + only,
                "select caller, sign, 0 from counter_changes where " + Counted.CHANGES + which,
                "select caller, 1, 0 from calls where " + Counted.BEFORE + which,
                "select caller, 1, 0 from calls where " + Counted.BEHIND + which);
        return Counted.DAYS + "select caller, sum(has) as least, sum(has) + " + (tier.least() - 1)
                + " * (:days - sum(days)) as most from ("
                + (tier.nuisance() ? union(rows, "select caller, 1, 0" + FLAGS + only) : rows)
                + ") as told group by caller order by most desc limit " + most;
    }

    private static String union(String... rows) {
        return String.join("\nunion all\n", rows);
    }
}

package dev.quell.storage.counters;

/** A call, or a noted change of one, as a row of counts. */
final class CallTally {

    private CallTally() {}

    /**
     * Calls, silent, noise, good and the time with agents.
     *
     * @param sign how often the call counts
     */
    static String of(String sign) {
        return sign + ", case when outcome = 'SILENT' then " + sign + " else 0 end, case when outcome = 'NOISE' then "
                + sign
                + " else 0 end, case when outcome = 'GOOD_TALK' then " + sign + " else 0 end, " + sign
                + " * coalesce(with_agent, 0)";
    }

    /** The same of one call, without the number of calls, under the names of counters' columns. */
    static String named() {
        return "case when outcome = 'SILENT' then 1 else 0 end as silent, case when outcome = 'NOISE' then 1 else 0 end as noise,"
                + " case when outcome = 'GOOD_TALK' then 1 else 0 end as good, coalesce(with_agent, 0) as with_agent";
    }
}

package dev.quell.report;

import dev.quell.call.CallerNumber;
import java.time.Instant;
import java.util.List;

/**
 * The port to calls that are counted already: what it costs depends on hours and days, not on how many calls there were. Living calls count with the
 * outcome UNKNOWN. Tells what a count over the log would tell.
 */
public interface Counters {

    /** From when on all calls are counted: shortly after the counters came to a log that had calls, not all are. */
    Instant since();

    /**
     * Calls by hour and word, oldest hour first; hours and words without calls are left out.
     *
     * @param from the beginning of an hour, inclusive
     * @param to the beginning of an hour, exclusive
     */
    List<HourCount> hours(Word by, Instant from, Instant to);

    /**
     * Calls by word alone.
     *
     * @param from the beginning of an hour, inclusive
     * @param to the beginning of an hour, exclusive
     */
    List<WordCount> words(Word by, Instant from, Instant to);

    /**
     * The sources with the most of something, most first, then by number of calls and by name.
     *
     * @param from inclusive; counts are fetched fastest where it and {@code to} begin a day in UTC
     * @param to exclusive
     * @param limit 1 to 1,000
     */
    List<SourceCount> top(Ranking by, Instant from, Instant to, int limit);

    /** One source's calls by hour, oldest first; hours without calls are left out. */
    List<HourCount> source(CallerNumber caller, Instant from, Instant to);

    /** Calls that arrived in each minute, oldest first; minutes without calls are left out. For hours, not for months. */
    List<HourCount> minutes(Instant from, Instant to);

    /** What calls are told apart by. */
    enum Word {
        /** Nothing: all together. */
        ALL,
        LINE,
        TRUNK,
        /** Empty for unscreened calls. */
        CLASS,
        /** Empty for unscreened calls. */
        ACTION,
        OUTCOME
    }

    /** What sources are ranked by. */
    enum Ranking {
        /** Silent calls, noise and standing flags. */
        NUISANCE,
        CALLS
    }
}

package dev.quell.report;

import dev.quell.call.CallerNumber;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The port to calls that are counted already: what it costs depends on hours and days, not on how many calls there were. Living calls count with the
 * outcome UNKNOWN. Tells what a count over the log would tell.
 */
public interface Counters {

    /**
     * From when on calls are counted beforehand: for some minutes after the counters came to a log that had calls, earlier ones are counted when they are asked
     * for, which is as exact and may be slow. The epoch if all are.
     */
    Instant since();

    /**
     * Calls by hour of UTC and word, oldest hour first; hours and words without calls are left out. An hour that is in the period in part counts in part.
     *
     * @param from inclusive; fastest at the beginning of an hour, as {@code to} is
     * @param to exclusive
     */
    List<HourCount> hours(Word by, Instant from, Instant to);

    /** The same of one word alone. */
    List<HourCount> hours(Word by, String word, Instant from, Instant to);

    /**
     * Calls by word alone.
     *
     * @param from inclusive; fastest at the beginning of an hour, as {@code to} is
     * @param to exclusive
     */
    List<WordCount> words(Word by, Instant from, Instant to);

    /**
     * The sources with the most of something, most first, then by number of calls and by name.
     *
     * @param from inclusive; fastest at a midnight of the machine's zone, as {@code to} is, which may also be now or later
     * @param to exclusive
     * @param limit 1 to 1,000
     */
    List<SourceCount> top(Ranking by, Instant from, Instant to, int limit);

    /**
     * The same among the E.164 numbers that begin alike.
     *
     * @param prefix {@code +} and 1 to 14 digits
     */
    List<SourceCount> top(Ranking by, String prefix, Instant from, Instant to, int limit);

    /**
     * Sources that were a nuisance, those that were most first. Where they are more than asked for, which of those with equally little come is open, and days that
     * the period cuts count whole for the choice: this is for finding what sources have in common, not for a ranking.
     *
     * @param prefix with which E.164 numbers begin, as in {@code top}; empty: all sources
     */
    List<SourceCount> disturbers(Optional<String> prefix, Instant from, Instant to, int limit);

    /**
     * What the calls of some sources came to by some kinds of words together, source by source in the order asked for. Of a number with very many calls the
     * newest count; of the withheld ones, which are one source, all do. The fewer kinds, the fewer rows.
     *
     * @param callers at most {@value #MOST_CALLERS}
     * @param by one or more
     */
    List<SourceCalls> together(Collection<CallerNumber> callers, Set<Word> by, Instant from, Instant to);

    /** The same by one kind of word, a source's most frequent word first. */
    default List<SourceWord> sources(Collection<CallerNumber> callers, Word by, Instant from, Instant to) {
        return SourceCalls.by(by, together(callers, EnumSet.of(by), from, to));
    }

    /** How many sources are asked about at once, at most. */
    int MOST_CALLERS = 100;

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

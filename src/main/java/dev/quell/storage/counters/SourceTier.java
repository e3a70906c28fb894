package dev.quell.storage.counters;

import dev.quell.report.Counters.Ranking;
import java.util.List;

/**
 * A partial index of the sources by day.
 *
 * @param nuisance whether it is of silent calls and noise, otherwise of all calls
 * @param least how many of them a day's row has at least to be in it
 */
record SourceTier(boolean nuisance, int least) {

    /** All that was nuisance. */
    static final SourceTier ANY_NUISANCE = new SourceTier(true, 1);

    /** Those of a ranking, the smallest index first. */
    static List<SourceTier> of(Ranking by) {
        boolean nuisance = by == Ranking.NUISANCE;
        return nuisance
                ? List.of(new SourceTier(true, 4), ANY_NUISANCE)
                : List.of(new SourceTier(false, 4), new SourceTier(false, 2));
    }

    /** How much a source may have had in so many days without being in it. */
    long unseen(long days) {
        return (least - 1) * days;
    }
}

package dev.quell.backtest.result;

import dev.quell.backtest.measure.Reliability;
import dev.quell.backtest.measure.Roc;
import java.util.List;

/**
 * Figures against labels.
 *
 * @param labels where the labels are from, in words
 * @param goodCallers callers labelled good
 * @param nuisanceCallers callers labelled nuisance
 * @param goodCalls calls labelled good
 * @param nuisanceCalls calls labelled nuisance
 * @param levels one row a level, from the mildest
 * @param score how a caller's score is made, in words
 * @param roc the labelled callers' scores, log-odds
 * @param reliability the labelled callers' probabilities
 */
public record Measured(
        String labels,
        long goodCallers,
        long nuisanceCallers,
        long goodCalls,
        long nuisanceCalls,
        List<LevelRow> levels,
        String score,
        Roc roc,
        Reliability reliability) {

    public Measured {
        levels = List.copyOf(levels);
    }
}

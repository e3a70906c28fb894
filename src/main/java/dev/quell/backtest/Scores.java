package dev.quell.backtest;

import dev.quell.backtest.input.Label;
import dev.quell.classifier.Action;
import java.util.Optional;

/** Takes one score after the other, in the order of the calls. */
@FunctionalInterface
public interface Scores {

    /**
     * Takes a score.
     *
     * @param id of the call; of a count, the caller
     * @param caller who called; foreign text
     * @param probability 0 to 1, with all its digits
     */
    void take(String id, String caller, double probability, Action action, Optional<Label> label);
}

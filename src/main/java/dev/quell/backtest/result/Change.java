package dev.quell.backtest.result;

import dev.quell.classifier.Action;
import java.util.List;

/**
 * Calls that changed alike.
 *
 * @param before the action under the other settings
 * @param after the action under the tested settings
 * @param goodCalls those labelled good
 * @param nuisanceCalls those labelled nuisance
 * @param examples the first few, good ones before the others
 */
public record Change(
        Action before, Action after, long calls, long goodCalls, long nuisanceCalls, List<Example> examples) {

    public Change {
        examples = List.copyOf(examples);
    }

    /**
     * One call.
     *
     * @param call its id in the log, or {@code line} and its number
     * @param caller who called; foreign text, to be made harmless where it is shown
     * @param arrivedAt as ISO 8601 in UTC; empty for counts
     * @param before why it would have been met as before: probability, cause and symbols, in words
     * @param after why it is met otherwise
     */
    public record Example(String call, String caller, String arrivedAt, String before, String after) {}
}

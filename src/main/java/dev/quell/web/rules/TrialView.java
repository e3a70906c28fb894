package dev.quell.web.rules;

import dev.quell.backtest.result.ActionRow;
import dev.quell.backtest.result.BacktestResult;
import dev.quell.backtest.result.Change;
import dev.quell.backtest.result.Difference;
import dev.quell.backtest.result.Run;
import dev.quell.classifier.Action;
import dev.quell.deed.rules.Differences;
import dev.quell.security.masking.Masking;
import dev.quell.tuning.Tuner;
import dev.quell.tuning.trial.Trial;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Weights and thresholds that are tried, or were.
 *
 * @param author whoever tries them
 * @param tried what is tried against what decides now, in words
 * @param stale whether other rules decide since it began, so that it cannot be saved
 * @param share how much is done, 0 to 1
 * @param read calls that were read so far
 * @param result absent unless it is done
 */
record TrialView(
        String id,
        Trial.State state,
        int days,
        String author,
        Instant started,
        List<String> tried,
        boolean stale,
        double share,
        long read,
        @Nullable Result result) {

    /**
     * What would have been.
     *
     * @param calls that were decided again
     * @param changed whose action would be another
     * @param goodHarder good talks that would be met harder
     * @param before by action, how many calls as it decides now
     * @param after by action, how many calls as it is tried
     */
    record Result(
            long calls,
            long changed,
            long goodHarder,
            Map<Action, Long> before,
            Map<Action, Long> after,
            List<Changed> changes) {

        static Result of(BacktestResult found) {
            Optional<Difference> difference = found.difference();
            List<Change> changes = difference.map(Difference::changes).orElse(List.of());
            return new Result(
                    found.run().calls(),
                    difference.map(Difference::changed).orElse(0L),
                    changes.stream()
                            .filter(change -> change.after().compareTo(change.before()) > 0)
                            .mapToLong(Change::goodCalls)
                            .sum(),
                    difference.map(Difference::before).map(Result::actions).orElse(Map.of()),
                    actions(found.run()),
                    changes.stream().map(Changed::of).toList());
        }

        private static Map<Action, Long> actions(Run run) {
            Map<Action, Long> counts = new EnumMap<>(Action.class);
            for (ActionRow row : run.actions()) {
                counts.put(row.action(), row.calls());
            }
            return counts;
        }
    }

    /**
     * Calls that change alike.
     *
     * @param examples good talks first
     */
    record Changed(Action before, Action after, long calls, long good, long nuisance, List<Example> examples) {
        static Changed of(Change change) {
            return new Changed(
                    change.before(),
                    change.after(),
                    change.calls(),
                    change.goodCalls(),
                    change.nuisanceCalls(),
                    change.examples().stream().map(Example::of).toList());
        }
    }

    /** One call; before and after are why it is met so, in words. */
    record Example(String call, String caller, String arrived, String before, String after) {
        static Example of(Change.Example example) {
            return new Example(
                    example.call(),
                    Masking.text(example.caller()),
                    example.arrivedAt(),
                    Masking.text(example.before()),
                    Masking.text(example.after()));
        }
    }

    static TrialView of(Trial trial, Tuner tuner) {
        return new TrialView(
                trial.id(),
                trial.state(),
                trial.days(),
                trial.author(),
                trial.startedAt(),
                Differences.between(tuner.present(), trial.tuning().over(tuner.site())),
                !trial.base().equals(tuner.version()),
                trial.share(),
                trial.calls(),
                trial.result().map(Result::of).orElse(null));
    }
}

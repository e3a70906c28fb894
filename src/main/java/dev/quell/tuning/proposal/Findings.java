package dev.quell.tuning.proposal;

import dev.quell.backtest.result.BacktestResult;
import dev.quell.backtest.result.Change;
import dev.quell.backtest.result.Difference;
import dev.quell.classifier.Action;
import java.util.List;
import java.util.Optional;

/**
 * What a trial told, as far as whoever confirms its rules needs it. It names no caller: calls are named by their ids, and who called is read, and forgotten, with the call.
 *
 * @param calls that were decided again
 * @param changed whose action would be another
 * @param harmed good talks that would be met harder
 * @param sample of so many callers one was looked at; 1: of all
 * @param moves the ways in which calls change
 */
public record Findings(long calls, long changed, long harmed, int sample, List<Move> moves) {
    private static final int EXAMPLES = 5;

    public Findings {
        if (calls < 0
                || changed < 0
                || harmed < 0
                || sample < 1
                || moves.size() > Math.pow(Action.values().length, 2)) {
            throw new IllegalArgumentException("no findings of a trial");
        }
        moves = List.copyOf(moves);
    }

    /**
     * Calls that change alike.
     *
     * @param good good talks among them
     * @param nuisance those flagged as a nuisance
     * @param examples the ids of a few of the good talks, if they would be met harder
     */
    public record Move(Action before, Action after, long calls, long good, long nuisance, List<String> examples) {
        public Move {
            if (examples.size() > EXAMPLES || examples.stream().anyMatch(id -> id.length() > 200)) {
                throw new IllegalArgumentException("no examples of calls");
            }
            examples = List.copyOf(examples);
        }

        /** Whether they are met harder than before. */
        public boolean harder() {
            return after.compareTo(before) > 0;
        }
    }

    /** Those of a trial's result. */
    public static Findings of(BacktestResult result, int sample) {
        Optional<Difference> difference = result.difference();
        List<Move> moves = difference.map(Difference::changes).orElse(List.of()).stream()
                .map(Findings::move)
                .toList();
        return new Findings(
                result.run().calls(),
                difference.map(Difference::changed).orElse(0L),
                moves.stream().filter(Move::harder).mapToLong(Move::good).sum(),
                sample,
                moves);
    }

    private static Move move(Change change) {
        boolean harder = change.after().compareTo(change.before()) > 0;
        // Good talks come first.
        List<String> good = change.examples().stream()
                .limit(harder ? Math.min(EXAMPLES, change.goodCalls()) : 0)
                .map(Change.Example::call)
                .toList();
        return new Move(
                change.before(), change.after(), change.calls(), change.goodCalls(), change.nuisanceCalls(), good);
    }
}

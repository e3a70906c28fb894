package dev.quell.classifier.rules.outcome;

import dev.quell.call.Wilson;
import dev.quell.classifier.Evidence;
import dev.quell.classifier.Hit;
import dev.quell.classifier.Rule;
import dev.quell.history.CallerOutcomes;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;

/**
 * The share of one outcome among the answered calls that tell something: the lower end of Wilson's interval, each call weighing half as much every 14
 * days. Technical faults and unknown outcomes are in neither number.
 */
public final class OutcomeRate implements Rule {

    private final String symbol;
    private final ToIntFunction<CallerOutcomes> calls;
    private final ToDoubleFunction<CallerOutcomes> weight;

    private OutcomeRate(String symbol, ToIntFunction<CallerOutcomes> calls, ToDoubleFunction<CallerOutcomes> weight) {
        this.symbol = symbol;
        this.calls = calls;
        this.weight = weight;
    }

    /** Of silent calls. */
    public static OutcomeRate silent() {
        return new OutcomeRate("SILENT_RATE", CallerOutcomes::silent, CallerOutcomes::silentWeight);
    }

    /** Of calls that the caller hung up at once. */
    public static OutcomeRate hungUp() {
        return new OutcomeRate("SHORT_RATE", CallerOutcomes::shortOnes, CallerOutcomes::shortWeight);
    }

    @Override
    public String symbol() {
        return symbol;
    }

    @Override
    public Optional<Hit> look(Evidence evidence) {
        CallerOutcomes outcomes = evidence.facts().outcomes();
        int meant = calls.applyAsInt(outcomes);
        return meant > 0
                ? Optional.of(Hit.of(
                        Wilson.lowerBound(weight.applyAsDouble(outcomes), outcomes.heardWeight()),
                        meant,
                        outcomes.heard()))
                : Optional.empty();
    }
}

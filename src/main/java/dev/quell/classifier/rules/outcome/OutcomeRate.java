package dev.quell.classifier.rules.outcome;

import dev.quell.call.CallOutcome;
import dev.quell.call.Wilson;
import dev.quell.classifier.Evidence;
import dev.quell.classifier.Hit;
import dev.quell.classifier.Rule;
import dev.quell.history.PastCall;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The share of one outcome among the answered calls that tell something: the lower end of Wilson's interval, each call weighing half as much every 14
 * days. Technical faults and unknown outcomes are in neither number.
 */
public final class OutcomeRate implements Rule {

    private static final double HALF_LIFE = Duration.ofDays(14).toMillis();

    private final String symbol;
    private final CallOutcome outcome;

    /** Under a symbol of its own. */
    public OutcomeRate(String symbol, CallOutcome outcome) {
        this.symbol = symbol;
        this.outcome = outcome;
    }

    @Override
    public String symbol() {
        return symbol;
    }

    @Override
    public Optional<Hit> look(Evidence evidence) {
        List<PastCall> heard = evidence.profile().calls().stream()
                .filter(call -> call.outcome().heard())
                .toList();
        List<PastCall> meant =
                heard.stream().filter(call -> call.outcome() == outcome).toList();
        if (meant.isEmpty()) {
            return Optional.empty();
        }
        double share = Wilson.lowerBound(weight(meant, evidence), weight(heard, evidence));
        return Optional.of(Hit.of(share, meant.size(), heard.size()));
    }

    private static double weight(List<PastCall> calls, Evidence evidence) {
        return calls.stream()
                .mapToDouble(call -> Duration.between(
                                call.arrivedAt(), evidence.profile().asOf())
                        .toMillis())
                .map(age -> Math.pow(0.5, Math.max(age, 0) / HALF_LIFE))
                .sum();
    }
}

package dev.quell.classifier.rules.counted;

import dev.quell.classifier.Action;
import dev.quell.classifier.ClassifierSettings.Limit;
import dev.quell.classifier.CountedRule;
import dev.quell.classifier.Evidence;
import dev.quell.classifier.Hit;
import java.util.Optional;

/**
 * Several agents flagged the caller: deterred. Neither one agent alone nor agents whose flags seldom held bring it about: together their flags must count three
 * quarters of what as many sure ones would.
 */
public final class FlagsDeter implements CountedRule {

    private static final double SURE_ENOUGH = 0.75;

    private final Limit limit;

    /** With the number of different agents and the time in which their flags count. */
    public FlagsDeter(Limit limit) {
        this.limit = limit;
    }

    @Override
    public String symbol() {
        return "FLAGS_DETER";
    }

    @Override
    public Action action() {
        return Action.DETER;
    }

    @Override
    public Optional<Hit> look(Evidence evidence) {
        int agents = evidence.facts().flaggingAgents(limit.findTime());
        return agents >= limit.maxRetry()
                        && evidence.facts().flagWeight(limit.findTime()) >= limit.maxRetry() * SURE_ENOUGH
                ? Optional.of(Hit.whole(agents, limit.findTime().toSeconds()))
                : Optional.empty();
    }
}

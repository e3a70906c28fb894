package dev.quell.classifier.rules.counted;

import dev.quell.classifier.Action;
import dev.quell.classifier.ClassifierSettings.Limit;
import dev.quell.classifier.CountedRule;
import dev.quell.classifier.Evidence;
import dev.quell.classifier.Hit;
import java.util.Optional;

/** Several agents flagged the caller: deterred. One agent alone never brings it about. */
public final class FlagsDeter implements CountedRule {

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
        int agents = evidence.profile().flaggingAgents(limit.findTime()).size();
        return agents >= limit.maxRetry()
                ? Optional.of(Hit.whole(agents, limit.findTime().toSeconds()))
                : Optional.empty();
    }
}

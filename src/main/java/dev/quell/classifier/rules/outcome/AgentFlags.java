package dev.quell.classifier.rules.outcome;

import dev.quell.classifier.Evidence;
import dev.quell.classifier.Hit;
import dev.quell.classifier.Rule;
import dev.quell.classifier.rules.Growth;
import dev.quell.history.FlaggedBy;
import java.time.Duration;
import java.util.Optional;

/** Different agents flagged the caller within 30 days; each counts once, by how often that agent's flags held. */
public final class AgentFlags implements Rule {

    private static final Duration WINDOW = Duration.ofDays(30);
    private static final Growth GROWTH =
            Growth.above(0).through(1, 1.5).through(2, 3.2).through(3, 4.2);

    @Override
    public String symbol() {
        return "AGENT_FLAGS";
    }

    @Override
    public Optional<Hit> look(Evidence evidence) {
        FlaggedBy flagged = evidence.facts().flags(WINDOW);
        return flagged.weight() > 0
                ? Optional.of(Hit.of(GROWTH.share(flagged.weight()), flagged.agents(), WINDOW.toSeconds()))
                : Optional.empty();
    }
}

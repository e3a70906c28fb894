package dev.quell.classifier.rules.outcome;

import dev.quell.classifier.Evidence;
import dev.quell.classifier.Hit;
import dev.quell.classifier.Rule;
import dev.quell.classifier.rules.Tiers;
import java.time.Duration;
import java.util.Optional;

/** Different agents flagged the caller within 30 days; one agent counts once. */
public final class AgentFlags implements Rule {

    private static final Duration WINDOW = Duration.ofDays(30);
    private static final Tiers TIERS = Tiers.from(1, 0.7).then(2, 1.8).then(3, 2.6);

    @Override
    public String symbol() {
        return "AGENT_FLAGS";
    }

    @Override
    public Optional<Hit> look(Evidence evidence) {
        int agents = evidence.profile().flaggingAgents(WINDOW).size();
        return TIERS.share(agents).stream()
                .mapToObj(share -> Hit.of(share, agents, WINDOW.toSeconds()))
                .findFirst();
    }
}

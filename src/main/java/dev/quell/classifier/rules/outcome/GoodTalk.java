package dev.quell.classifier.rules.outcome;

import dev.quell.classifier.Evidence;
import dev.quell.classifier.Hit;
import dev.quell.classifier.Rule;
import java.time.Duration;
import java.util.Optional;

/** A long talk with an agent within 90 days. */
public final class GoodTalk implements Rule {

    private static final long WINDOW = Duration.ofDays(90).toSeconds();

    @Override
    public String symbol() {
        return "GOOD_TALK";
    }

    @Override
    public Optional<Hit> look(Evidence evidence) {
        int talks = evidence.facts().outcomes().goodTalks();
        return talks > 0 ? Optional.of(Hit.whole(talks, WINDOW)) : Optional.empty();
    }
}

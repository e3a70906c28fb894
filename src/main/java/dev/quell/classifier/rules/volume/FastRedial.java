package dev.quell.classifier.rules.volume;

import dev.quell.classifier.Evidence;
import dev.quell.classifier.Hit;
import dev.quell.classifier.Rule;
import java.time.Duration;
import java.util.Optional;

/** Called again within 10 seconds of hanging up, three times within the hour, the present call included. */
public final class FastRedial implements Rule {

    private static final long WINDOW = Duration.ofHours(1).toSeconds();
    private static final int TIMES = 3;

    @Override
    public String symbol() {
        return "FAST_REDIAL";
    }

    @Override
    public Optional<Hit> look(Evidence evidence) {
        int redials = evidence.facts().volume().redials();
        return redials >= TIMES ? Optional.of(Hit.whole(redials, WINDOW)) : Optional.empty();
    }
}

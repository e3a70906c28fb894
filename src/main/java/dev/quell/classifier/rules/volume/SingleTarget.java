package dev.quell.classifier.rules.volume;

import dev.quell.classifier.Evidence;
import dev.quell.classifier.Hit;
import dev.quell.classifier.Rule;
import java.time.Duration;
import java.util.Optional;

/** At least 5 earlier calls within 24 hours, all to the line called now: the best customers do that. */
public final class SingleTarget implements Rule {

    private static final long DAY = Duration.ofDays(1).toSeconds();
    private static final int CALLS = 5;

    @Override
    public String symbol() {
        return "SINGLE_TARGET";
    }

    @Override
    public Optional<Hit> look(Evidence evidence) {
        int calls = evidence.facts().volume().sameLine();
        return calls >= CALLS ? Optional.of(Hit.whole(calls, DAY)) : Optional.empty();
    }
}

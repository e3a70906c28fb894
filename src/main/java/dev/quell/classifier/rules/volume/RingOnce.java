package dev.quell.classifier.rules.volume;

import dev.quell.classifier.Evidence;
import dev.quell.classifier.Hit;
import dev.quell.classifier.Rule;
import java.time.Duration;
import java.util.Optional;

/** Gave up within 3 seconds of ringing, three times within 24 hours: such callers wait for a call back. */
public final class RingOnce implements Rule {

    private static final long WINDOW = Duration.ofDays(1).toSeconds();
    private static final int TIMES = 3;

    @Override
    public String symbol() {
        return "RING_ONCE";
    }

    @Override
    public Optional<Hit> look(Evidence evidence) {
        int times = evidence.facts().volume().rungOnce();
        return times >= TIMES ? Optional.of(Hit.whole(times, WINDOW)) : Optional.empty();
    }
}

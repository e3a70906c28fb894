package dev.quell.classifier.rules.volume;

import dev.quell.classifier.Evidence;
import dev.quell.classifier.Hit;
import dev.quell.classifier.Rule;
import dev.quell.classifier.rules.Growth;
import java.time.Duration;
import java.util.Optional;

/** Different lines called, fading with a day, the present one among them; a line that is not known is none. */
public final class FanOut implements Rule {

    private static final long WINDOW = Duration.ofDays(1).toSeconds();
    private static final double FEWEST = 1.05;
    private static final Growth GROWTH =
            Growth.above(1).through(2, 1.2).through(3, 1.45).through(5, 1.7).through(10, 1.9);

    @Override
    public String symbol() {
        return "FANOUT_24H";
    }

    @Override
    public Optional<Hit> look(Evidence evidence) {
        double lines = evidence.facts().volume().lines();
        return lines >= FEWEST ? Optional.of(Hit.of(GROWTH.share(lines), Math.round(lines), WINDOW)) : Optional.empty();
    }
}

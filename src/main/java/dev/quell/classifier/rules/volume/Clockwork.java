package dev.quell.classifier.rules.volume;

import dev.quell.classifier.Evidence;
import dev.quell.classifier.Hit;
import dev.quell.classifier.Rule;
import dev.quell.history.CallerVolume;
import java.util.Optional;

/** Calls at intervals as even as a machine's: the coefficient of variation of the newest gaps within 24 hours, 5 at least. */
public final class Clockwork implements Rule {

    private static final double EVEN = 0.1;
    private static final double FAIRLY_EVEN = 0.3;
    private static final double FAIRLY = 1.0 / 1.6;

    @Override
    public String symbol() {
        return "CLOCKWORK";
    }

    @Override
    public Optional<Hit> look(Evidence evidence) {
        CallerVolume volume = evidence.facts().volume();
        double spread = volume.gapSpread();
        return spread < FAIRLY_EVEN
                ? Optional.of(Hit.of(spread < EVEN ? 1 : FAIRLY, volume.gaps(), Math.round(spread * 100)))
                : Optional.empty();
    }
}

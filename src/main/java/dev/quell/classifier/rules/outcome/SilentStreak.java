package dev.quell.classifier.rules.outcome;

import dev.quell.classifier.Evidence;
import dev.quell.classifier.Hit;
import dev.quell.classifier.Rule;
import dev.quell.classifier.rules.Growth;
import java.util.Optional;

/** The latest calls that tell something were all silent, with packets received; from three on. */
public final class SilentStreak implements Rule {

    private static final int FEWEST = 3;
    private static final Growth GROWTH = Growth.above(2).through(3, 0.6).through(5, 1.2);

    @Override
    public String symbol() {
        return "SILENT_STREAK";
    }

    @Override
    public Optional<Hit> look(Evidence evidence) {
        int streak = evidence.facts().outcomes().silentStreak();
        return streak >= FEWEST ? Optional.of(Hit.of(GROWTH.share(streak), streak, 0)) : Optional.empty();
    }
}

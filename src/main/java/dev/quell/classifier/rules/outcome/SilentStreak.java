package dev.quell.classifier.rules.outcome;

import dev.quell.classifier.Evidence;
import dev.quell.classifier.Hit;
import dev.quell.classifier.Rule;
import dev.quell.classifier.rules.Tiers;
import java.util.Optional;

/** The latest calls that tell something were all silent, with packets received. */
public final class SilentStreak implements Rule {

    private static final Tiers TIERS = Tiers.from(3, 0.6).then(5, 1.2);

    @Override
    public String symbol() {
        return "SILENT_STREAK";
    }

    @Override
    public Optional<Hit> look(Evidence evidence) {
        int streak = evidence.profile().silentStreak();
        return TIERS.share(streak).stream()
                .mapToObj(share -> Hit.of(share, streak, 0))
                .findFirst();
    }
}

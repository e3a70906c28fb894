package dev.quell.classifier.rules.context;

import dev.quell.classifier.Evidence;
import dev.quell.classifier.Hit;
import dev.quell.classifier.Rule;
import java.util.Optional;

/** How much likelier than elsewhere a call over this trunk is a nuisance; also how much less likely. */
public final class TrunkPrior implements Rule {

    private static final double LEAST = 0.1;

    @Override
    public String symbol() {
        return "TRUNK_PRIOR";
    }

    @Override
    public Optional<Hit> look(Evidence evidence) {
        double logOdds = evidence.surroundings().trunk().nuisanceLogOdds();
        return Math.abs(logOdds) < LEAST
                ? Optional.empty()
                : Optional.of(Hit.of(logOdds, Math.round(100 * Math.exp(logOdds)), 0));
    }
}

package dev.quell.classifier.rules.context;

import dev.quell.classifier.Evidence;
import dev.quell.classifier.Hit;
import dev.quell.classifier.Rule;
import dev.quell.traffic.Surroundings.Range;
import java.util.Optional;

/** Many of the hundred numbers around the caller's were a nuisance lately, spread as those of one owner are. */
public final class RangeDensity implements Rule {

    private static final int NUISANCES = 8;
    private static final int TENS = 4;

    @Override
    public String symbol() {
        return "RANGE_DENSITY";
    }

    @Override
    public Optional<Hit> look(Evidence evidence) {
        Range range = evidence.surroundings().range();
        return range.nuisances() >= NUISANCES && range.tens() >= TENS
                ? Optional.of(Hit.whole(range.nuisances(), range.tens()))
                : Optional.empty();
    }
}

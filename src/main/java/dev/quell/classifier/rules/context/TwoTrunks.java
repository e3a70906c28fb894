package dev.quell.classifier.rules.context;

import dev.quell.classifier.CallClass;
import dev.quell.classifier.CatalogueEntry;
import dev.quell.classifier.ContextRule;
import dev.quell.classifier.Evidence;
import dev.quell.classifier.Hit;
import java.util.Optional;

/**
 * The number was shown on an unrelated trunk at about the same time, so somebody borrows it: what was done under it is held against its trunks, not
 * against the number. What speaks for the number counts on, and so does listening, which is per call: this makes a verdict milder only.
 */
public final class TwoTrunks implements ContextRule {

    private static final Optional<Hit> FOUND = Optional.of(Hit.WHOLE);

    @Override
    public String symbol() {
        return "TWO_TRUNKS";
    }

    @Override
    public Optional<Hit> look(Evidence evidence) {
        return evidence.surroundings().elsewhere() ? FOUND : Optional.empty();
    }

    @Override
    public boolean mutes(CatalogueEntry entry) {
        return switch (entry.family()) {
            case VOLUME, OUTCOME -> entry.weight() > 0;
            case COUNTED -> entry.speaksFor() == CallClass.ABUSIVE;
            case IDENTITY, IN_CALL, CONTEXT, LIST -> false;
        };
    }
}

package dev.quell.classifier.rules.outcome;

import dev.quell.classifier.Evidence;
import dev.quell.classifier.Hit;
import dev.quell.classifier.Rule;
import dev.quell.history.KnownAs;
import java.util.Optional;

/** The site knows the caller in one way. */
public final class Known implements Rule {

    private static final Optional<Hit> FOUND = Optional.of(Hit.WHOLE);

    private final KnownAs as;

    /** In this way. */
    public Known(KnownAs as) {
        this.as = as;
    }

    @Override
    public String symbol() {
        return switch (as) {
            case CUSTOMER -> "KNOWN_CUSTOMER";
            case OPEN_TICKET -> "OPEN_TICKET";
            case DIALLED -> "DIALLED_BY_US";
        };
    }

    @Override
    public Optional<Hit> look(Evidence evidence) {
        return evidence.profile().known().contains(as) ? FOUND : Optional.empty();
    }
}

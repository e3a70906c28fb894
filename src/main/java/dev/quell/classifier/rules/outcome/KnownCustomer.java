package dev.quell.classifier.rules.outcome;

import dev.quell.classifier.Evidence;
import dev.quell.classifier.Hit;
import dev.quell.classifier.Rule;
import java.util.Optional;

/** The site knows the caller as a customer. */
public final class KnownCustomer implements Rule {

    @Override
    public String symbol() {
        return "KNOWN_CUSTOMER";
    }

    @Override
    public Optional<Hit> look(Evidence evidence) {
        return evidence.profile().customer() ? Optional.of(Hit.WHOLE) : Optional.empty();
    }
}

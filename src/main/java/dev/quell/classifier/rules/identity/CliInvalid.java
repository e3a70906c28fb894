package dev.quell.classifier.rules.identity;

import dev.quell.call.CallerNumber;
import dev.quell.classifier.Evidence;
import dev.quell.classifier.Hit;
import dev.quell.classifier.Rule;
import java.util.Optional;

/** The number shown is none that a network gives out. */
public final class CliInvalid implements Rule {

    @Override
    public String symbol() {
        return "CLI_INVALID";
    }

    @Override
    public Optional<Hit> look(Evidence evidence) {
        return evidence.call().caller() instanceof CallerNumber.Invalid(String digits)
                ? Optional.of(Hit.whole(digits.length()))
                : Optional.empty();
    }
}

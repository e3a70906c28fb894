package dev.quell.classifier.rules.identity;

import dev.quell.call.CallerNumber;
import dev.quell.classifier.Evidence;
import dev.quell.classifier.Hit;
import dev.quell.classifier.Rule;
import java.util.Optional;

/** The caller or the network keeps the number back. */
public final class CliWithheld implements Rule {

    @Override
    public String symbol() {
        return "CLI_WITHHELD";
    }

    @Override
    public Optional<Hit> look(Evidence evidence) {
        return evidence.call().caller() instanceof CallerNumber.Withheld ? Optional.of(Hit.WHOLE) : Optional.empty();
    }
}

package dev.quell.classifier.rules.identity;

import dev.quell.call.CallerNumber;
import dev.quell.classifier.Evidence;
import dev.quell.classifier.Hit;
import dev.quell.classifier.Rule;
import java.util.Optional;
import java.util.function.Predicate;

/** An outside call shows one of the site's own numbers. */
public final class CliOwn implements Rule {

    private final Predicate<CallerNumber> own;

    /** With what tells the site's own public numbers. */
    public CliOwn(Predicate<CallerNumber> own) {
        this.own = own;
    }

    @Override
    public String symbol() {
        return "CLI_OWN";
    }

    @Override
    public Optional<Hit> look(Evidence evidence) {
        return own.test(evidence.call().caller()) && !evidence.call().forwarded()
                ? Optional.of(Hit.WHOLE)
                : Optional.empty();
    }
}

package dev.quell.classifier.rules.identity;

import dev.quell.call.CallerNumber;
import dev.quell.classifier.Evidence;
import dev.quell.classifier.Hit;
import dev.quell.classifier.Rule;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/** An outside call shows one of the site's own numbers. */
public final class CliOwn implements Rule {

    private final Set<CallerNumber> own;

    /** With the site's own public numbers. */
    public CliOwn(Collection<? extends CallerNumber> own) {
        this.own = Set.copyOf(own);
    }

    @Override
    public String symbol() {
        return "CLI_OWN";
    }

    @Override
    public Optional<Hit> look(Evidence evidence) {
        return own.contains(evidence.call().caller()) && !evidence.call().forwarded()
                ? Optional.of(Hit.whole("shows our own number"))
                : Optional.empty();
    }
}

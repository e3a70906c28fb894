package dev.quell.classifier.rules.incall;

import dev.quell.classifier.CallClass;
import dev.quell.classifier.CatalogueEntry;
import dev.quell.classifier.ContextRule;
import dev.quell.classifier.Evidence;
import dev.quell.classifier.Hit;
import java.util.Optional;

/** Not one packet came: a technical fault, beside which silence proves nothing. */
public final class NoRtp implements ContextRule {

    private static final Optional<Hit> FOUND = Optional.of(Hit.WHOLE);

    @Override
    public String symbol() {
        return "NO_RTP";
    }

    @Override
    public Optional<Hit> look(Evidence evidence) {
        return evidence.inCall().noMedia() ? FOUND : Optional.empty();
    }

    @Override
    public boolean mutes(CatalogueEntry entry) {
        return entry.speaksFor() == CallClass.SILENT;
    }
}

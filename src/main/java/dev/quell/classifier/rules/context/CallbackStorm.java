package dev.quell.classifier.rules.context;

import dev.quell.classifier.CatalogueEntry;
import dev.quell.classifier.ContextRule;
import dev.quell.classifier.Evidence;
import dev.quell.classifier.Family;
import dev.quell.classifier.Hit;
import dev.quell.traffic.Surroundings.Line;
import java.util.Optional;

/** Far more callers than usual and they speak: somebody shows our number, and people call back. How often they call is held against nobody. */
public final class CallbackStorm implements ContextRule {

    @Override
    public String symbol() {
        return "CALLBACK_STORM";
    }

    @Override
    public Optional<Hit> look(Evidence evidence) {
        Line line = evidence.surroundings().line();
        return line.storm() ? Optional.of(Hit.whole(line.newCallers(), Math.round(line.usual()))) : Optional.empty();
    }

    @Override
    public boolean mutes(CatalogueEntry entry) {
        return entry.family() == Family.VOLUME && entry.weight() > 0;
    }
}

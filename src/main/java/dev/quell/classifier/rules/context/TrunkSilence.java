package dev.quell.classifier.rules.context;

import dev.quell.classifier.CallClass;
import dev.quell.classifier.CatalogueEntry;
import dev.quell.classifier.ContextRule;
import dev.quell.classifier.Evidence;
import dev.quell.classifier.Hit;
import dev.quell.traffic.Surroundings.Trunk;
import java.util.Optional;

/** So many of the trunk's callers are silent that it is the trunk's fault: silence is held against nobody, and nobody is listened to for it. */
public final class TrunkSilence implements ContextRule {

    @Override
    public String symbol() {
        return "TRUNK_SILENCE";
    }

    @Override
    public Optional<Hit> look(Evidence evidence) {
        Trunk trunk = evidence.surroundings().trunk();
        return trunk.fault()
                ? Optional.of(Hit.whole(trunk.silentCallers(), Math.round(100 * trunk.silentShare())))
                : Optional.empty();
    }

    @Override
    public boolean mutes(CatalogueEntry entry) {
        return entry.speaksFor() == CallClass.SILENT;
    }
}

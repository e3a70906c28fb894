package dev.quell.classifier.rules.counted;

import dev.quell.classifier.Action;
import dev.quell.classifier.ClassifierSettings.SpacedLimit;
import dev.quell.classifier.CountedRule;
import dev.quell.classifier.Evidence;
import dev.quell.classifier.Hit;
import java.util.Optional;

/**
 * Silent calls at different times: the next is listened to. Calls close together count once, a burst has a rule of its own. A number from which more
 * calls spoke than were silent is no suspect: many people share it, or a phone was mute now and then.
 */
public final class ListenSuspect implements CountedRule {

    private final SpacedLimit limit;

    /** With the number of silent calls, the time in which they count, and how far apart they must lie. */
    public ListenSuspect(SpacedLimit limit) {
        this.limit = limit;
    }

    @Override
    public String symbol() {
        return "LISTEN_SUSPECT";
    }

    @Override
    public Action action() {
        return Action.LISTEN;
    }

    @Override
    public Optional<Hit> look(Evidence evidence) {
        int silent = evidence.facts().silent(limit.findTime(), limit.spacing());
        return silent >= limit.maxRetry()
                        && evidence.facts().silent(limit.findTime())
                                >= evidence.facts().spoken(limit.findTime())
                ? Optional.of(Hit.whole(silent, limit.findTime().toSeconds()))
                : Optional.empty();
    }
}

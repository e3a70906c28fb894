package dev.quell.classifier.rules.counted;

import dev.quell.classifier.Action;
import dev.quell.classifier.ClassifierSettings.Limit;
import dev.quell.classifier.CountedRule;
import dev.quell.classifier.Evidence;
import dev.quell.classifier.Hit;
import java.util.Optional;

/** A burst of silent calls: the next is listened to. */
public final class BurstListen implements CountedRule {

    private final Limit limit;

    /** With the number of silent calls and the time in which they count. */
    public BurstListen(Limit limit) {
        this.limit = limit;
    }

    @Override
    public String symbol() {
        return "BURST_LISTEN";
    }

    @Override
    public Action action() {
        return Action.LISTEN;
    }

    @Override
    public Optional<Hit> look(Evidence evidence) {
        int silent = evidence.facts().silent(limit.findTime());
        return silent >= limit.maxRetry()
                ? Optional.of(Hit.whole(silent, limit.findTime().toSeconds()))
                : Optional.empty();
    }
}

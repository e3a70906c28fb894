package dev.quell.classifier.rules.counted;

import dev.quell.call.Line.ListenPolicy;
import dev.quell.classifier.Action;
import dev.quell.classifier.CountedRule;
import dev.quell.classifier.Evidence;
import dev.quell.classifier.Hit;
import java.util.Optional;

/** The line's settings have every caller listened to, the first one too. */
public final class LineListens implements CountedRule {

    @Override
    public String symbol() {
        return "LINE_LISTENS";
    }

    @Override
    public Action action() {
        return Action.LISTEN;
    }

    @Override
    public Optional<Hit> look(Evidence evidence) {
        return evidence.call().line().listen() == ListenPolicy.ALWAYS ? Optional.of(Hit.WHOLE) : Optional.empty();
    }
}

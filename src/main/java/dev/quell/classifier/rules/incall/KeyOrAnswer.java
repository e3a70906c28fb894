package dev.quell.classifier.rules.incall;

import dev.quell.call.Conduct;
import dev.quell.classifier.Evidence;
import dev.quell.classifier.Hit;
import dev.quell.classifier.Rule;
import java.util.Optional;
import java.util.Set;

/** Pressed the key that was asked for, replied, or pressed some key: a person. Of several the strongest counts. */
public final class KeyOrAnswer implements Rule {

    private static final Optional<Hit> ASKED = Optional.of(Hit.WHOLE);
    private static final Optional<Hit> REPLY = Optional.of(Hit.of(2.0 / 3.0, 0, 0));
    private static final Optional<Hit> KEY = Optional.of(Hit.of(1.5 / 3.0, 0, 0));

    @Override
    public String symbol() {
        return "KEY_OR_ANSWER";
    }

    @Override
    public Optional<Hit> look(Evidence evidence) {
        Set<Conduct> conduct = evidence.inCall().conduct();
        if (conduct.contains(Conduct.PRESSED_ASKED_KEY)) {
            return ASKED;
        }
        if (conduct.contains(Conduct.REPLIED)) {
            return REPLY;
        }
        return conduct.contains(Conduct.PRESSED_KEY) ? KEY : Optional.empty();
    }
}

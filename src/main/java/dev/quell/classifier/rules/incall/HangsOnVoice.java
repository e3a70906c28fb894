package dev.quell.classifier.rules.incall;

import dev.quell.call.Conduct;
import dev.quell.classifier.Evidence;
import dev.quell.classifier.Hit;
import dev.quell.classifier.Rule;
import java.time.Duration;
import java.util.Optional;

/** Gone as soon as a person speaks, in three calls of 30 days, this one included once it is known. */
public final class HangsOnVoice implements Rule {

    private static final long WINDOW = Duration.ofDays(30).toSeconds();
    private static final int CALLS = 3;

    @Override
    public String symbol() {
        return "HANGS_ON_VOICE";
    }

    @Override
    public Optional<Hit> look(Evidence evidence) {
        int now = evidence.inCall().conduct().contains(Conduct.HUNG_UP_ON_VOICE) ? 1 : 0;
        int calls = evidence.facts().outcomes().leftAtVoice() + now;
        return calls >= CALLS ? Optional.of(Hit.whole(calls, WINDOW)) : Optional.empty();
    }
}

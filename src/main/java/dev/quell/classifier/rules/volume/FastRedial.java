package dev.quell.classifier.rules.volume;

import dev.quell.classifier.Evidence;
import dev.quell.classifier.Hit;
import dev.quell.classifier.Rule;
import dev.quell.history.PastCall;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Called again within 10 seconds, three times within the hour, the present call included. Ringing is not known, so the gap counts from arrival plus
 * answered time: an unanswered call that rang long makes the gap look longer, in the caller's favour.
 */
public final class FastRedial implements Rule {

    private static final Duration WINDOW = Duration.ofHours(1);
    private static final Duration GAP = Duration.ofSeconds(10);
    private static final int TIMES = 3;

    @Override
    public String symbol() {
        return "FAST_REDIAL";
    }

    @Override
    public Optional<Hit> look(Evidence evidence) {
        List<PastCall> calls = evidence.profile().callsWithin(WINDOW).toList();
        int fast = 0;
        for (int i = 0; i < calls.size(); i++) {
            Instant next = i + 1 < calls.size()
                    ? calls.get(i + 1).arrivedAt()
                    : evidence.call().arrivedAt();
            if (again(calls.get(i), next)) {
                fast++;
            }
        }
        return fast >= TIMES ? Optional.of(Hit.whole(fast, WINDOW.toSeconds())) : Optional.empty();
    }

    private static boolean again(PastCall call, Instant next) {
        return !next.isAfter(call.arrivedAt().plus(call.answered()).plus(GAP));
    }
}

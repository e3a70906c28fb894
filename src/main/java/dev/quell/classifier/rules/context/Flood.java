package dev.quell.classifier.rules.context;

import dev.quell.call.CallOutcome;
import dev.quell.classifier.Action;
import dev.quell.classifier.CountedRule;
import dev.quell.classifier.Evidence;
import dev.quell.classifier.Hit;
import dev.quell.history.CallerProfile;
import dev.quell.history.PastCall;
import dev.quell.traffic.Surroundings.Line;
import java.util.List;
import java.util.Optional;

/** The line is flooded: whom nobody here has heard speak before is asked to say something. Whoever has spoken, or is known, passes as ever. */
public final class Flood implements CountedRule {

    @Override
    public String symbol() {
        return "FLOOD";
    }

    @Override
    public Action action() {
        return Action.CHALLENGE;
    }

    @Override
    public Optional<Hit> look(Evidence evidence) {
        Line line = evidence.surroundings().line();
        return line.flood() && !familiar(evidence.profile())
                ? Optional.of(Hit.whole(line.newCallers(), Math.round(line.usual())))
                : Optional.empty();
    }

    private static boolean familiar(CallerProfile profile) {
        if (!profile.known().isEmpty()) {
            return true;
        }
        List<PastCall> calls = profile.calls();
        for (int i = calls.size() - 1; i >= 0; i--) {
            CallOutcome outcome = calls.get(i).outcome();
            if (outcome == CallOutcome.GOOD_TALK || outcome == CallOutcome.SPOKE) {
                return true;
            }
        }
        return false;
    }
}

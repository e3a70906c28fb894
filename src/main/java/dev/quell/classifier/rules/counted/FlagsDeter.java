package dev.quell.classifier.rules.counted;

import dev.quell.classifier.Action;
import dev.quell.classifier.ClassifierSettings.Limit;
import dev.quell.classifier.CountedRule;
import dev.quell.classifier.Evidence;
import dev.quell.classifier.Hit;
import dev.quell.history.FlaggedBy;
import java.util.Optional;

/**
 * Several agents flagged the caller: deterred. Neither one agent alone nor agents whose flags seldom held bring it about: together their flags must count three
 * quarters of what as many sure ones would. Flags for silence are left out: silence alone is met with listening. A good talk after the newest of them lifts
 * it until another flag is raised, and a number with more good talks in that time than agents who flagged it is not deterred: many people may share it.
 */
public final class FlagsDeter implements CountedRule {

    private static final double SURE_ENOUGH = 0.75;

    private final Limit limit;

    /** With the number of different agents and the time in which their flags count. */
    public FlagsDeter(Limit limit) {
        this.limit = limit;
    }

    @Override
    public String symbol() {
        return "FLAGS_DETER";
    }

    @Override
    public Action action() {
        return Action.DETER;
    }

    @Override
    public Optional<Hit> look(Evidence evidence) {
        FlaggedBy flagged = evidence.facts().flags(limit.findTime());
        return flagged.agents() >= limit.maxRetry()
                        && flagged.weight() >= limit.maxRetry() * SURE_ENOUGH
                        && !evidence.facts().talkedSinceFlagged(limit.findTime())
                        && evidence.facts().goodTalks(limit.findTime()) <= flagged.agents()
                ? Optional.of(Hit.whole(flagged.agents(), limit.findTime().toSeconds()))
                : Optional.empty();
    }
}

package dev.quell.classifier;

import dev.quell.blocklist.ListEntry;
import dev.quell.blocklist.ListKind;
import dev.quell.call.Line;
import dev.quell.call.Line.BlockedPolicy;
import dev.quell.call.Line.ListenPolicy;
import dev.quell.call.Profile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Who wins: emergency call-back, then allow list, then known customer, then block list, then the hardest of model and counted rules. A known customer is
 * never met harder than LISTEN. A protected line's callers are tagged where others would be challenged, deterred or refused. A line that never listens
 * tags instead.
 */
final class Precedence {

    private static final String EMERGENCY = "EMERGENCY_CALL";
    private static final String BLOCK_LIST = "block-list";
    private static final String SCORE = "score";

    private final ClassifierSettings.Thresholds thresholds;

    Precedence(ClassifierSettings.Thresholds thresholds) {
        this.thresholds = thresholds;
    }

    /**
     * An action, the rule of precedence that set it, and the class of call that it speaks for.
     *
     * @param cause for example {@code score}, {@code allow-list}, {@code burst-listen}
     */
    record Decision(Action action, String cause, CallClass callClass) {
        Decision milder(Action other, String because) {
            return new Decision(other, because, callClass);
        }
    }

    /**
     * Decides.
     *
     * @param suspected the class that the strongest accusing symbol speaks for
     */
    Decision decide(
            Evidence evidence,
            Collection<Finding> findings,
            double probability,
            Set<Family> accusing,
            CallClass suspected) {
        if (findings.stream().anyMatch(finding -> finding.entry().symbol().equals(EMERGENCY))) {
            return new Decision(Action.PASS, "emergency", CallClass.PROTECTED);
        }
        Optional<ListEntry> entry = evidence.entry();
        if (entry.isPresent() && entry.get().kind() == ListKind.ALLOW) {
            return new Decision(Action.PASS, "allow-list", CallClass.NORMAL);
        }
        List<Decision> candidates = new ArrayList<>();
        if (entry.isPresent()) {
            CallClass blockedFor = suspected == CallClass.NORMAL ? CallClass.ABUSIVE : suspected;
            candidates.add(new Decision(blocked(evidence.call().line()), BLOCK_LIST, blockedFor));
        }
        findings.stream()
                .filter(finding -> !finding.muted())
                .flatMap(Precedence::counted)
                .forEach(candidates::add);
        candidates.add(scored(probability, accusing, evidence.deterrentFree(), suspected));
        return hardest(candidates, evidence);
    }

    private static Action blocked(Line line) {
        return line.blocked() == BlockedPolicy.REJECT ? Action.REJECT : Action.DETER;
    }

    private static Stream<Decision> counted(Finding finding) {
        return finding.rule() instanceof CountedRule rule
                ? Stream.of(new Decision(
                        rule.action(), rule.cause(), finding.entry().speaksFor()))
                : Stream.empty();
    }

    private Decision scored(double probability, Set<Family> accusing, boolean deterrentFree, CallClass suspected) {
        if (probability >= thresholds.deter() && accusing.size() > 1) {
            return deterrentFree
                    ? new Decision(Action.DETER, SCORE, suspected)
                    : new Decision(Action.CHALLENGE, "deterrent-full", suspected);
        }
        if (probability >= thresholds.challenge()) {
            return new Decision(Action.CHALLENGE, SCORE, suspected);
        }
        return probability >= thresholds.tag()
                ? new Decision(Action.TAG, SCORE, suspected)
                : new Decision(Action.PASS, SCORE, CallClass.NORMAL);
    }

    /** The hardest candidate after the caller's and the line's limits; of equals the first. */
    private static Decision hardest(List<Decision> candidates, Evidence evidence) {
        Decision hardest = new Decision(Action.PASS, SCORE, CallClass.NORMAL);
        for (Decision candidate : candidates) {
            Decision limited = limitedByLine(
                    limitedByCaller(candidate, evidence), evidence.call().line());
            if (limited.action().compareTo(hardest.action()) > 0) {
                hardest = limited;
            }
        }
        return hardest;
    }

    private static Decision limitedByCaller(Decision decision, Evidence evidence) {
        if (!evidence.profile().customer() || decision.action().compareTo(Action.LISTEN) <= 0) {
            return decision;
        }
        return decision.milder(decision.cause().equals(BLOCK_LIST) ? Action.TAG : Action.LISTEN, "known-customer");
    }

    private static Decision limitedByLine(Decision decision, Line line) {
        if (decision.action() == Action.LISTEN) {
            return line.listen() == ListenPolicy.NEVER ? decision.milder(Action.TAG, "line-never-listens") : decision;
        }
        return line.profile() == Profile.PROTECTED && decision.action().diverts()
                ? decision.milder(Action.TAG, "protected-line")
                : decision;
    }
}

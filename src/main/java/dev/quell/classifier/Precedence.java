package dev.quell.classifier;

import dev.quell.blocklist.ListKind;
import dev.quell.blocklist.ListMatch;
import dev.quell.call.Line;
import dev.quell.call.Line.BlockedPolicy;
import dev.quell.call.Line.ListenPolicy;
import dev.quell.call.Profile;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/**
 * Who wins: emergency call-back, then allow list, then known customer, then block list, then the hardest of model and counted rules. A known customer is
 * never met harder than LISTEN. A protected line's callers are tagged where others would be challenged, deterred or refused. A line that never listens
 * tags instead. Whom silence speaks against most is listened to where others would be tagged or challenged, and the score never does more: silence alone proves
 * no ill will. In a flood and with a full deterrent queue the score challenges where it would deter.
 */
final class Precedence {

    private static final String EMERGENCY = "EMERGENCY_CALL";
    private static final String BLOCK_LIST = "block-list";
    private static final String SCORE = "score";
    private static final String FLOOD = "flood";
    private static final String DETERRENT_FULL = "deterrent-full";

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
        /** Whether what set the action leaves open what kind of call it is. */
        boolean leavesClassOpen() {
            boolean listening = action == Action.LISTEN && callClass == CallClass.NORMAL;
            return listening || cause.equals(SCORE) || cause.equals(DETERRENT_FULL) || cause.equals(FLOOD);
        }

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
        if (emergency(findings)) {
            return new Decision(Action.PASS, "emergency", CallClass.PROTECTED);
        }
        Optional<ListMatch> entry = evidence.entry();
        if (entry.isPresent() && entry.get().kind() == ListKind.ALLOW) {
            return new Decision(Action.PASS, "allow-list", CallClass.NORMAL);
        }
        Decision hardest = new Decision(Action.PASS, SCORE, CallClass.NORMAL);
        if (entry.isPresent()) {
            Action blocked = blocked(evidence.call().line());
            hardest = harder(hardest, new Decision(blocked, BLOCK_LIST, blockedFor(findings, suspected)), evidence);
        }
        for (Finding finding : findings) {
            if (finding.rule() instanceof CountedRule rule && !finding.muted()) {
                CallClass kind = finding.entry().speaksFor();
                hardest = harder(hardest, new Decision(rule.action(), rule.cause(), kind), evidence);
            }
        }
        return harder(hardest, scored(probability, accusing, evidence, suspected), evidence);
    }

    private static boolean emergency(Collection<Finding> findings) {
        for (Finding finding : findings) {
            if (finding.entry().symbol().equals(EMERGENCY)) {
                return true;
            }
        }
        return false;
    }

    private static Action blocked(Line line) {
        return line.blocked() == BlockedPolicy.REJECT ? Action.REJECT : Action.DETER;
    }

    /** What a counted rule found says more of why somebody is on the list than the sum of the evidence does. */
    private static CallClass blockedFor(Collection<Finding> findings, CallClass suspected) {
        for (Finding finding : findings) {
            boolean tells = finding.rule() instanceof CountedRule && !finding.muted();
            if (tells && finding.entry().speaksFor() != CallClass.NORMAL) {
                return finding.entry().speaksFor();
            }
        }
        return suspected == CallClass.NORMAL ? CallClass.ABUSIVE : suspected;
    }

    private Decision scored(double probability, Set<Family> accusing, Evidence evidence, CallClass suspected) {
        if (probability >= thresholds.tag() && suspected == CallClass.SILENT) {
            return new Decision(Action.LISTEN, SCORE, suspected);
        }
        if (probability >= thresholds.deter() && accusing.size() > 1) {
            if (evidence.surroundings().line().flood()) {
                return new Decision(Action.CHALLENGE, FLOOD, suspected);
            }
            return evidence.deterrentFree()
                    ? new Decision(Action.DETER, SCORE, suspected)
                    : new Decision(Action.CHALLENGE, DETERRENT_FULL, suspected);
        }
        if (probability >= thresholds.challenge()) {
            return new Decision(Action.CHALLENGE, SCORE, suspected);
        }
        return probability >= thresholds.tag()
                ? new Decision(Action.TAG, SCORE, suspected)
                : new Decision(Action.PASS, SCORE, CallClass.NORMAL);
    }

    /** A further decision after the caller's and the line's limits, if that is harder still. */
    private static Decision harder(Decision hardest, Decision further, Evidence evidence) {
        Decision limited = limitedByLine(
                limitedByCaller(further, evidence), evidence.call().line());
        return limited.action().compareTo(hardest.action()) > 0 ? limited : hardest;
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

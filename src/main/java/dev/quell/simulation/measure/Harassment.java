package dev.quell.simulation.measure;

import dev.quell.simulation.stage.Identity;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** How soon harassers are dealt with. */
final class Harassment {

    private static final int TREATED_BY = 4;
    private static final int SHUT_OUT_BY = 6;
    private static final String TREATED = "LDB";
    private static final String SHUT_OUT = "DB";
    private static final String BLOCKED = "B";

    private Harassment() {}

    /** What must be reached first, then what is for information. */
    static List<TimeToDecision> decisions(List<CallerTrace> all) {
        List<CallerTrace> known = some(all, caller -> caller.identity().goodEnough());
        Predicate<CallerTrace> flagged = caller -> caller.flaggedWithin(SHUT_OUT_BY - 1);
        List<TimeToDecision> decisions = new ArrayList<>();
        decisions.add(treated("harassers meet LISTEN or DETER", TREATED_BY, all));
        decisions.add(shutOut("good identity, flagged for abuse: block or DETER", SHUT_OUT_BY, some(known, flagged)));
        decisions.add(held("good identity, never flagged: LISTEN at least", TREATED_BY, some(known, flagged.negate())));
        decisions.add(blocked("good identity: block", known));
        for (Identity identity : Identity.values()) {
            List<CallerTrace> same = some(all, caller -> caller.identity() == identity);
            decisions.add(treated(identity.words() + ": LISTEN or DETER", Double.NaN, same));
            decisions.add(shutOut(identity.words() + ": block or DETER", Double.NaN, same));
            decisions.add(blocked(identity.words() + ": block", same));
        }
        return List.copyOf(decisions);
    }

    private static List<CallerTrace> some(List<CallerTrace> callers, Predicate<CallerTrace> which) {
        return callers.stream().filter(which).toList();
    }

    private static TimeToDecision treated(String what, double wanted, List<CallerTrace> callers) {
        return TimeToDecision.of(what, wanted, TREATED_BY, callers, caller -> caller.first(TREATED));
    }

    private static TimeToDecision held(String what, double wanted, List<CallerTrace> callers) {
        return TimeToDecision.of(what, wanted, SHUT_OUT_BY, callers, caller -> caller.first(TREATED));
    }

    private static TimeToDecision shutOut(String what, double wanted, List<CallerTrace> callers) {
        return TimeToDecision.of(what, wanted, SHUT_OUT_BY, callers, caller -> caller.first(SHUT_OUT));
    }

    private static TimeToDecision blocked(String what, List<CallerTrace> callers) {
        return TimeToDecision.of(what, Double.NaN, SHUT_OUT_BY, callers, caller -> caller.first(BLOCKED));
    }
}

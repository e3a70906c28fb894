package dev.quell.faults.check;

import dev.quell.faults.pbx.Trace;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Whether every call went on in time: 2.5 s from the question to the queue, a dialogue 2 s after its step. */
public final class WaitAudit {

    /** The longest that a verdict may keep a call. */
    public static final Duration SCREENING = Duration.ofMillis(2500);

    /** The longest that a call may stand still in a dialogue after the step in which the service failed. */
    public static final Duration DIALOGUE = Duration.ofSeconds(2);

    private WaitAudit() {}

    /**
     * What is wrong with some calls, empty if nothing is.
     *
     * @param stood for how long the machine stood still meanwhile, and every call with it
     */
    public static List<String> of(List<Trace> calls, Duration stood) {
        List<String> wrong = new ArrayList<>();
        for (Trace call : calls) {
            if (call.waited().compareTo(SCREENING.plus(stood)) > 0) {
                wrong.add("waited " + call.waited().toMillis() + " ms for a verdict: " + call);
            }
            if (call.overdue().compareTo(DIALOGUE.plus(stood)) > 0) {
                wrong.add("stood still for " + call.overdue().toMillis() + " ms after its step: " + call);
            }
        }
        return wrong;
    }

    /** The longest wait. */
    public static Duration worst(List<Trace> calls) {
        return calls.stream().map(Trace::waited).max(Duration::compareTo).orElse(Duration.ZERO);
    }

    /** The longest stand after a dialogue's step. */
    public static Duration worstStand(List<Trace> calls) {
        return calls.stream().map(Trace::overdue).max(Duration::compareTo).orElse(Duration.ZERO);
    }
}

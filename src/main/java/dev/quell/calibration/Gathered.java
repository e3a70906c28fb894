package dev.quell.calibration;

import dev.quell.calibration.fit.LabelledCall;
import java.time.Instant;
import java.util.List;

/**
 * What one pass over the calls of the past brought.
 *
 * @param cases the labelled calls in the order of arrival
 * @param all when every call arrived, labelled or not
 */
record Gathered(List<Case> cases, Arrivals all) {

    /**
     * A labelled call.
     *
     * @param callerSeen when the caller called for the first time
     */
    record Case(LabelledCall call, Instant callerSeen, Treated treated) {}

    Gathered {
        cases = List.copyOf(cases);
    }
}

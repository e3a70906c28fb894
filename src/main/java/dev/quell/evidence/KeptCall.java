package dev.quell.evidence;

import dev.quell.calllog.LoggedCall;
import java.util.List;

/**
 * A call as evidence.
 *
 * @param call its row of the log
 * @param facts its verdict and its end in the chain; empty for a call from before the chain
 */
public record KeptCall(LoggedCall call, List<KeptFact> facts) {
    public KeptCall {
        facts = List.copyOf(facts);
    }
}

package dev.quell.screening;

import dev.quell.call.IncomingCall;
import dev.quell.classifier.Verdict;
import java.util.Optional;

/** The use case asked once per inbound call. Never throws: whatever fails, the answer lets the call pass. */
public interface Screening {

    /**
     * Decides about a call and writes the decision down before it returns.
     *
     * @return the decision; empty if it could not be written down in time, and then the call passes unscreened
     */
    Optional<CallScreened> screen(IncomingCall call);

    /** Tells those who listen of a decision. Asterisk does not wait for that: it is done when the answer is out. */
    void tell(CallScreened call);

    /** What would be decided about a call now, with no side effect. */
    Verdict test(IncomingCall call);
}

package dev.quell.screening;

import dev.quell.call.CallEnded;
import dev.quell.call.CallerNumber;
import dev.quell.call.IncomingCall;
import dev.quell.call.TalkReport;

/** The use case told once per ended call, perhaps twice, perhaps late. */
public interface Endings {

    /**
     * Takes an end: writes it down, tells history and the ladder.
     *
     * @param caller who called as far as the dialplan told; counts only for an unscreened call
     * @return whether it is durable (also if it was known before); {@code false} asks the dialplan to tell another instance, or again later
     */
    boolean ended(CallEnded end, CallerNumber caller, String line, String trunk);

    /**
     * Takes the end of a call that another switch than Asterisk had, as {@link #ended(CallEnded, CallerNumber, String, String)} does.
     *
     * @param screened the call's verdict
     * @param talk what the switch itself heard of the caller
     */
    default boolean ended(CallEnded end, CallScreened screened, TalkReport talk) {
        IncomingCall call = screened.call();
        return ended(end, call.caller(), call.line().number(), call.trunk());
    }
}

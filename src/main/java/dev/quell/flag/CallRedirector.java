package dev.quell.flag;

import dev.quell.call.CallId;

/** The port that takes a caller away from an agent whose flag did not come from the call itself but from a button. */
@FunctionalInterface
public interface CallRedirector {

    /** What became of a move. */
    enum Moved {
        /** Asterisk has confirmed that the caller leaves the agent. */
        MOVED,
        /** The call has ended, or its channel name belongs to another call by now; nothing was done. */
        GONE,
        /** The same caller is being moved just now for somebody else; nothing was done for this one. */
        UNDER_WAY,
        /** The caller is with somebody else by now, or with nobody; nothing was done. */
        ELSEWHERE,
        /** Asterisk could not be asked, refused, or did not answer in time. The agent's code in the call still works. */
        FAILED
    }

    /**
     * Moves a caller, and waits a few seconds at most until Asterisk confirms it.
     *
     * @param channel the caller's channel as the journal has it, never as an event of the manager interface named it
     * @param agent the interface of the agent who must have the caller still, such as PJSIP/1001; a name without a slash is nobody's interface, and whoever
     *     has the caller then loses it
     */
    Moved move(CallId id, String channel, String agent, Flags.Destination to);

    /** A redirector that can never move anybody, for a site without a manager connection. */
    static CallRedirector noop() {
        return (id, channel, agent, to) -> Moved.FAILED;
    }
}

package dev.quell.traffic;

import dev.quell.call.IncomingCall;

/** The port to what goes on around calls. Answers at once from memory; fails open by an unchecked exception. */
public interface Traffic {

    /**
     * Takes note of a call's arrival and says what goes on around it.
     *
     * @param stranger whether the caller has no call in the log
     */
    Surroundings arrives(IncomingCall call, boolean stranger);

    /** What goes on around a call, with no side effect. */
    Surroundings around(IncomingCall call);

    /** Traffic that nobody watches. */
    static Traffic noop() {
        return new Traffic() {
            @Override
            public Surroundings arrives(IncomingCall call, boolean stranger) {
                return Surroundings.CALM;
            }

            @Override
            public Surroundings around(IncomingCall call) {
                return Surroundings.CALM;
            }
        };
    }
}

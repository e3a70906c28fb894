package dev.quell.traffic;

import dev.quell.call.CallerNumber;
import dev.quell.call.IncomingCall;
import java.time.Instant;

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

    /**
     * Whether what a caller did in a call proves nothing about its number: its trunk was at fault, its line flooded, or the number borrowed. Such a call
     * makes no block.
     *
     * @param line the number called
     * @param at when the call arrived, or ended
     */
    default boolean excuses(CallerNumber caller, String trunk, String line, Instant at) {
        return false;
    }

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

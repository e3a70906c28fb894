package dev.quell.traffic;

import dev.quell.call.CallerNumber;
import java.time.Instant;

/** What a watch is told. */
public sealed interface TrafficFact {

    /** Takes note of it. */
    void tell(TrafficWatch watch);

    /**
     * A call arrived.
     *
     * @param line the number called
     * @param stranger whether the caller has never called before
     */
    record Arrived(CallerNumber caller, String trunk, String line, Instant at, boolean stranger)
            implements TrafficFact {
        @Override
        public void tell(TrafficWatch watch) {
            watch.arrives(caller, trunk, line, at, stranger);
        }
    }

    /** A call has ended. */
    record Ended(ConcludedCall call) implements TrafficFact {
        @Override
        public void tell(TrafficWatch watch) {
            watch.concluded(call);
        }
    }

    /**
     * An agent flagged a call, or took that back.
     *
     * @param stands whether the flag stands
     */
    record Flagged(CallerNumber caller, String trunk, Instant at, boolean stands) implements TrafficFact {
        @Override
        public void tell(TrafficWatch watch) {
            if (stands) {
                watch.flagged(caller, trunk, at);
            } else {
                watch.unflagged(caller, trunk, at);
            }
        }
    }
}

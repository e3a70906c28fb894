package dev.quell.call;

import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;

/** The port to how the telephone systems of the site look from here. Advisory: shown to people, and no decision rests on it. */
@FunctionalInterface
public interface Switches {

    /** All that are configured, by name; answers at once. */
    List<State> now();

    /**
     * One of them.
     *
     * @param connected whether its calls are seen
     * @param since when it came to stand so
     * @param trouble what is not as it should be, in English words; empty if all is well
     * @param deterrentQueue the name of its deterrent queue
     * @param waiting callers in that queue; empty if it is not known
     * @param room how many may be in it; empty if it is not known or has no limit
     */
    record State(
            String server,
            boolean connected,
            Instant since,
            String trouble,
            String deterrentQueue,
            OptionalInt waiting,
            OptionalInt room) {}
}

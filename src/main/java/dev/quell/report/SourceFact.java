package dev.quell.report;

import dev.quell.call.CallOutcome;
import dev.quell.call.WayStep;
import dev.quell.classifier.CallClass;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One thing that happened with a source. */
public sealed interface SourceFact {

    /** The source's name: a caller's key, a range or a trunk. */
    String source();

    /** When it happened. */
    Instant at();

    /**
     * A call arrived.
     *
     * @param line the number called
     * @param callClass what it was taken for, empty if it passed unscreened
     * @param outcome what the caller did; UNKNOWN while it lives
     */
    record Called(
            String source,
            Instant at,
            String line,
            Optional<CallClass> callClass,
            CallOutcome outcome,
            List<WayStep> way)
            implements SourceFact {
        public Called {
            way = List.copyOf(way);
        }
    }

    /** An agent flagged it, and the flag stands. */
    record Flagged(String source, Instant at) implements SourceFact {}

    /** It was put on the block list. */
    record Blocked(String source, Instant at) implements SourceFact {}
}

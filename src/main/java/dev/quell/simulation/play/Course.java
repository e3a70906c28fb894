package dev.quell.simulation.play;

import dev.quell.call.HangupSide;
import dev.quell.call.TalkReport;
import dev.quell.call.WayStep;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What became of one call.
 *
 * @param way its stations in order
 * @param lasted from arrival to end
 * @param answered from answer to end, zero if never answered
 * @param withAgent time with agents, empty if none had it
 * @param queue the site's queue, empty if it was never reached
 * @param agent the agent who had it, empty if none
 */
public record Course(
        List<WayStep> way,
        Duration lasted,
        Duration answered,
        Optional<Duration> withAgent,
        HangupSide side,
        long packets,
        String queue,
        String agent,
        TalkReport talk,
        Optional<RaisedFlag> flag) {

    public Course {
        way = List.copyOf(way);
    }

    /** Whether an agent had the call. */
    public boolean reachedAgent() {
        return !agent.isEmpty();
    }
}

package dev.quell.console.live;

import dev.quell.call.CallId;
import java.time.Instant;
import java.util.Optional;

/**
 * A call that lives.
 *
 * @param since when it came, or was first seen
 * @param met the verdict; empty for one that passed unscreened
 * @param queue the queue it is or was in last, empty if none
 * @param agent the interface of the agent who has it, empty if none
 * @param talking whether the caller is heard at this moment
 */
public record Living(
        CallId id, Instant since, Stage stage, Optional<Met> met, String queue, String agent, boolean talking) {}

package dev.quell.call;

import java.time.Instant;

/**
 * One call that is up now, as the manager interface shows it. Advisory: shown to people, and no decision rests on it.
 *
 * @param channel the caller's channel name
 * @param since when it was first seen
 * @param queue the queue the caller is or was in last, empty if none
 * @param agent the interface of the agent who has the call, empty if none
 * @param talking whether the caller is heard at this moment; false once nobody need listen any more, see {@link TalkReport#ENOUGH}
 */
public record LiveCall(CallId id, String channel, Instant since, String queue, String agent, boolean talking) {}

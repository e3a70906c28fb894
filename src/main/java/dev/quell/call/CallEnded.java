package dev.quell.call;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What the dialplan told about a call's end. These facts count; nothing of the manager interface is among them.
 *
 * @param token the call's token, empty for a call that passed unscreened
 * @param way the stations of the call in order
 * @param answered from answer to end, zero if never answered
 * @param withAgent time in conversation with an agent, empty if not known
 * @param cause Asterisk's HANGUPCAUSE (Q.850), 0 if none
 * @param packets RTP packets received from the caller, empty if not known
 * @param queue the site's queue, empty if none
 * @param agent the interface of the agent who had the call, empty if none
 */
public record CallEnded(
        CallId id,
        Optional<CallToken> token,
        String channel,
        List<WayStep> way,
        Duration answered,
        Optional<Duration> withAgent,
        HangupSide side,
        int cause,
        OptionalLong packets,
        String queue,
        String agent,
        Instant endedAt) {

    public CallEnded {
        way = List.copyOf(way);
    }
}

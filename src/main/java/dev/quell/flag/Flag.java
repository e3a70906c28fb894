package dev.quell.flag;

import dev.quell.call.CallId;
import dev.quell.call.CallerNumber;
import java.time.Instant;
import java.util.Optional;

/**
 * An agent's word about a call.
 *
 * @param id the store's number, 0 if not stored yet
 * @param agent the agent's interface, for example {@code PJSIP/1001}, or the API user's name
 * @param note free text of a person, may be empty, at most 500 characters
 * @param undoneAt when it was taken back
 */
public record Flag(
        long id,
        CallId call,
        CallerNumber caller,
        String agent,
        FlagReason reason,
        String note,
        Instant at,
        Optional<Instant> undoneAt) {}

package dev.quell.history;

import java.time.Instant;

/**
 * One agent's standing flag on a caller; an undone flag is none.
 *
 * @param agent the agent's interface
 * @param reason the flag's reason in lower case, for example {@code abuse}
 */
public record PastFlag(Instant at, String agent, String reason) {}

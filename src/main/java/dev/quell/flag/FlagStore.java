package dev.quell.flag;

import dev.quell.call.CallId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The port to where flags are kept. Writes are durable when they return. */
public interface FlagStore {

    /** Keeps a flag; the same agent's second flag on the same call is no new flag, but a reason that it names replaces the former. */
    Flag add(Flag flag);

    /** Takes a flag back and notes by whom; empty if there is no standing flag of that number. */
    Optional<Flag> undo(long id, String by, Instant now);

    /** The agent's newest standing flag not older than a moment. */
    Optional<Flag> newestOf(String agent, Instant notBefore);

    /** Flags on a call, oldest first. */
    List<Flag> of(CallId call);

    /** The flags that are wanted, newest first. */
    List<Flag> page(FlagQuery query);

    /** Flags since a moment, newest first, at most {@code limit}. */
    List<Flag> since(Instant from, int limit);
}

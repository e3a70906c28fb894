package dev.quell.webhook;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The port to the messages that wait. A completed change is durable. */
public interface WebhookQueue {

    /**
     * Adds messages. Of more than {@code most} of one target the oldest are dropped.
     *
     * @return how many were dropped
     */
    int add(List<Waiting> messages, int most);

    /** The messages of a target that are to be sent by a moment, those first whose time came first. */
    List<Waiting> due(String target, Instant now, int limit);

    /** The messages of a target with numbers above one, by number. */
    List<Waiting> after(String target, long id, int limit);

    /** When the next message of a target is to be sent; empty if none waits. */
    Optional<Instant> next(String target);

    /** A message was delivered, or given up. */
    void remove(long id);

    /** A message is to be sent again. */
    void again(long id, int tries, Instant at);

    /** How many messages of a target wait, and since when the oldest does. */
    Backlog backlog(String target);

    /** Drops the messages of all other targets; how many. */
    int keepOnly(Collection<String> targets);

    /**
     * What waits for a target.
     *
     * @param oldest empty if nothing waits
     */
    record Backlog(int messages, Optional<Instant> oldest) {}
}

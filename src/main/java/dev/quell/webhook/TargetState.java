package dev.quell.webhook;

import java.time.Instant;
import java.util.Optional;

/**
 * How it goes with a target.
 *
 * @param name its name in the settings
 * @param url its address without what may be secret in it
 * @param waiting messages that wait
 * @param oldest since when the oldest waits
 * @param delivered when a message was taken last, since this instance's start
 * @param failed when an attempt failed last
 * @param trouble why; empty while the last attempt went well, and before the first
 */
public record TargetState(
        String name,
        String url,
        int waiting,
        Optional<Instant> oldest,
        Optional<Instant> delivered,
        Optional<Instant> failed,
        String trouble) {}

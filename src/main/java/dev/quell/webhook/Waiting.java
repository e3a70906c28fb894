package dev.quell.webhook;

import java.time.Instant;

/**
 * A message that waits for its target.
 *
 * @param id the queue's number, 0 before it is queued
 * @param target the target's name
 * @param message {@code msg_} and 26 letters and digits, the same at each attempt
 * @param event the event's word
 * @param body JSON
 * @param madeAt when it happened
 * @param nextAt when it is to be sent
 * @param tries how often it was
 */
public record Waiting(
        long id, String target, String message, String event, String body, Instant madeAt, Instant nextAt, int tries) {}

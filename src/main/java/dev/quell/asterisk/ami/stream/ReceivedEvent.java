package dev.quell.asterisk.ami.stream;

import java.time.Instant;

/**
 * An event and when it was read from the connection.
 *
 * @param at by the service's own clock; Asterisk's may differ
 */
public record ReceivedEvent(AmiEvent event, Instant at) {}

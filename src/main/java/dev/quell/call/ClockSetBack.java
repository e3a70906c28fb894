package dev.quell.call;

import java.time.Instant;

/**
 * The machine's clock was set back while the service ran.
 *
 * @param from what it said before
 * @param to what it says now
 * @param believed whether it was believed before; otherwise nothing had ended by it for good
 */
public record ClockSetBack(Instant from, Instant to, boolean believed) implements ClockNews {}

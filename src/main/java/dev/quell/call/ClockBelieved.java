package dev.quell.call;

import java.time.Instant;

/**
 * The machine's clock was ahead of what the service had seen, and is believed from now on.
 *
 * @param at what it says
 */
public record ClockBelieved(Instant at) implements ClockNews {}

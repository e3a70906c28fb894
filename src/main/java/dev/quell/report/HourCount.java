package dev.quell.report;

import java.time.Instant;

/**
 * Calls of a span of time.
 *
 * @param from when the span begins
 * @param word what these calls have in common; empty if nothing
 */
public record HourCount(Instant from, String word, Tally tally) {}

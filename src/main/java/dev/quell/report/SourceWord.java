package dev.quell.report;

import dev.quell.call.CallerNumber;

/**
 * Calls of one source that have something in common.
 *
 * @param word what; empty for calls that have none of it
 */
public record SourceWord(CallerNumber caller, String word, Tally tally) {}

package dev.quell.report;

/**
 * Calls that have something in common.
 *
 * @param word what; empty for calls that have none of it, or nothing in common
 */
public record WordCount(String word, Tally tally) {}

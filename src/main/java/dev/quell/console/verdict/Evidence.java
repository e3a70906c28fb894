package dev.quell.console.verdict;

/**
 * One symbol as a page shows it.
 *
 * @param weight what it counted, signed; empty for a rule that acts beside the model
 * @param x where its bar begins, of 100 in all, 50 being nothing
 * @param width of its bar
 * @param against whether it speaks for the caller
 * @param note what of it did not count, empty if all did
 */
public record Evidence(String symbol, String words, String weight, long x, long width, boolean against, String note) {}

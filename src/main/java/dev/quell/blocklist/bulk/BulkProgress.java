package dev.quell.blocklist.bulk;

/**
 * How far the list that is taken in is.
 *
 * @param running whether one is
 * @param checked lines that were looked at
 * @param done lines that were kept or stood already
 */
public record BulkProgress(boolean running, int checked, int done) {}

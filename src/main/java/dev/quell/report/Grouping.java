package dev.quell.report;

/** What a report takes for one source. */
public enum Grouping {
    /** The caller's number; the withheld ones are one source. */
    NUMBER,
    /** A block of a hundred numbers: E.164 without its last two digits, written {@code +86138001380*}. Other callers stand for themselves. */
    RANGE,
    /** The way the calls came in. A block list entry belongs to no trunk. */
    TRUNK
}

package dev.quell.calllog;

import java.time.Instant;

/**
 * What some calls come to.
 *
 * @param calls how many they are
 * @param callers how many numbers they came from; the withheld ones are one
 * @param goodTalks how many of them were good talks with an agent
 * @param counting how far they were counted
 * @param since the calls since then are counted
 * @param ownOnly whether they are this instance's alone, while others have calls too
 */
public record CallTotals(int calls, int callers, int goodTalks, Counting counting, Instant since, boolean ownOnly) {

    /** Of all calls that there are. */
    public CallTotals(int calls, int callers, int goodTalks, Counting counting, Instant since) {
        this(calls, callers, goodTalks, counting, since, false);
    }

    /** The same, of this instance alone. */
    public CallTotals ofOwn() {
        return new CallTotals(calls, callers, goodTalks, counting, since, true);
    }

    /** How far calls were counted. */
    public enum Counting {
        /** All of the period that was asked for, and no others. */
        EXACT,
        /** All of the period, and of the part of its first day that was before it. */
        BY_DAYS,
        /** Not all: they are too many, and there may be more of each kind. */
        AT_LEAST
    }
}

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
 */
public record CallTotals(int calls, int callers, int goodTalks, Counting counting, Instant since) {

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

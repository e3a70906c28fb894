package dev.quell.calllog;

/**
 * What some calls come to.
 *
 * @param calls how many they are
 * @param callers how many numbers they came from; the withheld ones are one
 * @param goodTalks how many of them were good talks with an agent
 */
public record CallTotals(int calls, int callers, int goodTalks) {}

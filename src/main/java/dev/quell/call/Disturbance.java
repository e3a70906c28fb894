package dev.quell.call;

/** What went on around a call when it arrived, so that nothing in it is held against the number that was shown. */
public enum Disturbance {
    /** The line was flooded. */
    FLOOD,
    /** So many of the trunk's callers were silent that the trunk was at fault. */
    TRUNK_FAULT,
    /** The number was shown on an unrelated trunk at about the same time: somebody borrows it. */
    TWO_TRUNKS
}

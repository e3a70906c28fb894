package dev.quell.review;

/** Why a call was looked at again. */
public enum Occasion {
    /** It was drawn at random. */
    SAMPLE,
    /** Its caller complained. */
    DISPUTE
}

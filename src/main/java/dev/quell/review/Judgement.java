package dev.quell.review;

/** What a person thinks of how a call was treated. */
public enum Judgement {
    /** The caller was rightly kept from the agents. */
    RIGHT,
    /** The caller should have got through. */
    WRONG,
    /** Neither can be told. */
    UNSURE
}

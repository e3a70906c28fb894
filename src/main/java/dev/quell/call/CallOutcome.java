package dev.quell.call;

/** What a call turned out to be, by what the caller did in it. Never by what Quell decided. */
public enum CallOutcome {
    /** Talked with an agent for long. */
    GOOD_TALK,
    /** Talked, or proved to be a person by a key or speech. */
    SPOKE,
    /** Answered, packets came, and not a word. */
    SILENT,
    /** Sound that never paused. */
    NOISE,
    /** Answered and hung up by the caller within seconds. */
    SHORT,
    /** Answered, and not one packet came: a technical fault, never held against the caller. */
    NO_MEDIA,
    /** Ended before anybody answered. */
    ABANDONED,
    /** Cannot be told. */
    UNKNOWN;

    /** Whether this counts as an answered call in rates. */
    public boolean heard() {
        return this == GOOD_TALK || this == SPOKE || this == SILENT || this == NOISE || this == SHORT;
    }
}

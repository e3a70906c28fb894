package dev.quell.classifier;

/** What is done with a call, from the mildest to the hardest. */
public enum Action {
    PASS,
    /** Passes, and the agent sees why it is suspected. */
    TAG,
    /** "Press 1 or say what you need"; anything lets the caller through. */
    CHALLENGE,
    /** Prompts and listening; speech or a key lets the caller through. */
    LISTEN,
    /** The deterrent queue. */
    DETER,
    /** Refused before answer. */
    REJECT;

    /** Whether the caller does not go to an agent at once. */
    public boolean diverts() {
        return this != PASS && this != TAG;
    }
}

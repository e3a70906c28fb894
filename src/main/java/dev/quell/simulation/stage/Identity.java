package dev.quell.simulation.stage;

/** What ties a caller to the number that is shown. */
public enum Identity {
    /** Signed with attestation A. */
    ATTESTED("attested A"),
    /** A signalling fingerprint that stays and that nobody else has. */
    FINGERPRINT("own fingerprint"),
    /** Nothing: anybody could show the number. */
    NONE("neither");

    private final String words;

    Identity(String words) {
        this.words = words;
    }

    /** In words. */
    public String words() {
        return words;
    }

    /** Whether the number can be held against the caller. */
    public boolean goodEnough() {
        return this != NONE;
    }
}

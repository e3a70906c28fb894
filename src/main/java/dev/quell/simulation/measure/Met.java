package dev.quell.simulation.measure;

import dev.quell.replay.Decided;

/** What a caller met at the gate. */
public enum Met {
    PASS,
    TAG,
    CHALLENGE,
    LISTEN,
    /** The deterrent queue, not for an entry of the block list. */
    DETER,
    /** A refusal or the deterrent queue for an entry of the block list. */
    BLOCK;

    /** What a decision made the caller meet. */
    static Met of(Decided decided) {
        return switch (decided.applied()) {
            case PASS -> PASS;
            case TAG -> TAG;
            case CHALLENGE -> CHALLENGE;
            case LISTEN -> LISTEN;
            case DETER, REJECT -> decided.verdict().cause().equals("block-list") ? BLOCK : DETER;
        };
    }

    /** Its first letter, B for a block. */
    char letter() {
        return name().charAt(0);
    }
}

package dev.quell.calibration;

import dev.quell.replay.Decided;

/** How a call would have been met, from the mildest. */
enum Treated {
    PASSED("passed"),
    TAGGED("tagged"),
    CHALLENGED("challenged"),
    LISTENED("listened to"),
    DETERRED("deterred"),
    /** An entry of the block list met it, however. */
    BLOCKED("blocked");

    private final String words;

    Treated(String words) {
        this.words = words;
    }

    static Treated of(Decided decided) {
        if (decided.entry().isPresent() && decided.applied().diverts()) {
            return BLOCKED;
        }
        return switch (decided.applied()) {
            case PASS -> PASSED;
            case TAG -> TAGGED;
            case CHALLENGE -> CHALLENGED;
            case LISTEN -> LISTENED;
            case DETER -> DETERRED;
            case REJECT -> BLOCKED;
        };
    }

    String words() {
        return words;
    }
}

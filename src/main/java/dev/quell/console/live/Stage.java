package dev.quell.console.live;

import dev.quell.call.LiveCall;
import dev.quell.classifier.Action;
import java.util.Optional;

/** What is done to a call at this moment; those that people look for first come first. */
public enum Stage {
    /** In the deterrent queue, or on the way there. */
    DETERRED,
    /** In the listen dialogue. */
    LISTENED,
    /** In the challenge. */
    CHALLENGED,
    /** Refused; about to end. */
    REFUSED,
    /** In one of the site's own queues. */
    QUEUED,
    /** With an agent. */
    AGENT,
    /** Let through, and not in a queue yet. */
    PASSED,
    /** Not screened, so far as is known here. */
    UNSCREENED;

    /**
     * What is done to a call whose Asterisk is seen.
     *
     * @param applied what Asterisk was told; empty if the call was not screened
     * @param dialogue the dialogue that this instance leads with it; empty if none
     * @param deterrent the name of the deterrent queue
     */
    static Stage of(LiveCall call, Optional<Action> applied, Optional<Action> dialogue, String deterrent) {
        // Of a caller who was taken away from an agent Asterisk does not always tell that the talk is over.
        if (dialogue.isPresent()) {
            return of(dialogue.get());
        }
        if (!call.agent().isEmpty()) {
            return AGENT;
        }
        if (call.queue().equals(deterrent)) {
            return DETERRED;
        }
        return call.queue().isEmpty() ? applied.map(Stage::of).orElse(UNSCREENED) : QUEUED;
    }

    /**
     * What is done to a call whose Asterisk is not seen, as far as that can be told.
     *
     * @param applied what Asterisk was told
     * @param dialogue the dialogue that this instance leads with it; empty if none
     */
    static Stage unseen(Action applied, Optional<Action> dialogue) {
        return dialogue.map(Stage::of)
                .orElse(applied == Action.LISTEN || applied == Action.CHALLENGE ? PASSED : of(applied));
    }

    private static Stage of(Action action) {
        return switch (action) {
            case PASS, TAG -> PASSED;
            case CHALLENGE -> CHALLENGED;
            case LISTEN -> LISTENED;
            case DETER -> DETERRED;
            case REJECT -> REFUSED;
        };
    }
}

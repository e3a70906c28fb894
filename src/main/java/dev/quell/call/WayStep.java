package dev.quell.call;

import java.util.Arrays;
import java.util.List;

/** One station on a call's way through the dialplan; a way is a list of them in order. */
public enum WayStep {
    PASS,
    TAG,
    CHALLENGE,
    LISTEN,
    DETER,
    REJECT,
    /** A key ended the dialogue. */
    RESCUED_KEY,
    /** Speech ended the dialogue. */
    RESCUED_SPEECH,
    /** Sound that never paused ended the dialogue. */
    NOISE,
    /** The service could not listen. */
    NOT_HEARD,
    /** The challenge's time was over. */
    PASSED,
    /** Not one packet came. */
    NO_MEDIA,
    /** Silent to the end. */
    RELEASE,
    /** The deterrent queue's time was up. */
    TIMEOUT,
    /** A key was pressed in the deterrent queue. */
    KEY,
    /** The deterrent queue had no room. */
    FULL,
    /** The caller hung up in the deterrent queue. */
    LEFT,
    /** The redress sentence and the case number were played. */
    REDRESS,
    /** Back to the site's own queue. */
    QUEUE,
    SUPERVISOR,
    /** An agent flagged the call. */
    FLAG,
    /** Passed: no answer within the guard's time. */
    UNSCREENED_GUARD,
    /** Passed: refused, or no usable answer. */
    UNSCREENED_FAILED,
    /** Passed: the dialplan's breaker was open. */
    UNSCREENED_SKIPPED,
    /** Passed: a dialogue broke off. */
    UNSCREENED_DIALOGUE;

    /** Whether this station is a fail-open. */
    public boolean failOpen() {
        return name().startsWith("UNSCREENED_");
    }

    /**
     * Reads words joined by {@code -}; an empty text is an empty way.
     *
     * @throws IllegalArgumentException if a word is not one of these
     */
    public static List<WayStep> parse(String text) {
        return text.isEmpty()
                ? List.of()
                : Arrays.stream(text.split("-", -1)).map(WayStep::valueOf).toList();
    }
}

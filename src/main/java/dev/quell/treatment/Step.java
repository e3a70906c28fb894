package dev.quell.treatment;

import java.time.Duration;

/** What a dialogue does next. */
public sealed interface Step {

    /**
     * Plays a prompt; a key ends it at once.
     *
     * @param prompt its name, {@code [a-z0-9-]{1,32}}
     * @param atMost longer than any recording of it; what plays longer is cut off
     */
    record Play(String prompt, Duration atMost) implements Step {}

    /** Waits for a key; half a second at most, so that speech is answered soon. */
    record Wait(Duration length) implements Step {}

    /** Ends the dialogue. */
    record Finish(DialogueResult result) implements Step {}
}

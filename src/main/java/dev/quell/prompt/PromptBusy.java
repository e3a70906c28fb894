package dev.quell.prompt;

import java.io.Serial;

/** One recording is being made and another waits already, so that a third has to come back. */
public final class PromptBusy extends PromptFault {
    @Serial
    private static final long serialVersionUID = 1L;

    PromptBusy(Throwable cause) {
        super("another recording is being made, and one waits already", cause);
    }
}

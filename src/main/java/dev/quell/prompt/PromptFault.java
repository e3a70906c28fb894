package dev.quell.prompt;

import java.io.IOException;
import java.io.Serial;

/** Files of a prompt that cannot be read or written here. */
public sealed class PromptFault extends IOException permits PromptBusy {
    @Serial
    private static final long serialVersionUID = 1L;

    PromptFault(String what, Throwable cause) {
        super(what, cause);
    }
}

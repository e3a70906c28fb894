package dev.quell.evidence.key;

import java.io.Serial;

/** Why something of the evidence cannot be done now; the message says what to do. */
public final class EvidenceFault extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    public EvidenceFault(String message) {
        super(message);
    }

    public EvidenceFault(String message, Throwable cause) {
        super(message, cause);
    }
}

package dev.quell.asterisk.protocol;

/** Something from outside is not as the protocol wants it. The message says what was wrong and what would be right, fit for a log line. */
public final class RefusedException extends Exception {

    private static final long serialVersionUID = 1;

    private final Refusal reason;

    public RefusedException(Refusal reason, String message) {
        // No stack trace: what is wrong lies outside, and refusals may come in floods.
        super(message, null, false, false);
        this.reason = reason;
    }

    public Refusal reason() {
        return reason;
    }
}

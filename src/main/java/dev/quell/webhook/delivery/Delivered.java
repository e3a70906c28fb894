package dev.quell.webhook.delivery;

import java.time.Duration;
import java.util.Optional;

/**
 * What became of one attempt.
 *
 * @param status the answer's status, 0 if there was none
 * @param trouble why it failed; empty if the message was taken, which any status from 200 to 299 says
 * @param retryAfter how long the target asks to be left alone
 */
public record Delivered(int status, String trouble, Optional<Duration> retryAfter) {

    private static final int FIRST_GOOD = 200;
    private static final int FIRST_OTHER = 300;
    private static final int FIRST_OF_CLIENT = 400;
    private static final int TIMEOUT = 408;
    private static final int GONE = 410;
    private static final int TOO_EARLY = 425;
    private static final int TOO_MANY = 429;
    private static final int FIRST_OF_SERVER = 500;

    /** An answer. */
    static Delivered answered(int status, Optional<Duration> retryAfter) {
        boolean good = status >= FIRST_GOOD && status < FIRST_OTHER;
        return new Delivered(status, good ? "" : words(status), retryAfter);
    }

    /** No answer. */
    static Delivered failed(String trouble) {
        return new Delivered(0, trouble, Optional.empty());
    }

    private static String words(int status) {
        return "it answered " + status
                + (status >= FIRST_OTHER && status < FIRST_OF_CLIENT
                        ? "; redirects are not followed, correct the url"
                        : "");
    }

    /** Whether the message was taken. */
    public boolean taken() {
        return trouble.isEmpty();
    }

    /** Whether the target says that it is there no more. */
    public boolean gone() {
        return status == GONE;
    }

    /** Whether the message is refused, which time will hardly mend. */
    public boolean refuses() {
        return status >= FIRST_OF_CLIENT
                && status < FIRST_OF_SERVER
                && status != TIMEOUT
                && status != TOO_EARLY
                && status != TOO_MANY;
    }

    /** Whether it is the target that is not well, rather than the message. */
    public boolean targetFails() {
        return !taken() && (status == 0 || status == TOO_MANY || status >= FIRST_OF_SERVER);
    }
}
